package io.schemachain.dialect.h2;

import io.schemachain.dialect.OptionTable;

/** The options of H2, in the order of its grammar. A table is CACHED by itself. */
final class H2Options {
  static final String KIND = "kind";
  static final String BEHIND = "behind";

  static final OptionTable TABLE =
      new OptionTable("a table")
          .in(KIND)
          .flag("memory", "MEMORY")
          .in(BEHIND)
          .flag("not_persistent", "NOT PERSISTENT");

  private H2Options() {}
}
