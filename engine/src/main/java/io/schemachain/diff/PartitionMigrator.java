package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.DropPartition;
import java.util.List;

/** Partitions that come and go. How a table is divided at all is changed by no operation. */
final class PartitionMigrator {
  private final Steps steps;

  PartitionMigrator(Steps steps) {
    this.steps = requireNonNull(steps, "steps");
  }

  void migrate(List<Difference> differences) {
    for (Difference difference : differences) {
      if (difference instanceof Difference.OfPartitioning partitions
          && partitions.before() != null
          && partitions.after() != null
          && partitions
              .before()
              .withPartitions(List.of())
              .equals(partitions.after().withPartitions(List.of()))) {
        migrate(partitions.table(), partitions.before(), partitions.after());
      }
    }
  }

  private void migrate(TableName table, Partitioning before, Partitioning after) {
    for (Partition old : before.partitions()) {
      if (after.partition(old.name()).isEmpty()) {
        steps.add(
            new DropPartition(table, old.name()),
            List.of("Loses the rows of the partition " + old.name() + "."));
      }
    }
    for (Partition wanted : after.partitions()) {
      if (before.partition(wanted.name()).isEmpty()) {
        steps.add(new CreatePartition(table, wanted, null));
      }
    }
  }
}
