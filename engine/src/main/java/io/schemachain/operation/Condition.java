package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

/** Which rows an operation is for. */
public sealed interface Condition {

  /** All of them, which a document must say. */
  record All() implements Condition {}

  /** Those for which SQL in the words of the database is true. */
  record Sql(String sql) implements Condition {
    public Sql {
      requireNonNull(sql, "sql");
    }
  }

  /** Those with all of these values; NULL means that there is none. */
  record Equal(Row values) implements Condition {
    public Equal {
      requireNonNull(values, "values");
    }
  }
}
