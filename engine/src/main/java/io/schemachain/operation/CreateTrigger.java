package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Trigger;

/**
 * Creates a trigger.
 *
 * @param replace whether it takes the place of one that is there
 */
public record CreateTrigger(Trigger trigger, boolean replace) implements Operation {
  public CreateTrigger {
    requireNonNull(trigger, "trigger");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateTrigger(this);
  }
}
