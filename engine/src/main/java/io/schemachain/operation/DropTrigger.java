package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;

/**
 * Drops a trigger.
 *
 * @param table the table or view that it is on
 * @param ifExists whether it is fine when there is none
 */
public record DropTrigger(TableName table, String trigger, boolean ifExists) implements Operation {
  public DropTrigger {
    requireNonNull(table, "table");
    requireNonNull(trigger, "trigger");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropTrigger(this);
  }
}
