package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A condition that holds for every row. */
public record Check(String name, String sql, boolean validated) implements Constraint {
  public Check {
    Names.requireName(name, "check constraint");
    requireNonNull(sql, "sql");
    if (sql.isBlank()) {
      throw new IllegalArgumentException("The check constraint " + name + " has no condition.");
    }
  }

  public Check(String name, String sql) {
    this(name, sql, true);
  }

  /** Whether it says that a column is not null, and nothing else. */
  public boolean saysNotNull(String column) {
    return SqlIdentifiers.uses(sql, column) && bare(sql).equals(bare(column + "isnotnull"));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s()\"`\\[\\]]", "");
  }

  @Override
  public Check withName(String value) {
    return new Check(value, sql, validated);
  }

  public Check withSql(String value) {
    return new Check(name, value, validated);
  }

  public Check withValidated(boolean value) {
    return new Check(name, sql, value);
  }
}
