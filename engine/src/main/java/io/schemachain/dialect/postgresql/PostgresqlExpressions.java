package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.SqlLexis;

/** How the catalog prints expressions. */
final class PostgresqlExpressions extends ExpressionForm {
  PostgresqlExpressions(SqlLexis lexis) {
    super(lexis, BareNames.LOWER_CASE);
  }
}
