package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/** Makes a partition a table of its own, of that name, in the schema of its table. */
public record DetachPartition(TableName table, String partition) implements Operation {
  public DetachPartition {
    requireNonNull(table, "table");
    Names.requireName(partition, "partition");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDetachPartition(this);
  }
}
