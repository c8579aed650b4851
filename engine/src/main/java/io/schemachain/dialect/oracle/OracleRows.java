package io.schemachain.dialect.oracle;

import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
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
