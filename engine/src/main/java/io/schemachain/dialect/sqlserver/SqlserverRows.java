package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Table;
import io.schemachain.operation.Row;
import java.util.List;

/** Rows on SQL Server. */
final class SqlserverRows extends RowDdl {
  SqlserverRows(StandardDdl ddl) {
    super(ddl);
  }

  @Override
  protected int rowsPerUpsert() {
    return 1;
  }

  /**
   * An UPDATE that keeps the place of the key, and an INSERT where it found nothing: MERGE wants a
   * source of rows, in which one value makes the type of a column.
   */
  @Override
  protected String upsert(Table table, List<String> key, List<Row> rows) {
    Row row = rows.get(0);
    List<String> others = others(row.columns(), key);
    String found = sql("$N WITH (UPDLOCK, HOLDLOCK)", table.name());
    String where = equal(table, row, key);
    String insert = insert(table, rows);
    if (others.isEmpty()) {
      return sql("IF NOT EXISTS (SELECT 1 FROM $L WHERE $L)\n$L", found, where, block(insert));
    }
    return sql(
        "UPDATE $L SET $L WHERE $L;\nIF @@ROWCOUNT = 0\n$L",
        found,
        assignments(table, row, others),
        where,
        block(insert));
  }

  private static String block(String statements) {
    return "BEGIN\n" + statements + ";\nEND";
  }
}
