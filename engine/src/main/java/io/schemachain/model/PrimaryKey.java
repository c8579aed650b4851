package io.schemachain.model;

import java.util.List;

/** The primary key of a table. Its columns are not nullable. */
public record PrimaryKey(String name, List<String> columns) implements Constraint {
  public PrimaryKey {
    Names.requireName(name, "primary key");
    columns = ColumnLists.require(columns, "The primary key " + name);
  }
}
