package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/**
 * Drops one column of a table.
 *
 * @param ifExists whether it is fine when there is none
 */
public record DropColumn(TableName table, String column, boolean ifExists) implements Operation {
  public DropColumn {
    requireNonNull(table, "table");
    Names.requireName(column, "column");
  }

  /** Drops a column that is there. */
  public DropColumn(TableName table, String column) {
    this(table, column, false);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropColumn(this);
  }
}
