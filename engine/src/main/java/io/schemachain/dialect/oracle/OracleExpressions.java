package io.schemachain.dialect.oracle;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.SqlLexis;

/** How the catalog prints expressions. */
final class OracleExpressions extends ExpressionForm {
  OracleExpressions(SqlLexis lexis) {
    super(lexis, BareNames.UPPER_CASE);
  }
}
