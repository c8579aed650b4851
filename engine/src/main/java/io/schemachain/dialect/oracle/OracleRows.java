package io.schemachain.dialect.oracle;

import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BackfillRules;
import io.schemachain.operation.Row;
import java.util.List;

/** Rows on Oracle. */
final class OracleRows extends RowDdl {
  OracleRows(StandardDdl ddl) {
    super(ddl);
  }

  /** ORA-00932: "inconsistent datatypes: expected - got CLOB". */
  @Override
  protected void requireComparable(Column column) {
    if (column.type().is(TypeKind.TEXT) || column.type().is(TypeKind.BLOB)) {
      throw dialect()
          .unsupported(
              "comparing " + column.name() + " of the type " + column.type(),
              "Write the condition as SQL, with DBMS_LOB.COMPARE.");
    }
  }

  @Override
  protected String oneBehind(String query, long offset) {
    return query + " OFFSET " + offset + " ROWS FETCH NEXT 1 ROWS ONLY";
  }

  /** A driver gives a RAW in other words than those of a UUID. */
  @Override
  protected SqlStatement backfill(Backfill operation, Table table) {
    if (BackfillRules.key(operation, table).type().is(TypeKind.UUID)) {
      throw dialect()
          .unsupported("a backfill along a column of the type uuid", "Name another as `key`.");
    }
    return super.backfill(operation, table);
  }

  @Override
  protected String loop(Backfill operation, Table table, Column key, String update) {
    return sql(
        """
        DECLARE
          schemachain_low $N.$N%TYPE;
          schemachain_high $N.$N%TYPE;
        BEGIN
          SELECT MIN($N) INTO schemachain_low FROM $N;
          WHILE schemachain_low IS NOT NULL LOOP
            SELECT MIN($N) INTO schemachain_high FROM (
              $L
            );
            IF schemachain_high IS NULL THEN
              $L$N >= schemachain_low;
            ELSE
              $L$N >= schemachain_low AND $N < schemachain_high;
            END IF;
            COMMIT;
            schemachain_low := schemachain_high;
          END LOOP;
        END;""",
        table.name(),
        key.name(),
        table.name(),
        key.name(),
        key.name(),
        table.name(),
        key.name(),
        next(table, key, "schemachain_low", operation.batchSize()),
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

  /** The constants stand where their columns are, so that each has the type of its own. */
  @Override
  protected String upsert(Table table, List<String> key, List<Row> rows) {
    Row row = rows.get(0);
    requireNoAlways(table, row.columns());
    List<String> others = others(row.columns(), key);
    return sql(
        "MERGE INTO $N USING DUAL ON ($L)$L\nWHEN NOT MATCHED THEN INSERT ($N) VALUES ($L)",
        table.name(),
        equal(table, row, key),
        others.isEmpty() ? "" : "\nWHEN MATCHED THEN UPDATE SET " + assignments(table, row, others),
        row.columns(),
        values(table, row));
  }
}
