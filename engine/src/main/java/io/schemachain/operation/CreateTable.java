package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Table;

/**
 * Creates a table with everything in it, its indexes included.
 *
 * @param ifNotExists whether it is fine when the table is there already, as it is here
 */
public record CreateTable(Table table, boolean ifNotExists) implements Operation {
  public CreateTable {
    requireNonNull(table, "table");
  }

  /** Creates a table that is not there. */
  public CreateTable(Table table) {
    this(table, false);
  }

  public CreateTable withTable(Table value) {
    return new CreateTable(value, ifNotExists);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateTable(this);
  }
}
