package io.schemachain.dialect.h2;

import io.schemachain.dialect.StoredForm;

/** What the catalog keeps. */
final class H2Stored extends StoredForm {
  H2Stored(H2Dialect dialect) {
    super(dialect);
  }
}
