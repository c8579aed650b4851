package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Table;

/** Creates a table with everything in it, its indexes included. */
public record CreateTable(Table table) implements Operation {
  public CreateTable {
    requireNonNull(table, "table");
  }

  public CreateTable withTable(Table value) {
    return new CreateTable(value);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateTable(this);
  }
}
