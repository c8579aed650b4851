package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Table;
import io.schemachain.operation.AttachPartition;
import java.util.List;

/** Where MariaDB has words for it. */
final class MariadbPartitions extends MysqlPartitions {
  private final MysqlFeatures features;

  MariadbPartitions(StandardDdl ddl, MysqlFeatures features) {
    super(ddl);
    this.features = features;
  }

  /** Of a list only. */
  @Override
  String rest(Partitioning partitioning, Partition partition) {
    if (partitioning.method() != Partitioning.Method.LIST) {
      throw noRest(partitioning, partition);
    }
    return " DEFAULT";
  }

  /** Behind the others only. */
  @Override
  protected List<SqlStatement> attach(AttachPartition operation) {
    if (!features.convertsTables() || operation.before() != null) {
      return super.attach(operation);
    }
    Table table = after().require(operation.table());
    requireNoChecks(table);
    Partition partition = created(table.name(), operation.partition().name());
    return List.of(
        ddl(
            "ALTER TABLE $N CONVERT TABLE $N TO PARTITION $N$L",
            table.name(),
            table.name().withName(partition.name()),
            partition.name(),
            bound(table, partition)));
  }
}
