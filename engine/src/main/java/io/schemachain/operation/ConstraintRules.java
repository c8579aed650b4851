package io.schemachain.operation;

import io.schemachain.model.Check;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import java.util.List;
import java.util.Optional;

/** The effect of the operations on constraints that are there. */
final class ConstraintRules {
  private ConstraintRules() {}

  /**
   * A constraint that no revision made changes nothing here: it is looked up in the database, by
   * its kind and columns or with {@code if_exists}.
   */
  static Schema drop(DropConstraint operation, Table table, Schema schema) {
    operation.columns().forEach(column -> Lookup.column(table, column));
    Optional<Constraint> found = Lookup.constraint(table, operation);
    if (found.isEmpty()) {
      requireUnknown(operation, table);
      return schema;
    }
    Constraint constraint = found.get();
    Table changed = table.minus(constraint);
    ForeignKeyRules.requireStillUnique(
        table, changed, schema, "the constraint " + constraint.name());
    return schema.replace(table.name(), changed);
  }

  private static void requireUnknown(DropConstraint operation, Table table) {
    String name = operation.name();
    boolean taken =
        name != null && (table.index(name).isPresent() || !table.constraints(name).isEmpty());
    if (name != null && (taken || !operation.ifExists())) {
      throw Lookup.noConstraint(table, name, operation.kind());
    }
    PrimaryKey key = table.primaryKey();
    if (name == null && operation.kind() == ObjectKind.PRIMARY_KEY && key != null) {
      throw new OperationException(
          "The primary key of " + table.name() + " is (" + String.join(", ", key.columns()) + ").",
          "Leave `columns` out, or name these.");
    }
  }

  static Reversal inverseOfDrop(DropConstraint operation, Table before) {
    Optional<Constraint> found = operation.find(before);
    if (found.isPresent()) {
      return new Reversal.Operations(List.of(ObjectOperations.create(before.name(), found.get())));
    }
    return operation.ifExists()
        ? new Reversal.Operations(List.of())
        : new Reversal.PassedOver(
            "drop_constraint of "
                + before.name()
                + ": "
                + operation.what()
                + ", which no revision made, does not come back");
  }

  static Schema rename(RenameConstraint operation, Table table, Schema schema) {
    Constraint constraint = Lookup.constraint(table, operation.name(), operation.kind());
    if (operation.newName().equals(constraint.name())) {
      throw new OperationException(
          "The constraint has the name " + constraint.name() + " already.", null);
    }
    return schema.replace(
        table.name(), table.replace(constraint, constraint.withName(operation.newName())));
  }

  static Schema validate(ValidateConstraint operation, Table table, Schema schema) {
    Constraint constraint = Lookup.constraint(table, operation.name(), null);
    if (constraint.validated()) {
      throw new OperationException(
          "The constraint " + constraint.name() + " of " + table.name() + " is valid already.",
          "Only one that was created with `not_valid: true` is to be validated.");
    }
    Constraint validated =
        constraint instanceof ForeignKey key
            ? key.withValidated(true)
            : ((Check) constraint).withValidated(true);
    return schema.replace(table.name(), table.replace(constraint, validated));
  }
}
