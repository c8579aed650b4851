package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;

/**
 * Drops a sequence.
 *
 * @param ifExists whether it is no error that there is none
 */
public record DropSequence(TableName name, boolean ifExists) implements Operation {
  public DropSequence {
    requireNonNull(name, "name");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropSequence(this);
  }
}
