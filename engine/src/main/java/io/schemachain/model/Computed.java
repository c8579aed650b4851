package io.schemachain.model;

import static java.util.Objects.requireNonNull;

/**
 * A column whose value is an expression over the others in its row.
 *
 * @param stored whether the value is kept in the row; otherwise it is computed when read
 */
public record Computed(String sql, boolean stored) {
  public Computed {
    requireNonNull(sql, "sql");
  }
}
