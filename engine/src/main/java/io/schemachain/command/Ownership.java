package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diff.Difference;
import io.schemachain.model.Constraint;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;

/**
 * What revisions made. Only that is ever proposed for removal: the rest belongs to somebody else.
 */
final class Ownership {
  private final Schema chain;

  /**
   * @param chain what the revisions lead to
   */
  Ownership(Schema chain) {
    this.chain = requireNonNull(chain, "chain");
  }

  /** Whether something that a database has beyond what is wanted was made by a revision. */
  boolean mayRemove(Difference difference) {
    if (difference instanceof Difference.OfObject of) {
      return of.before() == null || has(of.before());
    }
    Table table = difference.table() == null ? null : chain.find(difference.table()).orElse(null);
    if (table == null) {
      return false;
    }
    if (difference instanceof Difference.OfColumn column) {
      return table.column(column.name()).isPresent();
    }
    if (difference instanceof Difference.OfConstraint of && of.before() != null) {
      return has(table, of.before());
    }
    if (difference instanceof Difference.OfIndex of && of.before() != null) {
      String name = of.before().name();
      return table.indexes().stream().anyMatch(index -> index.name().equalsIgnoreCase(name));
    }
    return !(difference instanceof Difference.OfComment) || table.comment() != null;
  }

  /** By its name, or by its kind and columns where names are made up. */
  private static boolean has(Table table, Constraint constraint) {
    ObjectKind kind = ObjectKind.of(constraint);
    return table.constraints().stream()
        .anyMatch(
            other ->
                other.name().equalsIgnoreCase(constraint.name())
                    || (ObjectKind.of(other) == kind
                        && !other.columns().isEmpty()
                        && other.columns().equals(constraint.columns())));
  }

  private boolean has(SchemaObject object) {
    if (object instanceof Routine routine) {
      return chain.routine(object.kind(), object.name(), routine.arguments()).isPresent();
    }
    return object.table() == null
        ? chain.find(object.kind(), object.name()).isPresent() || usesType(object)
        : chain.find(object.kind(), object.table(), object.name().name()).isPresent();
  }

  private boolean usesType(SchemaObject object) {
    return object.kind() == ObjectKind.TYPE && !chain.usingType(object.name().name()).isEmpty();
  }
}
