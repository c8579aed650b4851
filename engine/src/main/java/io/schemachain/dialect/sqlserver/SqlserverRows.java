package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Table;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Row;
import java.util.List;

/** Rows on SQL Server. */
final class SqlserverRows extends RowDdl {
  private final SqlserverCatalog catalog;

  SqlserverRows(StandardDdl ddl, SqlserverCatalog catalog) {
    super(ddl);
    this.catalog = catalog;
  }

  @Override
  protected List<SqlStatement> withSqlOfAuthor(List<SqlStatement> statements) {
    return catalog.inDefaultSchema(statements);
  }

  @Override
  protected String oneBehind(String query, long offset) {
    return query + " OFFSET " + offset + " ROWS FETCH NEXT 1 ROWS ONLY";
  }

  /** Outside of a transaction each UPDATE commits by itself. */
  @Override
  protected String loop(Backfill operation, Table table, Column key, String update) {
    return sql(
        """
        DECLARE @low $L = ($L), @high $L;
        WHILE @low IS NOT NULL
        BEGIN
          SET @high = ($L);
          IF @high IS NULL
            $L$N >= @low;
          ELSE
            $L$N >= @low AND $N < @high;
          SET @low = @high;
        END""",
        type(key),
        first(table, key),
        type(key),
        next(table, key, "@low", operation.batchSize()),
        update,
        key.name(),
        update,
        key.name(),
        key.name());
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
