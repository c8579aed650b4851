package io.schemachain.model;

import static java.util.Objects.requireNonNull;

/** A condition that holds for every row. */
public record Check(String name, String sql) implements Constraint {
  public Check {
    Names.requireName(name, "check constraint");
    requireNonNull(sql, "sql");
    if (sql.isBlank()) {
      throw new IllegalArgumentException("The check constraint " + name + " has no condition.");
    }
  }
}
