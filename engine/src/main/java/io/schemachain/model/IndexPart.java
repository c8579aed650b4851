package io.schemachain.model;

import static java.util.Objects.requireNonNull;

/** One part of an index key. */
public sealed interface IndexPart {
  boolean descending();

  /** A column. */
  record ColumnPart(String column, boolean descending) implements IndexPart {
    public ColumnPart {
      Names.requireName(column, "column");
    }
  }

  /** An expression, without the parentheses that some databases want around it. */
  record ExpressionPart(String sql, boolean descending) implements IndexPart {
    public ExpressionPart {
      requireNonNull(sql, "sql");
    }
  }

  static IndexPart column(String name) {
    return new ColumnPart(name, false);
  }
}
