package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.Sql;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks that stop a rebuild. What is wrong is written into a temporary table, as one sentence for
 * each finding, and then said by {@link #STOP}; a script asks that table again before it commits,
 * so that a client which goes on after errors changes nothing.
 */
final class SqliteChecks {
  static final String PREPARE =
      "CREATE TEMP TABLE IF NOT EXISTS schemachain_guard (failed TEXT NOT NULL)";

  /**
   * SQLite has RAISE with a computed message only from 3.47 and in triggers only; the error of
   * json_extract quotes what is not a path in all versions: {@code bad JSON path: 'The view …'}.
   */
  static final String STOP =
      "SELECT json_extract('{}', said) FROM (SELECT group_concat(failed, ' ') AS said"
          + " FROM temp.schemachain_guard) WHERE said IS NOT NULL";

  private final Sql sql;
  private final SqliteColumnChecks columns;
  private final SqliteKeyChecks keys;
  private final SqliteTextChecks texts;
  private final Table table;
  private final String name;
  private final String schema;

  /**
   * @param table as the revisions made it
   */
  SqliteChecks(SqliteDialect dialect, SqliteDdl ddl, Table table) {
    this.sql = dialect.sql();
    this.table = table;
    this.name = table.name().name();
    this.schema = SqliteDialect.schemaOf(table.name());
    this.columns = new SqliteColumnChecks(dialect, ddl, table);
    this.keys = new SqliteKeyChecks(dialect, ddl, table);
    this.texts = new SqliteTextChecks(dialect, ddl, table);
  }

  static List<SqlStatement> stopIf(List<String> findings) {
    return List.of(
        SqlStatement.check(
            "INSERT INTO temp.schemachain_guard\n" + String.join("\nUNION ALL\n", findings)),
        SqlStatement.check(STOP));
  }

  /** That the columns are those of the model. */
  List<SqlStatement> columns() {
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(SqlStatement.check(PREPARE));
    statements.addAll(stopIf(List.of(columns.missing(), columns.foreign())));
    return statements;
  }

  /**
   * That nothing would be lost: the table and what hangs on it are those of the model.
   *
   * @param uses views and triggers that are made again, with the text of each
   */
  List<SqlStatement> beforeRebuild(Map<SchemaObject, String> uses) {
    List<String> findings = new ArrayList<>();
    findings.add(
        sql.format(
            "SELECT $S\nFROM pragma_foreign_keys\nWHERE foreign_keys",
            "Foreign keys are on, so that rebuilding "
                + table.name()
                + " could delete rows elsewhere. Run PRAGMA foreign_keys = OFF before the"
                + " transaction."));
    findings.add(columns.missing());
    findings.add(columns.foreign());
    findings.addAll(keys.findings());
    findings.add(tableOptions());
    findings.addAll(texts.findings());
    findings.addAll(new SqliteUses(sql, table.name()).findings(uses));
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(SqlStatement.check(PREPARE));
    statements.addAll(stopIf(findings));
    return statements;
  }

  /** STRICT, WITHOUT ROWID and AUTOINCREMENT stand in the table's text only. */
  private String tableOptions() {
    return sql.format(
        "SELECT $S\nFROM $L\nWHERE type = 'table' AND name = $S COLLATE NOCASE AND"
            + " ($L OR (lower(sql) GLOB '*autoincrement*') <> $L)",
        table.options().isEmpty()
            ? "The table " + table.name() + " has options that no revision gave it."
            : "The table " + table.name() + " has other options than the revisions gave it.",
        objects(),
        name,
        endsOtherwise(),
        SqliteDdl.identityOf(table).isPresent() ? 1 : 0);
  }

  /** Whether other words stand behind the last parenthesis, in whatever order. */
  private String endsOtherwise() {
    boolean strict = SqliteOptions.isStrict(table);
    boolean withoutRowid = SqliteOptions.isWithoutRowid(table);
    if (!strict && !withoutRowid) {
      return "rtrim(sql, char(9, 10, 13, 32)) NOT GLOB '*)'";
    }
    String end =
        "lower(replace(replace(substr(sql, length(rtrim(sql, replace(sql, ')', ''))) + 1),"
            + " ' ', ''), char(10), ''))";
    if (strict && withoutRowid) {
      return end + " NOT IN ('strict,withoutrowid', 'withoutrowid,strict')";
    }
    return end + (strict ? " <> 'strict'" : " <> 'withoutrowid'");
  }

  private String objects() {
    return SqliteUses.objects(sql, table.name());
  }

  // What was made

  /**
   * That values became what the new type promises: SQLite itself keeps a text in a column of
   * numbers.
   *
   * @param fits a condition for each column of another type
   */
  List<SqlStatement> afterCopy(Table copy, Map<Column, String> fits) {
    List<String> findings = new ArrayList<>();
    fits.forEach(
        (column, condition) ->
            findings.add(
                sql.format(
                    "SELECT * FROM (SELECT $S || substr($N, 1, 80) || $S FROM $N WHERE NOT ($L)"
                        + " LIMIT 1)",
                    "The value ",
                    column.name(),
                    " in the column "
                        + column.name()
                        + " of "
                        + table.name()
                        + " is not of the type "
                        + column.type()
                        + ".",
                    copy.name(),
                    condition)));
    return findings.isEmpty() ? List.of() : stopIf(findings);
  }

  /** That no row from or to the table lost what it refers to. */
  List<SqlStatement> foreignKeys() {
    return stopIf(
        List.of(
            sql.format(
                "SELECT * FROM (SELECT $S || coalesce(rowid, '?') || ' of ' || \"table\" || $S || parent || '.'"
                    + " FROM pragma_foreign_key_check(NULL, $S)"
                    + " WHERE \"table\" = $S COLLATE NOCASE OR parent = $S COLLATE NOCASE LIMIT 3)",
                "Row ",
                " refers to nothing in ",
                schema,
                name,
                name)));
  }

  /** As SQLite's lower() does: ASCII only. */
  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c < 128 ? String.valueOf(c).toLowerCase(Locale.ROOT) : String.valueOf(c));
    }
    return lower.toString();
  }
}
