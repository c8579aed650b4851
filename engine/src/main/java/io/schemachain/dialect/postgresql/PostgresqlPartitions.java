package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.PartitionDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A partition is a table by itself. */
final class PostgresqlPartitions extends PartitionDdl {
  PostgresqlPartitions(StandardDdl ddl) {
    super(ddl);
  }

  @Override
  protected String clause(Table table, Partitioning partitioning) {
    requireStorage(table);
    requireNoKeys(table, partitioning);
    return sql(
        " PARTITION BY $L ($L)",
        partitioning.method().name().toUpperCase(Locale.ROOT),
        partitioning.sql() == null
            ? sql("$N", partitioning.columns())
            : "(" + written(partitioning.sql()) + ")");
  }

  /** "cannot specify storage parameters for a partitioned table", "cannot be unlogged". */
  private void requireStorage(Table table) {
    for (String word : table.options().words().keySet()) {
      if (!word.equals("tablespace")) {
        throw dialect()
            .unsupported(
                "the option " + word + " of a partitioned table",
                "Leave it out of " + table.name() + ".");
      }
    }
  }

  /** "constraints cannot be used when partition keys include expressions". */
  private void requireNoKeys(Table table, Partitioning partitioning) {
    boolean unique =
        table.primaryKey() != null
            || !table.uniqueConstraints().isEmpty()
            || table.indexes().stream().anyMatch(Index::unique);
    if (partitioning.sql() != null && unique) {
      throw dialect()
          .unsupported(
              "a unique key of a table that is partitioned by an expression",
              "Partition " + table.name() + " by a column, or leave the key out.");
    }
  }

  @Override
  protected List<SqlStatement> partitionsOf(Table table) {
    List<SqlStatement> statements = new ArrayList<>();
    of(table).partitions().forEach(partition -> statements.add(create(table, partition)));
    return statements;
  }

  private SqlStatement create(Table table, Partition partition) {
    return ddl(
        "CREATE TABLE $N PARTITION OF $N $L",
        table.name().withName(partition.name()),
        table.name(),
        bound(table, partition));
  }

  private String bound(Table table, Partition partition) {
    if (partition.bound() instanceof Partition.Range range) {
      List<Value> from = range.from() == null ? List.of() : range.from();
      return sql(
          "FOR VALUES FROM ($L) TO ($L)",
          end(table, from, "MINVALUE"),
          end(table, range.to(), "MAXVALUE"));
    }
    if (partition.bound() instanceof Partition.In in) {
      return sql("FOR VALUES IN ($L)", alternatives(table, in.values()));
    }
    return partition.bound() instanceof Partition.Hash hash
        ? "FOR VALUES WITH (MODULUS " + hash.count() + ", REMAINDER " + hash.remainder() + ")"
        : "DEFAULT";
  }

  private String end(Table table, List<Value> values, String none) {
    if (!values.isEmpty()) {
      return values(table, values);
    }
    List<String> open = new ArrayList<>();
    for (int i = 0; i < of(table).width(); i++) {
      open.add(none);
    }
    return String.join(", ", open);
  }

  private void requireNothingBefore(@Nullable String before) {
    if (before != null) {
      throw dialect()
          .unsupported(
              "a partition that takes its range from " + before,
              "Leave `before` out: a partition has two ends of its own.");
    }
  }

  @Override
  protected List<SqlStatement> create(CreatePartition operation) {
    requireNothingBefore(operation.before());
    Table table = after().require(operation.table());
    return List.of(create(table, created(operation.table(), operation.partition().name())));
  }

  @Override
  protected List<SqlStatement> drop(DropPartition operation) {
    return List.of(ddl("DROP TABLE $N", operation.table().withName(operation.partition())));
  }

  @Override
  protected List<SqlStatement> attach(AttachPartition operation) {
    requireNothingBefore(operation.before());
    Table table = after().require(operation.table());
    Partition partition = created(operation.table(), operation.partition().name());
    return List.of(
        ddl(
            "ALTER TABLE $N ATTACH PARTITION $N $L",
            table.name(),
            table.name().withName(partition.name()),
            bound(table, partition)));
  }

  @Override
  protected List<SqlStatement> detach(DetachPartition operation) {
    Table table = before().require(operation.table());
    TableName name = table.name().withName(operation.partition());
    Table detached = after().require(name);
    List<SqlStatement> statements = new ArrayList<>(nameIndexes(table, detached));
    statements.add(ddl("ALTER TABLE $N DETACH PARTITION $N", table.name(), name));
    for (Column column : detached.columns()) {
      if (column.comment() != null) {
        statements.add(ddl("COMMENT ON COLUMN $N.$N IS $S", name, column.name(), column.comment()));
      }
    }
    return statements;
  }

  /** The server called them something when it made them; from here on revisions name them. */
  private List<SqlStatement> nameIndexes(Table table, Table detached) {
    List<String> names = new ArrayList<>();
    List<Constraint> constraints = keys(table);
    List<Constraint> own = keys(detached);
    for (int i = 0; i < constraints.size(); i++) {
      names.add(sql("($S, $S)", constraints.get(i).name(), required(own.get(i).name())));
    }
    for (int i = 0; i < table.indexes().size(); i++) {
      names.add(
          sql(
              "($S, $S)",
              table.indexes().get(i).name(),
              required(detached.indexes().get(i).name())));
    }
    return names.isEmpty()
        ? List.of()
        : List.of(
            SqlStatement.ddl(
                PostgresqlBlock.of(
                    sql(
                        """
                        DECLARE
                          change text;
                        BEGIN
                          FOR change IN SELECT format('ALTER INDEX %s RENAME TO %I', c.oid::regclass, n.name)
                            FROM (VALUES $L) AS n (parent, name)
                            JOIN pg_catalog.pg_class p ON p.relname = n.parent
                            JOIN pg_catalog.pg_inherits h ON h.inhparent = p.oid
                            JOIN pg_catalog.pg_class c ON c.oid = h.inhrelid AND c.relname <> n.name
                            JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid AND x.indrelid = to_regclass($S)
                          LOOP
                            EXECUTE change;
                          END LOOP;
                        END""",
                        String.join(", ", names),
                        dialect().identifiers().quote(detached.name())))));
  }

  private static List<Constraint> keys(Table table) {
    return table.constraints().stream()
        .filter(c -> c instanceof PrimaryKey || c instanceof UniqueConstraint)
        .toList();
  }

  private String required(String name) {
    if (dialect().identifiers().isTooLong(name)) {
      throw dialect()
          .unsupported(
              "the name " + name + ", which is too long, of an index of a detached partition",
              "Give the index of the partitioned table a shorter name before.");
    }
    return name;
  }
}
