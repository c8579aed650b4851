package io.schemachain.model;

import java.util.List;

/** No two rows with the same values in these columns. */
public record UniqueConstraint(String name, List<String> columns) implements Constraint {
  public UniqueConstraint {
    Names.requireName(name, "unique constraint");
    columns = ColumnLists.require(columns, "The unique constraint " + name);
  }
}
