package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;

/**
 * Drops a view.
 *
 * @param ifExists whether it is fine when there is none
 */
public record DropView(TableName view, boolean ifExists) implements Operation {
  public DropView {
    requireNonNull(view, "view");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropView(this);
  }
}
