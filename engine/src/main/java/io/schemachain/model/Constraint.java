package io.schemachain.model;

/** A named rule over the rows of one table. */
public sealed interface Constraint permits PrimaryKey, UniqueConstraint, ForeignKey, Check {
  String name();

  /** Those of the index that it has, where it has one. */
  default Options options() {
    return Options.none();
  }
}
