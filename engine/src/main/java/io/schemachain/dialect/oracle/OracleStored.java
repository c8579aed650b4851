package io.schemachain.dialect.oracle;

import io.schemachain.dialect.StoredForm;

/** What the catalog keeps. */
final class OracleStored extends StoredForm {
  OracleStored(OracleDialect dialect) {
    super(dialect);
  }
}
