package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The primary key of a table. Its columns are not nullable. */
public record PrimaryKey(String name, List<String> columns, Options options) implements Constraint {
  public PrimaryKey {
    Names.requireName(name, "primary key");
    columns = ColumnLists.require(columns, "The primary key " + name);
    requireNonNull(options, "options");
  }

  public PrimaryKey(String name, List<String> columns) {
    this(name, columns, Options.none());
  }

  public PrimaryKey withOptions(Options value) {
    return new PrimaryKey(name, columns, value);
  }
}
