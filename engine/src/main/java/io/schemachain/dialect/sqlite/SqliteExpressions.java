package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.SqlLexis;

/** How the catalog prints expressions. */
final class SqliteExpressions extends ExpressionForm {
  SqliteExpressions(SqlLexis lexis) {
    super(lexis, BareNames.AS_WRITTEN);
  }
}
