package io.schemachain.target;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.dialect.Dialect;

/** Where a target, or a part of it, is written down. A further kind of source is one class. */
public interface TargetSource {
  /** For people: {@code the model in src/main/schema/model}. */
  String title();

  /**
   * What it says for a dialect. What cannot be understood is an error and never skipped.
   *
   * @param diagnostics takes all mistakes; after some what is returned is not used
   */
  TargetParts read(Dialect dialect, Diagnostics diagnostics);
}
