package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for partitioned tables, and the effect of the operations on partitions. */
final class PartitionRules {
  private PartitionRules() {}

  /** A new table, whose partitions have ends that were left out filled in. */
  static Table created(Table table, Schema schema) {
    Partitioning written = table.partitioning();
    if (written == null) {
      return table;
    }
    for (String column : written.columns()) {
      Lookup.column(table, column);
    }
    PartitionBounds bounds = new PartitionBounds(table, written, schema.partitionsAreTables());
    Partitioning partitioning = written.withPartitions(List.of());
    for (Partition partition : written.partitions()) {
      partitioning = bounds.plus(partition, partitioning, partitioning.partitions().size());
    }
    Table created = table.withPartitioning(partitioning);
    requireKeys(created);
    return created;
  }

  /** "All columns of a unique key must be in the partition key", on every database that has it. */
  static void requireKeys(Table table) {
    Partitioning partitioning = table.partitioning();
    if (partitioning == null) {
      return;
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint) {
        requireKey(table, partitioning, constraint.name(), constraint.columns());
      }
    }
    for (Index index : table.indexes()) {
      if (index.unique()) {
        requireKey(table, partitioning, index.name(), index.columns());
      }
    }
  }

  private static void requireKey(
      Table table, Partitioning partitioning, String key, List<String> columns) {
    for (String column : partitioning.columns()) {
      if (!Names.contains(columns, column)) {
        throw new OperationException(
            "The key "
                + key
                + " of "
                + table.name()
                + " lacks "
                + column
                + " of the partition key.",
            "A key of a partitioned table has all columns of the partition key.");
      }
    }
  }

  static Schema create(CreatePartition operation, Table table, Schema schema) {
    return with(table, operation.partition(), operation.before(), schema);
  }

  private static Schema with(
      Table table, Partition partition, @Nullable String before, Schema schema) {
    Partitioning partitioning = required(table);
    requireOpen(partitioning);
    List<Partition> partitions = partitioning.partitions();
    int at = before == null ? partitions.size() : partitions.indexOf(find(table, before));
    PartitionBounds bounds = new PartitionBounds(table, partitioning, schema.partitionsAreTables());
    return schema.replace(
        table.name(), table.withPartitioning(bounds.plus(partition, partitioning, at)));
  }

  static Schema drop(DropPartition operation, Table table, Schema schema) {
    Partition partition = find(table, operation.partition());
    return without(table, partition, schema);
  }

  private static Schema without(Table table, Partition partition, Schema schema) {
    Partitioning partitioning = required(table);
    requireOpen(partitioning);
    return schema.replace(table.name(), table.withPartitioning(partitioning.minus(partition)));
  }

  private static Partitioning required(Table table) {
    Partitioning partitioning = table.partitioning();
    if (partitioning == null) {
      throw new OperationException(
          "The table " + table.name() + " is not partitioned.",
          "A table is partitioned when it is created, by `partition_by`.");
    }
    return partitioning;
  }

  private static void requireOpen(Partitioning partitioning) {
    if (partitioning.method() == Partitioning.Method.HASH) {
      throw new OperationException("The partitions of a hash come and go with their table.", null);
    }
  }

  static Partition find(Table table, String name) {
    Partitioning partitioning = required(table);
    Partition partition = partitioning.partition(name).orElse(null);
    if (partition == null || !partition.name().equals(name)) {
      throw new OperationException(
          "The table " + table.name() + " has no partition " + name + ".",
          Lookup.hint(name, partitioning.partitions().stream().map(Partition::name).toList()));
    }
    return partition;
  }

  // Tables that become partitions, and partitions that become tables

  static Schema attach(AttachPartition operation, Table table, Table attached, Schema schema) {
    requirePlain(table, attached, schema);
    Partition partition =
        operation.partition().withOwnNames(PartitionNames.of(table, attached, schema));
    requireAlike(table, PartitionNames.table(table, partition, schema), attached);
    Schema without = schema.minus(attached.name());
    return with(table, partition, operation.before(), without);
  }

  static Schema detach(DetachPartition operation, Table table, Schema schema) {
    Partition partition = find(table, operation.partition());
    requirePlain(table, null, schema);
    Table detached = PartitionNames.table(table, partition, schema);
    return without(table, partition, schema).plus(detached);
  }

  private static void requirePlain(Table table, @Nullable Table attached, Schema schema) {
    required(table);
    for (Table one : attached == null ? List.of(table) : List.of(table, attached)) {
      List<String> problems = new ArrayList<>();
      one.foreignKeys().stream().map(ForeignKey::name).forEach(problems::add);
      schema.referringTo(one.name()).forEach(other -> problems.add(other.name().toString()));
      if (!problems.isEmpty()) {
        throw new OperationException(
            "The table " + one.name() + " has foreign keys, from it or to it: " + problems + ".",
            "Drop them before a partition is attached or detached, and create them again after.");
      }
      for (Column column : one.columns()) {
        if (column.identity() != null) {
          throw new OperationException(
              "The column " + column.name() + " of " + one.name() + " numbers itself.",
              "A partition of such a table is neither attached nor detached; use a sequence.");
        }
      }
    }
    requireNoObjects(attached, schema);
  }

  private static void requireNoObjects(@Nullable Table attached, Schema schema) {
    if (attached == null) {
      return;
    }
    if (attached.partitioning() != null || attached.comment() != null) {
      throw new OperationException(
          "The table " + attached.name() + " is partitioned itself, or has a comment.",
          "A table that is attached has neither.");
    }
    if (!schema.objectsOn(attached.name()).isEmpty()) {
      throw new OperationException(
          "There are triggers on " + attached.name() + ".", "Drop them before it is attached.");
    }
  }

  /** What a table that is attached must have, no more and no less. */
  private static void requireAlike(Table table, Table expected, Table attached) {
    String differs =
        !attached.columns().equals(expected.columns())
            ? "columns"
            : !attached.checks().equals(expected.checks())
                ? "check constraints"
                : !attached.options().equals(expected.options())
                    ? "options"
                    : attached.isEquivalentTo(expected) ? null : "keys or indexes";
    if (differs != null) {
      throw new OperationException(
          "The table " + attached.name() + " has other " + differs + " than " + table.name() + ".",
          "Make both the same, in the same order.");
    }
  }

  /** Where the model holds no ends that follow others, a partition comes back before the next. */
  static @Nullable String next(Table table, Partition partition) {
    List<Partition> partitions = requireNonNull(table.partitioning()).partitions();
    int next = partitions.indexOf(partition) + 1;
    return partition.bound() instanceof Partition.Range range
            && range.from() == null
            && next < partitions.size()
        ? partitions.get(next).name()
        : null;
  }
}
