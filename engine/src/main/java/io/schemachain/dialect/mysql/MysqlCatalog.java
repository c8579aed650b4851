package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import java.util.List;

/**
 * Statements that depend on what the catalog says: there are no blocks outside of routines, so such
 * a statement is made as a text and run as a prepared one.
 */
final class MysqlCatalog {
  private static final String NOTHING = "DO 0";

  private final MysqlDialect dialect;

  MysqlCatalog(MysqlDialect dialect) {
    this.dialect = dialect;
  }

  /** What follows SELECT to find an index by its name. */
  String index(TableName table, String index) {
    return dialect
        .sql()
        .format(
            "FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = $L AND TABLE_NAME = $S AND"
                + " INDEX_NAME = $S",
            dialect.schemaOf(table),
            table.name(),
            index);
  }

  /** The same for a column. */
  String column(TableName table, String column) {
    return dialect
        .sql()
        .format(
            "FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = $L AND TABLE_NAME = $S AND"
                + " COLUMN_NAME = $S",
            dialect.schemaOf(table),
            table.name(),
            column);
  }

  /** The same for a constraint. */
  String constraint(TableName table, String name, String type) {
    return dialect
        .sql()
        .format(
            "FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = $L AND TABLE_NAME = $S"
                + " AND CONSTRAINT_NAME = $S AND CONSTRAINT_TYPE = $S",
            dialect.schemaOf(table),
            table.name(),
            name,
            type);
  }

  /**
   * @param found what follows SELECT
   */
  List<SqlStatement> onlyIf(String found, SqlStatement statement) {
    return run(choice(statement.text(), NOTHING, found));
  }

  List<SqlStatement> unless(String found, SqlStatement statement) {
    return run(choice(NOTHING, statement.text(), found));
  }

  private String choice(String there, String notThere, String found) {
    return dialect.sql().format("(SELECT IF(COUNT(*) > 0, $S, $S)\n  $L)", there, notThere, found);
  }

  /**
   * @param text an expression for the text of the statement; null for nothing to do
   */
  List<SqlStatement> run(String text) {
    return List.of(
        SqlStatement.check("SET @schemachain_sql = " + text),
        SqlStatement.check("PREPARE schemachain FROM @schemachain_sql"),
        SqlStatement.ddl("EXECUTE schemachain"),
        SqlStatement.check("DEALLOCATE PREPARE schemachain"));
  }

  /** The same with nothing to do where the expression is null. */
  List<SqlStatement> runIfAny(String text) {
    return run("COALESCE(" + text + ", '" + NOTHING + "')");
  }
}
