package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** One part of an index key. */
public sealed interface IndexPart {
  Options options();

  IndexPart withOptions(Options value);

  default boolean descending() {
    return options().descending();
  }

  /**
   * How the part is ordered and compared; null is the database's default.
   *
   * @param operatorClass as SQL writes it, with its parameters if it has some
   */
  record Options(
      boolean descending,
      @Nullable NullsOrder nulls,
      @Nullable String collation,
      @Nullable String operatorClass) {
    public static final Options DEFAULT = new Options(false, null, null, null);

    /** Not by equals: the first use of a record's own costs a short run much. */
    public boolean isDefault() {
      return !descending && nulls == null && collation == null && operatorClass == null;
    }
  }

  /**
   * A column.
   *
   * @param length how many of its characters or bytes, the first ones; null for all
   */
  record ColumnPart(String column, @Nullable Integer length, Options options) implements IndexPart {
    public ColumnPart {
      Names.requireName(column, "column");
      requireNonNull(options, "options");
      if (length != null && length < 1) {
        throw new IllegalArgumentException(
            "The length of " + column + " in the index is not positive.");
      }
    }

    public ColumnPart(String column, boolean descending) {
      this(column, null, new Options(descending, null, null, null));
    }

    @Override
    public ColumnPart withOptions(Options value) {
      return new ColumnPart(column, length, value);
    }

    public ColumnPart withColumn(String value) {
      return new ColumnPart(value, length, options);
    }
  }

  /** An expression, without the parentheses that some databases want around it. */
  record ExpressionPart(String sql, Options options) implements IndexPart {
    public ExpressionPart {
      requireNonNull(sql, "sql");
      requireNonNull(options, "options");
    }

    public ExpressionPart(String sql, boolean descending) {
      this(sql, new Options(descending, null, null, null));
    }

    @Override
    public ExpressionPart withOptions(Options value) {
      return new ExpressionPart(sql, value);
    }

    public ExpressionPart withSql(String value) {
      return new ExpressionPart(value, options);
    }
  }

  static IndexPart column(String name) {
    return new ColumnPart(name, false);
  }
}
