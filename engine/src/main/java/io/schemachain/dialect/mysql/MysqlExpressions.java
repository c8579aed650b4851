package io.schemachain.dialect.mysql;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.SqlLexis;

/** How the catalog prints expressions. */
class MysqlExpressions extends ExpressionForm {
  MysqlExpressions(SqlLexis lexis) {
    super(lexis, BareNames.AS_WRITTEN);
  }
}
