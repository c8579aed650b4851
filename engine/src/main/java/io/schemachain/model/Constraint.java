package io.schemachain.model;

import java.util.List;

/** A named rule over the rows of one table. */
public sealed interface Constraint
    permits PrimaryKey, UniqueConstraint, ForeignKey, Check, Exclusion {
  String name();

  /** Those of the index that it has, where it has one. */
  default Options options() {
    return Options.none();
  }

  /** The same rule under another name. */
  Constraint withName(String value);

  /** The columns that it names itself; those in SQL text are not known. */
  default List<String> columns() {
    return List.of();
  }

  default Deferral deferral() {
    return Deferral.NONE;
  }

  /** Whether the rows that were there before it were checked; new ones always are. */
  default boolean validated() {
    return true;
  }
}
