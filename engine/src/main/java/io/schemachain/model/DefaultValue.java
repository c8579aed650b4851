package io.schemachain.model;

import static java.util.Objects.requireNonNull;

/** What a column gets when a row says nothing. A column without one has none, never a NULL one. */
public sealed interface DefaultValue {

  /** A constant, as written; its meaning is that of {@link Literal#parse} for the column's type. */
  record Constant(String text) implements DefaultValue {
    public Constant {
      requireNonNull(text, "text");
    }
  }

  /** An expression that the database evaluates for each row. */
  record Expression(String sql) implements DefaultValue {
    public Expression {
      requireNonNull(sql, "sql");
    }
  }
}
