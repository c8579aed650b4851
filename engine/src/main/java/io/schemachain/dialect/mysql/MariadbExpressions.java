package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlLexis;

/** The same but for what MariaDB prints differently. */
final class MariadbExpressions extends MysqlExpressions {
  MariadbExpressions(SqlLexis lexis) {
    super(lexis);
  }
}
