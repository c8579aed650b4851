package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/** Drops a partition with its rows. */
public record DropPartition(TableName table, String partition) implements Operation {
  public DropPartition {
    requireNonNull(table, "table");
    Names.requireName(partition, "partition");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropPartition(this);
  }
}
