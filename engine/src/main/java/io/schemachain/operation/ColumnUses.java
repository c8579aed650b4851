package io.schemachain.operation;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import java.util.Optional;

/** Who uses a column, so that it cannot go. */
final class ColumnUses {
  private ColumnUses() {}

  /** One use, and how to end it. */
  record Use(String what, String hint) {}

  static Optional<Use> of(Table table, String column, Schema schema) {
    for (Constraint constraint : table.constraints()) {
      if (uses(constraint, column)) {
        return Optional.of(constraintUse(constraint, table));
      }
    }
    for (Index index : table.indexes()) {
      if (uses(index, column)) {
        return Optional.of(
            new Use(
                "the index " + index.name(),
                "Drop it first: drop_index: {table: "
                    + table.name()
                    + ", name: "
                    + index.name()
                    + "}."));
      }
    }
    for (Column other : table.columns()) {
      if (other.computed() != null && SqlIdentifiers.uses(other.computed().sql(), column)) {
        return Optional.of(new Use("the computed column " + other.name(), "Drop that one first."));
      }
    }
    Partitioning partitioning = table.partitioning();
    if (partitioning != null && isInKey(partitioning, column)) {
      return Optional.of(
          new Use("the partition key", "The partition key is for the life of a table."));
    }
    for (Table other : schema.referringTo(table.name())) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(table.name()) && key.referredColumns().contains(column)) {
          return Optional.of(constraintUse(key, other));
        }
      }
    }
    return Optional.empty();
  }

  static boolean isInKey(Partitioning partitioning, String column) {
    return partitioning.sql() == null
        ? partitioning.columns().contains(column)
        : SqlIdentifiers.uses(partitioning.sql(), column);
  }

  private static Use constraintUse(Constraint constraint, Table table) {
    return new Use(
        "the "
            + ObjectKind.of(constraint).words()
            + " "
            + constraint.name()
            + " of "
            + table.name(),
        "Drop it first: drop_constraint: {table: "
            + table.name()
            + ", name: "
            + constraint.name()
            + "}.");
  }

  private static boolean uses(Constraint constraint, String column) {
    if (constraint instanceof Check check) {
      return SqlIdentifiers.uses(check.sql(), column);
    }
    return constraint.columns().contains(column)
        || (constraint instanceof Exclusion exclusion
            && exclusion.texts().stream().anyMatch(text -> SqlIdentifiers.uses(text, column)));
  }

  private static boolean uses(Index index, String column) {
    return index.allColumns().contains(column)
        || index.texts().stream().anyMatch(text -> SqlIdentifiers.uses(text, column));
  }
}
