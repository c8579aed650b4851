package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.StoredForm;

/** What the catalog keeps. */
final class PostgresqlStored extends StoredForm {
  PostgresqlStored(PostgresqlDialect dialect) {
    super(dialect);
  }
}
