package io.schemachain.dialect.h2;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.SqlLexis;

/** How the catalog prints expressions. */
final class H2Expressions extends ExpressionForm {
  H2Expressions(SqlLexis lexis) {
    super(lexis, BareNames.UPPER_CASE);
  }
}
