package io.schemachain.dialect.mysql;

import io.schemachain.dialect.StoredForm;

/** What the catalog keeps. */
class MysqlStored extends StoredForm {
  MysqlStored(MysqlDialect dialect) {
    super(dialect);
  }
}
