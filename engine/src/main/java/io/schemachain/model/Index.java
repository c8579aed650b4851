package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not there for the sake of a constraint.
 *
 * @param where condition of a partial index, else null
 * @param using the method in lower case, such as {@code gin}; null for the database's default
 * @param include columns that it holds beside the key
 * @param nullsNotDistinct whether two NULLs are the same value to a unique index
 */
public record Index(
    String name,
    List<IndexPart> parts,
    boolean unique,
    @Nullable String where,
    @Nullable String using,
    List<String> include,
    boolean nullsNotDistinct,
    Options options) {
  public Index {
    Names.requireName(name, "index");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("The index " + name + " has no columns.");
    }
    include = List.copyOf(include);
    if (nullsNotDistinct && !unique) {
      throw new IllegalArgumentException(
          "The index " + name + " is not unique, so that nulls_not_distinct says nothing.");
    }
    requireNonNull(options, "options");
  }

  public Index(String name, List<IndexPart> parts, boolean unique, @Nullable String where) {
    this(name, parts, unique, where, null, List.of(), false, Options.none());
  }

  public Index withOptions(Options value) {
    return new Index(name, parts, unique, where, using, include, nullsNotDistinct, value);
  }

  public Index withName(String value) {
    return new Index(value, parts, unique, where, using, include, nullsNotDistinct, options);
  }

  public Index withParts(List<IndexPart> value) {
    return new Index(name, value, unique, where, using, include, nullsNotDistinct, options);
  }

  public Index withWhere(@Nullable String value) {
    return new Index(name, parts, unique, value, using, include, nullsNotDistinct, options);
  }

  public Index withNullsNotDistinct(boolean value) {
    return new Index(name, parts, unique, where, using, include, value, options);
  }

  public Index withInclude(List<String> value) {
    return new Index(name, parts, unique, where, using, value, nullsNotDistinct, options);
  }

  /** Whether the key is of columns only, each with its whole value, compared as the column is. */
  public boolean isPlain() {
    return parts.stream()
        .allMatch(
            part ->
                part instanceof IndexPart.ColumnPart column
                    && column.length() == null
                    && column.options().collation() == null);
  }

  /** Whether there is an expression in the key. */
  public boolean hasExpression() {
    return parts.stream().anyMatch(IndexPart.ExpressionPart.class::isInstance);
  }

  /** Whether no two rows of the table can have the same values in its columns. */
  public boolean isKey() {
    return unique && where == null && isPlain();
  }

  /** The columns of the key and those beside it; those inside expressions are not known. */
  public List<String> allColumns() {
    List<String> all = new ArrayList<>(columns());
    all.addAll(include);
    return all;
  }

  /** The columns of the key; those inside expressions are not known. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>(parts.size());
    for (IndexPart part : parts) {
      if (part instanceof IndexPart.ColumnPart column) {
        columns.add(column.column());
      }
    }
    return columns;
  }

  /** The texts in it that may name columns. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (IndexPart part : parts) {
      if (part instanceof IndexPart.ExpressionPart expression) {
        texts.add(expression.sql());
      }
    }
    if (where != null) {
      texts.add(where);
    }
    return texts;
  }
}
