package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Drops a function.
 *
 * @param arguments tell it from others of its name; null where it has the name alone
 * @param ifExists whether it is fine when there is none
 */
public record DropFunction(TableName function, @Nullable String arguments, boolean ifExists)
    implements Operation {
  public DropFunction {
    requireNonNull(function, "function");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropFunction(this);
  }
}
