package io.schemachain.model;

import java.util.Locale;

/** What happens to rows that point to a row that is deleted or gets another key. */
public enum ReferentialAction {
  NO_ACTION,
  RESTRICT,
  CASCADE,
  SET_NULL,
  SET_DEFAULT;

  /** The word in a document, such as {@code set_null}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As SQL writes it, such as {@code SET NULL}. */
  public String sql() {
    return name().replace('_', ' ');
  }
}
