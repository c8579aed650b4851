package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import java.util.List;

/**
 * A statement that runs or not, as the catalog has a column or not. MySQL has no block outside of
 * routines, but it prepares a text that a query made.
 */
final class MysqlPrepared {
  private MysqlPrepared() {}

  static List<SqlStatement> ifColumn(
      MysqlDialect dialect, TableName table, String column, String statement) {
    return prepared(dialect, table, column, "COUNT(*) = 1", statement);
  }

  static List<SqlStatement> unlessColumn(
      MysqlDialect dialect, TableName table, String column, String statement) {
    return prepared(dialect, table, column, "COUNT(*) = 0", statement);
  }

  private static List<SqlStatement> prepared(
      MysqlDialect dialect, TableName table, String column, String condition, String statement) {
    return List.of(
        SqlStatement.check(
            dialect
                .sql()
                .format(
                    """
                    SET @schemachain_ddl = (SELECT IF($L, $S, 'DO 0')
                      FROM information_schema.COLUMNS
                      WHERE TABLE_SCHEMA = $L AND TABLE_NAME = $S AND COLUMN_NAME = $S)""",
                    condition,
                    statement,
                    dialect.schemaOf(table),
                    table.name(),
                    column)),
        SqlStatement.check("PREPARE schemachain_ddl FROM @schemachain_ddl"),
        SqlStatement.ddl("EXECUTE schemachain_ddl"),
        SqlStatement.check("DEALLOCATE PREPARE schemachain_ddl"));
  }
}
