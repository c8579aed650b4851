package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.SqlLexis;

/** How the catalog prints expressions. */
final class SqlserverExpressions extends ExpressionForm {
  SqlserverExpressions(SqlLexis lexis) {
    super(lexis, BareNames.AS_WRITTEN);
  }
}
