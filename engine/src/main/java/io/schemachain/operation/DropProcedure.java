package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Drops a procedure.
 *
 * @param arguments tell it from others of its name; null where it has the name alone
 * @param ifExists whether it is fine when there is none
 */
public record DropProcedure(TableName procedure, @Nullable String arguments, boolean ifExists)
    implements Operation {
  public DropProcedure {
    requireNonNull(procedure, "procedure");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropProcedure(this);
  }
}
