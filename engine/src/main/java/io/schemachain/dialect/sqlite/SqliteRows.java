package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Table;
import io.schemachain.operation.Backfill;

/** Rows on SQLite. */
final class SqliteRows extends RowDdl {
  SqliteRows(StandardDdl ddl) {
    super(ddl);
  }

  /** There is one writer at a time, and the transaction of the revision keeps others out. */
  @Override
  protected SqlStatement backfill(Backfill operation, Table table) {
    return SqlStatement.dml(super.backfill(operation, table).text());
  }
}
