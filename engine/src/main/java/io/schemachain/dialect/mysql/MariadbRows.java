package io.schemachain.dialect.mysql;

import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Table;
import io.schemachain.operation.Backfill;

/** Rows on MariaDB. */
final class MariadbRows extends MysqlRows {
  MariadbRows(StandardDdl ddl) {
    super(ddl);
  }

  /** A block of no procedure wants no rights of its own; TYPE OF has the collation as well. */
  @Override
  protected String loop(Backfill operation, Table table, Column key, String update) {
    return sql(
        """
        BEGIN NOT ATOMIC
          DECLARE schemachain_low TYPE OF $N.$N;
          DECLARE schemachain_high TYPE OF $N.$N;
          SET schemachain_low = ($L);
          WHILE schemachain_low IS NOT NULL DO
            SET schemachain_high = ($L);
            IF schemachain_high IS NULL THEN
              $L$N >= schemachain_low;
            ELSE
              $L$N >= schemachain_low AND $N < schemachain_high;
            END IF;
            COMMIT;
            SET schemachain_low = schemachain_high;
          END WHILE;
        END""",
        table.name(),
        key.name(),
        table.name(),
        key.name(),
        first(table, key),
        next(table, key, "schemachain_low", operation.batchSize()),
        update,
        key.name(),
        update,
        key.name(),
        key.name());
  }
}
