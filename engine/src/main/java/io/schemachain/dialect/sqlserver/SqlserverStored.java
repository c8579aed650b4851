package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.StoredForm;

/** What the catalog keeps. */
final class SqlserverStored extends StoredForm {
  SqlserverStored(SqlserverDialect dialect) {
    super(dialect);
  }
}
