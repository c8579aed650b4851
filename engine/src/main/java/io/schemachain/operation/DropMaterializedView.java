package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;

/**
 * Drops a materialized view.
 *
 * @param ifExists whether it is fine when there is none
 */
public record DropMaterializedView(TableName view, boolean ifExists) implements Operation {
  public DropMaterializedView {
    requireNonNull(view, "view");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropMaterializedView(this);
  }
}
