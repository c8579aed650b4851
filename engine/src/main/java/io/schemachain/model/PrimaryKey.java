package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The primary key of a table. Its columns are not nullable. */
public record PrimaryKey(String name, List<String> columns, Deferral deferral)
    implements Constraint {
  public PrimaryKey {
    Names.requireName(name, "primary key");
    columns = ColumnLists.require(columns, "The primary key " + name);
    requireNonNull(deferral, "deferral");
  }

  public PrimaryKey(String name, List<String> columns) {
    this(name, columns, Deferral.NONE);
  }

  @Override
  public PrimaryKey withName(String value) {
    return new PrimaryKey(value, columns, deferral);
  }

  public PrimaryKey withColumns(List<String> value) {
    return new PrimaryKey(name, value, deferral);
  }
}
