package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Table;
import io.schemachain.operation.Backfill;

/** Rows on PostgreSQL. */
final class PostgresqlRows extends RowDdl {
  PostgresqlRows(StandardDdl ddl) {
    super(ddl);
  }

  /** A block may commit where no transaction is around it. */
  @Override
  protected String loop(Backfill operation, Table table, Column key, String update) {
    return PostgresqlBlock.of(
        sql(
            """
            DECLARE
              schemachain_low $L;
              schemachain_high $L;
            BEGIN
              schemachain_low := ($L);
              WHILE schemachain_low IS NOT NULL LOOP
                schemachain_high := ($L);
                IF schemachain_high IS NULL THEN
                  $L$N >= schemachain_low;
                ELSE
                  $L$N >= schemachain_low AND $N < schemachain_high;
                END IF;
                COMMIT;
                schemachain_low := schemachain_high;
              END LOOP;
            END""",
            type(key),
            type(key),
            first(table, key),
            next(table, key, "schemachain_low", operation.batchSize()),
            update,
            key.name(),
            update,
            key.name(),
            key.name()));
  }
}
