package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with a name.
 *
 * @param materialized whether the database keeps its rows
 * @param columns names for its columns; empty where the query names them
 * @param options what else is said of it, in the words of the database; null for nothing
 * @param sql the query, and what may stand behind it
 * @param comment null for none
 */
public record View(
    TableName name,
    boolean materialized,
    List<String> columns,
    @Nullable String options,
    String sql,
    @Nullable String comment)
    implements SchemaObject {
  public View {
    requireNonNull(name, "name");
    columns = List.copyOf(columns);
    columns.forEach(column -> Names.requireName(column, "column"));
    requireNonNull(sql, "sql");
  }

  @Override
  public ObjectKind kind() {
    return materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
  }

  public View withComment(@Nullable String value) {
    return new View(name, materialized, columns, options, sql, value);
  }

  @Override
  public List<String> texts() {
    return List.of(sql);
  }
}
