package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/** Drops one column of a table. */
public record DropColumn(TableName table, String column) implements Operation {
  public DropColumn {
    requireNonNull(table, "table");
    Names.requireName(column, "column");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropColumn(this);
  }
}
