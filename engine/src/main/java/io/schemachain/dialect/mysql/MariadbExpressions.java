package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlExpression;
import io.schemachain.dialect.SqlExpression.Text;
import io.schemachain.dialect.SqlLexis;

/** The same but for what MariaDB prints differently: it never tells a character set. */
final class MariadbExpressions extends MysqlExpressions {
  MariadbExpressions(SqlLexis lexis) {
    super(lexis);
  }

  @Override
  protected SqlExpression rewrite(SqlExpression expression) {
    return expression instanceof Text text && text.prefix().equals("n")
        ? new Text(text.value())
        : super.rewrite(expression);
  }
}
