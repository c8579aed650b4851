package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/** Drops an index. */
public record DropIndex(TableName table, String index) implements Operation {
  public DropIndex {
    requireNonNull(table, "table");
    Names.requireName(index, "index");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropIndex(this);
  }
}
