package io.schemachain.dialect.mysql;

import io.schemachain.dialect.PartitionDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.DataType;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Partitions belong to their table; a range has an upper end only. */
class MysqlPartitions extends PartitionDdl {
  /** Of RANGE COLUMNS and LIST COLUMNS. */
  private static final Set<TypeKind> IN_KEYS =
      Set.of(
          TypeKind.SMALLINT,
          TypeKind.INTEGER,
          TypeKind.BIGINT,
          TypeKind.CHAR,
          TypeKind.STRING,
          TypeKind.BINARY,
          TypeKind.VARBINARY,
          TypeKind.DATE,
          TypeKind.TIMESTAMP);

  MysqlPartitions(StandardDdl ddl) {
    super(ddl);
  }

  @Override
  protected final String clause(Table table, Partitioning partitioning) {
    if (partitioning.partitions().isEmpty()) {
      throw dialect()
          .unsupported(
              "a partitioned table without partitions",
              "Write `partitions` for " + table.name() + ".");
    }
    List<String> partitions = new ArrayList<>();
    for (Partition partition : partitioning.partitions()) {
      partitions.add(definition(table, partition));
    }
    return sql(
        "\nPARTITION BY $L (\n  $L\n)", key(table, partitioning), String.join(",\n  ", partitions));
  }

  private String key(Table table, Partitioning partitioning) {
    String expression = partitioning.sql();
    if (expression != null) {
      return partitioning.method().name() + " (" + written(expression) + ")";
    }
    if (partitioning.method() == Partitioning.Method.HASH) {
      return sql("KEY ($N)", partitioning.columns());
    }
    for (String column : partitioning.columns()) {
      DataType type = table.column(column).orElseThrow().type();
      if (type.kind() != null && !IN_KEYS.contains(type.kind())) {
        throw dialect()
            .unsupported(
                "the type " + type + " in a partition key",
                "Partition by a whole number, a text with a length, a date or a timestamp.");
      }
    }
    return sql("$L COLUMNS ($N)", partitioning.method().name(), partitioning.columns());
  }

  private String definition(Table table, Partition partition) {
    return sql("PARTITION $N$L", partition.name(), bound(table, partition));
  }

  /** With a space before it. */
  String bound(Table table, Partition partition) {
    if (partition.bound() instanceof Partition.Range range) {
      if (!range.to().isEmpty()) {
        return sql(" VALUES LESS THAN ($L)", values(table, range.to()));
      }
      List<String> open = new ArrayList<>();
      for (int i = 0; i < of(table).width(); i++) {
        open.add("MAXVALUE");
      }
      return " VALUES LESS THAN (" + String.join(", ", open) + ")";
    }
    if (partition.bound() instanceof Partition.In in) {
      return sql(" VALUES IN ($L)", alternatives(table, in.values()));
    }
    return partition.bound() instanceof Partition.Hash ? "" : rest(of(table), partition);
  }

  String rest(Partitioning partitioning, Partition partition) {
    throw noRest(partitioning, partition);
  }

  final RuntimeException noRest(Partitioning partitioning, Partition partition) {
    return dialect()
        .unsupported(
            "the default partition " + partition.name(),
            partitioning.method() == Partitioning.Method.RANGE
                ? "Leave `default` out, and `to` of the last partition."
                : "List the values.");
  }

  @Override
  protected final List<SqlStatement> create(CreatePartition operation) {
    return List.of(add(operation.table(), operation.partition().name(), operation.before()));
  }

  /** "VALUES LESS THAN value must be strictly increasing" (1493), so one among others splits. */
  final SqlStatement add(TableName name, String partition, @Nullable String before) {
    Table table = after().require(name);
    String definition = definition(table, created(name, partition));
    if (before == null) {
      return ddl("ALTER TABLE $N ADD PARTITION ($L)", name, definition);
    }
    Partition next = of(table).partition(before).orElseThrow();
    return ddl(
        "ALTER TABLE $N REORGANIZE PARTITION $N INTO (\n  $L,\n  $L\n)",
        name,
        before,
        definition,
        definition(table, next));
  }

  @Override
  protected final List<SqlStatement> drop(DropPartition operation) {
    return List.of(drop(operation.table(), operation.partition()));
  }

  /** "Cannot remove all partitions, use DROP TABLE instead" (1508). */
  private SqlStatement drop(TableName table, String partition) {
    if (of(after().require(table)).partitions().isEmpty()) {
      throw dialect()
          .unsupported(
              "a partitioned table without partitions, which " + table + " would be",
              "Add another partition first, or drop the table.");
    }
    return ddl("ALTER TABLE $N DROP PARTITION $N", table, partition);
  }

  /** The names of checks belong to the schema, and so to one of the two tables. */
  final void requireNoChecks(Table table) {
    if (!table.checks().isEmpty()) {
      throw dialect()
          .unsupported(
              "attaching or detaching a partition of a table with check constraints",
              "Drop them before and create them again after.");
    }
  }

  @Override
  protected List<SqlStatement> attach(AttachPartition operation) {
    TableName table = operation.table();
    requireNoChecks(after().require(table));
    String partition = operation.partition().name();
    return List.of(
        add(table, partition, operation.before()),
        exchange(table, partition),
        ddl("DROP TABLE $N", table.withName(partition)));
  }

  private SqlStatement exchange(TableName table, String partition) {
    return ddl(
        "ALTER TABLE $N EXCHANGE PARTITION $N WITH TABLE $N",
        table,
        partition,
        table.withName(partition));
  }

  /** Not by CONVERT PARTITION, which "Incorrect prefix key" (1089) may stop on MariaDB 11.4. */
  @Override
  protected final List<SqlStatement> detach(DetachPartition operation) {
    TableName table = operation.table();
    requireNoChecks(before().require(table));
    TableName detached = table.withName(operation.partition());
    SqlStatement drop = drop(table, operation.partition());
    return List.of(
        ddl("CREATE TABLE $N LIKE $N", detached, table),
        ddl("ALTER TABLE $N REMOVE PARTITIONING$L", detached, withoutComment(table)),
        exchange(table, operation.partition()),
        drop);
  }

  private String withoutComment(TableName table) {
    return before().require(table).comment() == null ? "" : ", COMMENT = ''";
  }
}
