package io.schemachain.fact;

import java.util.Locale;

/** How much work a form is, the least first. It grows with the table from {@link #SCAN} on. */
public enum Cost {
  /** The catalog alone. */
  METADATA,
  /** The rows that are changed. */
  ROWS,
  /** Reads all rows. */
  SCAN,
  /** Reads all rows and builds an index. */
  INDEX_BUILD,
  /** Writes all rows anew, in place, with the indexes where it has to. */
  REWRITE,
  /** Makes a copy of the table and drops the old one. */
  COPY,
  /** Nobody knows: it depends on SQL that is not understood. */
  UNKNOWN;

  /** As in the data files: {@code index build}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Cost of(String word) {
    for (Cost cost : values()) {
      if (cost.word().equals(word)) {
        return cost;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no cost.");
  }
}
