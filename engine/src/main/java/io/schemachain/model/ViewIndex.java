package io.schemachain.model;

import static java.util.Objects.requireNonNull;

/**
 * An index on a materialized view, whose columns are not known.
 *
 * @param table the view
 */
public record ViewIndex(TableName table, Index index) implements SchemaObject {
  public ViewIndex {
    requireNonNull(table, "table");
    requireNonNull(index, "index");
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.INDEX;
  }

  @Override
  public TableName name() {
    return table.withName(index.name());
  }

  @Override
  public SchemaObject onTable(TableName other) {
    return new ViewIndex(other, index);
  }
}
