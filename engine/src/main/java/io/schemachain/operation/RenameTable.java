package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/** Gives a table another name within its schema. */
public record RenameTable(TableName table, String newName) implements Operation {
  public RenameTable {
    requireNonNull(table, "table");
    Names.requireName(newName, "table");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitRenameTable(this);
  }
}
