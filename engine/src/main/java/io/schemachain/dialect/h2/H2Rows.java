package io.schemachain.dialect.h2;

import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Table;
import io.schemachain.operation.Row;
import java.util.ArrayList;
import java.util.List;

/** Rows on H2. */
final class H2Rows extends RowDdl {
  H2Rows(StandardDdl ddl) {
    super(ddl);
  }

  /** Updates what has the key, and inserts what has not. */
  @Override
  protected String upsert(Table table, List<String> key, List<Row> rows) {
    List<String> columns = rows.get(0).columns();
    requireNoAlways(table, columns);
    List<String> lines = new ArrayList<>(rows.size());
    for (Row row : rows) {
      lines.add("(" + values(table, row) + ")");
    }
    return sql(
        "MERGE INTO $N ($N) KEY ($N) VALUES\n  $L",
        table.name(),
        columns,
        key,
        String.join(",\n  ", lines));
  }
}
