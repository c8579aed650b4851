package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** No two rows with the same values in these columns. */
public record UniqueConstraint(String name, List<String> columns, Options options)
    implements Constraint {
  public UniqueConstraint {
    Names.requireName(name, "unique constraint");
    columns = ColumnLists.require(columns, "The unique constraint " + name);
    requireNonNull(options, "options");
  }

  public UniqueConstraint(String name, List<String> columns) {
    this(name, columns, Options.none());
  }

  public UniqueConstraint withOptions(Options value) {
    return new UniqueConstraint(name, columns, value);
  }
}
