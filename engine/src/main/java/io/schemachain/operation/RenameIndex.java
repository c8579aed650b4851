package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/** Gives an index another name. */
public record RenameIndex(TableName table, String index, String newName) implements Operation {
  public RenameIndex {
    requireNonNull(table, "table");
    Names.requireName(index, "index");
    Names.requireName(newName, "index");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitRenameIndex(this);
  }
}
