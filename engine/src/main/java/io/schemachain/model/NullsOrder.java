package io.schemachain.model;

import java.util.Locale;

/** Where NULL stands in an index. */
public enum NullsOrder {
  FIRST,
  LAST;

  /** The word in a document, such as {@code first}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
