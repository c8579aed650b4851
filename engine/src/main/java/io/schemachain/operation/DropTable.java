package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;

/**
 * Drops a table.
 *
 * @param ifExists whether it is fine when there is none
 */
public record DropTable(TableName table, boolean ifExists) implements Operation {
  public DropTable {
    requireNonNull(table, "table");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropTable(this);
  }
}
