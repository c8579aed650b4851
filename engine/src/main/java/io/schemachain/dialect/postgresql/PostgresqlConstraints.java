package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import io.schemachain.operation.DropConstraint;
import java.util.List;

/** PostgreSQL's constraints that are there already. */
final class PostgresqlConstraints extends ConstraintDdl {
  PostgresqlConstraints(Dialect dialect) {
    super(dialect);
  }

  /**
   * It reads every row, and lets others read and write meanwhile, unless its transaction has a lock
   * from before.
   */
  @Override
  protected List<SqlStatement> validate(TableName table, String constraint) {
    return List.of(
        SqlStatement.alone(sql("ALTER TABLE $N VALIDATE CONSTRAINT $N", table, constraint)));
  }

  @Override
  protected boolean hasExclusions() {
    return true;
  }

  /** A partition's constraint that comes from its parent cannot go alone, so it does not count. */
  @Override
  protected List<SqlStatement> dropByColumns(DropConstraint operation) {
    String table = dialect().identifiers().quote(operation.table());
    String body =
        sql(
            """
            DECLARE
              found name[] := ARRAY(SELECT c.conname FROM pg_catalog.pg_constraint c
                WHERE c.conrelid = $S::regclass AND c.contype = '$L' AND c.conislocal$L);
            BEGIN
              IF cardinality(found) $L 1 THEN
                RAISE EXCEPTION $S;
              END IF;
              $LEXECUTE format($S, found[1]);$L
            END""",
            table,
            type(operation),
            columns(operation),
            operation.ifExists() ? ">" : "<>",
            notOne(operation).replace("%", "%%"),
            operation.ifExists() ? "IF cardinality(found) = 1 THEN\n    " : "",
            "ALTER TABLE " + table.replace("%", "%%") + " DROP CONSTRAINT %I",
            operation.ifExists() ? "\n  END IF;" : "");
    return List.of(SqlStatement.ddl(PostgresqlBlock.of(body)));
  }

  private static String type(DropConstraint operation) {
    return switch (kind(operation)) {
      case PRIMARY_KEY -> "p";
      case UNIQUE -> "u";
      case FOREIGN_KEY -> "f";
      case CHECK -> "c";
      case EXCLUSION -> "x";
      default -> throw new IllegalStateException("No kind of constraint: " + operation.kind());
    };
  }

  private String columns(DropConstraint operation) {
    if (operation.columns().isEmpty()) {
      return "";
    }
    return sql(
        "\n      AND cardinality(c.conkey) = $L AND ARRAY(SELECT a.attname::text FROM"
            + " pg_catalog.pg_attribute a\n      WHERE a.attrelid = c.conrelid AND a.attnum = ANY"
            + " (c.conkey)) @> ARRAY[$L]",
        operation.columns().size(),
        String.join(", ", operation.columns().stream().map(column -> sql("$S", column)).toList()));
  }
}
