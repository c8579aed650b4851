package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import java.util.List;

/** Indexes that come and go while others write: in transactions of their own. */
final class PostgresqlIndexes {
  private final Dialect dialect;

  PostgresqlIndexes(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * @param index with its schema
   * @param statement creates it
   */
  List<SqlStatement> createConcurrently(TableName index, String statement) {
    String message =
        "The index "
            + index
            + " is there and INVALID: a build that failed left it. Drop it first: "
            + drop(index)
            + ";";
    return List.of(
        SqlStatement.check(
            PostgresqlBlock.of(
                dialect
                    .sql()
                    .format(
                        """
                        BEGIN
                          IF EXISTS (SELECT 1 FROM pg_catalog.pg_index WHERE $L) THEN
                            RAISE EXCEPTION $S;
                          END IF;
                        END""",
                        isInvalid(index),
                        message.replace("%", "%%")))),
        SqlStatement.outsideTransaction(statement, aftermath(index, true)));
  }

  List<SqlStatement> dropConcurrently(TableName index, String statement) {
    return List.of(SqlStatement.outsideTransaction(statement, aftermath(index, false)));
  }

  /**
   * @param toDrop whether it must go before the next try, which drops it itself otherwise
   */
  private String aftermath(TableName index, boolean toDrop) {
    return dialect
        .sql()
        .format(
            "SELECT $S, $L FROM pg_catalog.pg_index WHERE $L",
            "The index " + index + " is left behind, INVALID.",
            toDrop ? dialect.literals().string(drop(index)) : "NULL",
            isInvalid(index));
  }

  private String drop(TableName index) {
    return dialect.sql().format("DROP INDEX CONCURRENTLY $N", index);
  }

  private String isInvalid(TableName index) {
    return dialect
        .sql()
        .format(
            "indexrelid = to_regclass($S) AND NOT indisvalid", dialect.identifiers().quote(index));
  }
}
