package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * No two rows with the same values in these columns.
 *
 * @param nullsNotDistinct whether two NULLs are the same value
 */
public record UniqueConstraint(
    String name, List<String> columns, Deferral deferral, boolean nullsNotDistinct)
    implements Constraint {
  public UniqueConstraint {
    Names.requireName(name, "unique constraint");
    columns = ColumnLists.require(columns, "The unique constraint " + name);
    requireNonNull(deferral, "deferral");
  }

  public UniqueConstraint(String name, List<String> columns) {
    this(name, columns, Deferral.NONE, false);
  }

  @Override
  public UniqueConstraint withName(String value) {
    return new UniqueConstraint(value, columns, deferral, nullsNotDistinct);
  }

  public UniqueConstraint withColumns(List<String> value) {
    return new UniqueConstraint(name, value, deferral, nullsNotDistinct);
  }
}
