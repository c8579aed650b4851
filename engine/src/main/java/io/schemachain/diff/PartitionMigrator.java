package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropPartition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Partitions that come and go. How a table is divided at all is changed by no operation. */
final class PartitionMigrator {
  private final Steps steps;
  private final Schema to;

  PartitionMigrator(Steps steps, Schema to) {
    this.steps = requireNonNull(steps, "steps");
    this.to = requireNonNull(to, "to");
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
        remove(table, old);
      }
    }
    for (int i = 0; i < after.partitions().size(); i++) {
      Partition wanted = after.partitions().get(i);
      if (before.partition(wanted.name()).isEmpty()) {
        String next = takesFromNext(wanted, i, before, after);
        add(table, wanted, next);
      }
    }
  }

  /** The partition that has the rows of a new one so far, where ranges are said by their ends. */
  private static @Nullable String takesFromNext(
      Partition wanted, int index, Partitioning before, Partitioning after) {
    if (!(wanted.bound() instanceof Partition.Range range) || range.from() != null) {
      return null;
    }
    for (Partition next : after.partitions().subList(index + 1, after.partitions().size())) {
      if (before.partition(next.name()).isPresent()) {
        return next.name();
      }
    }
    return null;
  }

  /** A partition that stays as a table is taken out, and loses nothing. */
  private void remove(TableName table, Partition old) {
    boolean stays = to.partitionsAreTables() && to.find(table.withName(old.name())).isPresent();
    if (stays && steps.addIfPossible(new DetachPartition(table, old.name()), List.of())) {
      return;
    }
    steps.addLossy(new DropPartition(table, old.name()));
  }

  private void add(TableName table, Partition wanted, @Nullable String next) {
    boolean isThere =
        to.partitionsAreTables() && steps.schema().find(table.withName(wanted.name())).isPresent();
    if (!isThere || !steps.addIfPossible(new AttachPartition(table, wanted, next), List.of())) {
      steps.add(new CreatePartition(table, wanted, next));
    }
  }
}
