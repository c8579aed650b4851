package io.schemachain.model;

import static java.util.Objects.requireNonNull;

/**
 * A value in a row or a default, as it was written. What a text means is said by the type of its
 * column, which only the replayed schema knows: see {@link Literal#parse}.
 */
public sealed interface Value {

  /** NULL. */
  record Null() implements Value {}

  /** A scalar, as written: {@code 007}, {@code no}, {@code 2026-11-20}. */
  record Text(String text) implements Value {
    public Text {
      requireNonNull(text, "text");
    }
  }

  /** An object or a list, as JSON without white space: a value for a column of JSON alone. */
  record Json(String text) implements Value {
    public Json {
      requireNonNull(text, "text");
    }
  }

  /** An expression that the database evaluates. */
  record Sql(String sql) implements Value {
    public Sql {
      requireNonNull(sql, "sql");
    }
  }

  /** NULL. */
  Value NULL = new Null();

  /**
   * What SQL begins with that a person has yet to write: whoever reads a revision refuses it until
   * something else is in its place.
   */
  String TODO = "TODO:";

  static Value text(String text) {
    return new Text(text);
  }

  static Value sql(String sql) {
    return new Sql(sql);
  }
}
