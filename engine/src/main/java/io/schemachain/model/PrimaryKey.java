package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The primary key of a table. Its columns are not nullable. */
public record PrimaryKey(String name, List<String> columns, Deferral deferral, Options options)
    implements Constraint {
  public PrimaryKey {
    Names.requireName(name, "primary key");
    columns = ColumnLists.require(columns, "The primary key " + name);
    requireNonNull(deferral, "deferral");
    requireNonNull(options, "options");
  }

  public PrimaryKey(String name, List<String> columns) {
    this(name, columns, Deferral.NONE, Options.none());
  }

  @Override
  public PrimaryKey withName(String value) {
    return new PrimaryKey(value, columns, deferral, options);
  }

  public PrimaryKey withColumns(List<String> value) {
    return new PrimaryKey(name, value, deferral, options);
  }

  public PrimaryKey withOptions(Options value) {
    return new PrimaryKey(name, columns, deferral, value);
  }
}
