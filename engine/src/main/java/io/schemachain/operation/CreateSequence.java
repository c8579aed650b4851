package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Sequence;

/**
 * Creates a sequence.
 *
 * @param ifNotExists whether it is no error that it exists already
 */
public record CreateSequence(Sequence sequence, boolean ifNotExists) implements Operation {
  public CreateSequence {
    requireNonNull(sequence, "sequence");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateSequence(this);
  }
}
