package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.Sql;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Names;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.List;

/** Questions whether the columns of a table are those of the model; each gives the differences. */
final class SqliteColumnChecks {
  private final Sql sql;
  private final SqliteDdl ddl;
  private final Table table;
  private final String name;
  private final String schema;

  SqliteColumnChecks(SqliteDialect dialect, SqliteDdl ddl, Table table) {
    this.sql = dialect.sql();
    this.ddl = ddl;
    this.table = table;
    this.name = table.name().name();
    this.schema = SqliteDialect.schemaOf(table.name());
  }

  // Columns: name, NOT NULL, place in the primary key, whether and how computed, type, default. The
  // order of columns may be another: one that was dropped comes back behind the others.

  private String columnsInDatabase() {
    List<String> natives = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.type() instanceof DataType.Native) {
        natives.add(sql.format("$S", SqliteChecks.lower(column.name())));
      }
    }
    String type = "lower(replace(type, ' ', ''))";
    return sql.format(
        "SELECT lower(name), max(\"notnull\", pk > 0), pk, iif(hidden > 1, hidden, 0), $L,"
            + " trim(dflt_value, '() ') FROM pragma_table_xinfo($S, $S)",
        natives.isEmpty()
            ? type
            : "iif(lower(name) IN (" + String.join(", ", natives) + "), '', " + type + ")",
        name,
        schema);
  }

  private String columnsInModel() {
    List<String> rows = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean typeIsOurs = !(column.type() instanceof DataType.Native);
      rows.add(
          sql.format(
              "($S, $L, $L, $L, $S, $L)",
              SqliteChecks.lower(column.name()),
              column.nullable() ? 0 : 1,
              placeInKey(column),
              column.computed() == null ? 0 : column.computed().stored() ? 3 : 2,
              typeIsOurs ? SqliteChecks.lower(ddl.typeOf(table, column)).replace(" ", "") : "",
              column.defaultValue() == null
                  ? "NULL"
                  : sql.format("$S", trimmed(ddl.defaultOrNull(column)))));
    }
    return "VALUES " + String.join(", ", rows);
  }

  /** As SQLite's trim does: the catalog shows an expression without its parentheses. */
  private static String trimmed(String expression) {
    return expression.replaceAll("^[() ]++|(?<![() ])[() ]++$", "");
  }

  private int placeInKey(Column column) {
    List<String> key = table.primaryKeyColumns();
    for (int i = 0; i < key.size(); i++) {
      if (Names.same(key.get(i), column.name())) {
        return i + 1;
      }
    }
    return 0;
  }

  private static final String DESCRIPTION =
      "name || iif(type = '', '', ' ' || type) || iif(not_null, ' NOT NULL', '')"
          + " || iif(value IS NULL, '', ' DEFAULT ' || value)"
          + " || iif(key, ' at place ' || key || ' of the primary key', '')"
          + " || iif(computed, iif(computed = 3, ' computed and stored', ' computed'), '')";

  String foreign() {
    return sql.format(
        "SELECT $S || $L || $S\n"
            + "FROM (WITH c (name, not_null, key, computed, type, value) AS (\n  $L\n  EXCEPT $L)"
            + " SELECT * FROM c)",
        "The table " + table.name() + " has the column ",
        DESCRIPTION,
        ", which no revision made so.",
        columnsInDatabase(),
        columnsInModel());
  }

  String missing() {
    return sql.format(
        "SELECT $S || $L || $S\n"
            + "FROM (WITH c (name, not_null, key, computed, type, value) AS (\n  $L\n  EXCEPT $L)"
            + " SELECT * FROM c)",
        "The table " + table.name() + " lacks the column ",
        DESCRIPTION,
        " that the revisions made.",
        columnsInModel(),
        columnsInDatabase());
  }
}
