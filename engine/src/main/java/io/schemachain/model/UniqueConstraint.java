package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * No two rows with the same values in these columns.
 *
 * @param nullsNotDistinct whether two NULLs are the same value
 */
public record UniqueConstraint(
    String name, List<String> columns, Deferral deferral, boolean nullsNotDistinct, Options options)
    implements Constraint {
  public UniqueConstraint {
    Names.requireName(name, "unique constraint");
    columns = ColumnLists.require(columns, "The unique constraint " + name);
    requireNonNull(deferral, "deferral");
    requireNonNull(options, "options");
  }

  public UniqueConstraint(String name, List<String> columns) {
    this(name, columns, Deferral.NONE, false, Options.none());
  }

  @Override
  public UniqueConstraint withName(String value) {
    return new UniqueConstraint(value, columns, deferral, nullsNotDistinct, options);
  }

  public UniqueConstraint withColumns(List<String> value) {
    return new UniqueConstraint(name, value, deferral, nullsNotDistinct, options);
  }

  public UniqueConstraint withOptions(Options value) {
    return new UniqueConstraint(name, columns, deferral, nullsNotDistinct, value);
  }
}
