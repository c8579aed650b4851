package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Gives a constraint of any kind another name.
 *
 * @param kind null where the name alone says which
 */
public record RenameConstraint(
    TableName table, String name, @Nullable ObjectKind kind, String newName) implements Operation {
  public RenameConstraint {
    requireNonNull(table, "table");
    Names.requireName(name, "constraint");
    Names.requireName(newName, "constraint");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitRenameConstraint(this);
  }
}
