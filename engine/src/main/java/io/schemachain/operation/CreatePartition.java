package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Partition;
import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Gives a partitioned table a partition more.
 *
 * @param before the partition that it takes its range from; null where it takes none away
 */
public record CreatePartition(TableName table, Partition partition, @Nullable String before)
    implements Operation {
  public CreatePartition {
    requireNonNull(table, "table");
    requireNonNull(partition, "partition");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreatePartition(this);
  }
}
