package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Partition;
import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table the partition of that name of another one in its schema.
 *
 * @param before the partition that it takes its range from; null where it takes none away
 */
public record AttachPartition(TableName table, Partition partition, @Nullable String before)
    implements Operation {
  public AttachPartition {
    requireNonNull(table, "table");
    requireNonNull(partition, "partition");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitAttachPartition(this);
  }
}
