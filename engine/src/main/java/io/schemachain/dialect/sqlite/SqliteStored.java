package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.StoredForm;

/** What the catalog keeps. */
final class SqliteStored extends StoredForm {
  SqliteStored(SqliteDialect dialect) {
    super(dialect);
  }
}
