package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.Sql;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
  private final Table table;
  private final String name;
  private final String schema;

  /**
   * @param table as the revisions made it
   */
  SqliteChecks(SqliteDialect dialect, Table table) {
    this.sql = dialect.sql();
    this.table = table;
    this.name = table.name().name();
    this.schema = SqliteDialect.schemaOf(table.name());
  }

  private static List<SqlStatement> stopIf(List<String> findings) {
    return List.of(
        SqlStatement.check(
            "INSERT INTO temp.schemachain_guard\n" + String.join("\nUNION ALL\n", findings)),
        SqlStatement.check(STOP));
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
    findings.add(missingColumns());
    findings.add(foreignColumns());
    findings.add(missingIndexes());
    findings.add(foreignIndexes());
    findings.add(constraints());
    findings.add(tableOptions());
    findings.add(otherTriggersAndViews(uses.keySet()));
    uses.forEach((object, text) -> findings.add(isAsMade(object, text)));
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(SqlStatement.check(PREPARE));
    statements.addAll(stopIf(findings));
    return statements;
  }

  // Columns: name, NOT NULL, place in the primary key, whether computed. The order of columns may
  // be another: one that was dropped comes back behind the others.

  private String columnsInDatabase() {
    return sql.format(
        "SELECT lower(name), max(\"notnull\", pk > 0), pk, hidden > 1"
            + " FROM pragma_table_xinfo($S, $S)",
        name,
        schema);
  }

  private String columnsInModel() {
    List<String> rows = new ArrayList<>();
    for (Column column : table.columns()) {
      rows.add(
          sql.format(
              "($S, $L, $L, $L)",
              lower(column.name()),
              column.nullable() ? 0 : 1,
              placeInKey(column),
              column.computed() == null ? 0 : 1));
    }
    return "VALUES " + String.join(", ", rows);
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
      "name || iif(not_null, ' NOT NULL', '')"
          + " || iif(key, ' at place ' || key || ' of the primary key', '')"
          + " || iif(computed, ' computed', '')";

  private String foreignColumns() {
    return sql.format(
        "SELECT $S || $L || $S\n"
            + "FROM (WITH c (name, not_null, key, computed) AS (\n  $L\n  EXCEPT $L)"
            + " SELECT * FROM c)",
        "The table " + table.name() + " has the column ",
        DESCRIPTION,
        ", which no revision made so.",
        columnsInDatabase(),
        columnsInModel());
  }

  private String missingColumns() {
    return sql.format(
        "SELECT $S || $L || $S\n"
            + "FROM (WITH c (name, not_null, key, computed) AS (\n  $L\n  EXCEPT $L)"
            + " SELECT * FROM c)",
        "The table " + table.name() + " lacks the column ",
        DESCRIPTION,
        " that the revisions made.",
        columnsInModel(),
        columnsInDatabase());
  }

  // Indexes: name, whether unique, whether partial

  private String indexesInDatabase() {
    return sql.format(
        "SELECT lower(name), \"unique\", partial FROM pragma_index_list($S, $S) WHERE origin = 'c'",
        name,
        schema);
  }

  private String indexesInModel() {
    return table.indexes().isEmpty()
        ? "SELECT NULL, NULL, NULL WHERE FALSE"
        : table.indexes().stream()
            .map(
                index ->
                    sql.format(
                        "($S, $L, $L)",
                        lower(index.name()),
                        index.unique() ? 1 : 0,
                        index.where() == null ? 0 : 1))
            .collect(Collectors.joining(", ", "VALUES ", ""));
  }

  private String foreignIndexes() {
    return sql.format(
        "SELECT $S || name || $S\n"
            + "FROM (WITH i (name, is_unique, is_partial) AS (\n  $L\n  EXCEPT $L)"
            + " SELECT * FROM i)",
        "The index ",
        " of " + table.name() + " is not one that a revision made. Drop it before.",
        indexesInDatabase(),
        indexesInModel());
  }

  private String missingIndexes() {
    return sql.format(
        "SELECT $S || name || $S\n"
            + "FROM (WITH i (name, is_unique, is_partial) AS (\n  $L\n  EXCEPT $L)"
            + " SELECT * FROM i)",
        "The table " + table.name() + " lacks the index ",
        " as the revisions made it.",
        indexesInModel(),
        indexesInDatabase());
  }

  // Constraints, triggers, views

  /** SQLite keeps one index for constraints that say the same, hence no exact number of them. */
  private String constraints() {
    return sql.format(
        "SELECT $S\nWHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list($S, $S)) <> $L"
            + "\n  OR (SELECT count(*) FROM pragma_index_list($S, $S) WHERE origin = 'u') > $L",
        "The foreign keys or unique constraints of "
            + table.name()
            + " are not those that the revisions made.",
        name,
        schema,
        table.foreignKeys().size(),
        name,
        schema,
        table.uniqueConstraints().size());
  }

  /** That none of the triggers on a view would be lost with it. */
  static List<SqlStatement> noOtherTriggers(Sql sql, TableName view, List<String> known) {
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(SqlStatement.check(PREPARE));
    statements.addAll(
        stopIf(
            List.of(
                sql.format(
                    "SELECT $S || name || $S\nFROM $L\nWHERE type = 'trigger' AND tbl_name = $S"
                        + " COLLATE NOCASE$L",
                    "The trigger ",
                    " on the view " + view + " is not one that a revision made. Drop it before.",
                    objects(sql, view),
                    view.name(),
                    isNoneOf(sql, known)))));
    return statements;
  }

  private static String isNoneOf(Sql sql, List<String> names) {
    StringBuilder condition = new StringBuilder();
    for (String name : names) {
      condition.append(sql.format(" AND lower(name) <> $S", lower(name)));
    }
    return condition.toString();
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

  /** Whatever names the table, or a view that goes with it, in any quotation marks or none. */
  private String otherTriggersAndViews(Set<SchemaObject> known) {
    List<String> gone = new ArrayList<>(List.of(name));
    List<String> made = new ArrayList<>();
    for (SchemaObject object : known) {
      made.add(object.kind().words() + " " + lower(object.name().name()));
      if (object.kind() == ObjectKind.VIEW) {
        gone.add(object.name().name());
      }
    }
    return sql.format(
        "SELECT $S || type || ' ' || name || $S\nFROM $L\nWHERE type IN ('trigger', 'view') AND ($L)$L",
        "The ",
        " uses the table " + table.name() + ". Drop it before and create it again after.",
        objects(),
        gone.stream().map(this::isUsed).collect(Collectors.joining(" OR ")),
        made.isEmpty() ? "" : " AND type || ' ' || lower(name) NOT IN (" + strings(made) + ")");
  }

  private String isUsed(String gone) {
    return sql.format(
        "tbl_name = $S COLLATE NOCASE OR ' ' || lower(sql) || ' ' GLOB $S",
        gone,
        "*[^a-z0-9_]" + pattern(lower(gone)) + "[^a-z0-9_]*");
  }

  private String strings(List<String> values) {
    return values.stream().map(v -> sql.format("$S", v)).collect(Collectors.joining(", "));
  }

  /** SQLite keeps the text, but writes names in quotation marks when it follows a new name. */
  private String isAsMade(SchemaObject object, String text) {
    return sql.format(
        "SELECT $S WHERE NOT EXISTS (SELECT 1 FROM $L WHERE type = $S AND name = $S COLLATE NOCASE"
            + "\n  AND replace(sql, '\"', '') = $S)",
        "The "
            + object.kind().words()
            + " "
            + object.name()
            + ", which uses the table "
            + table.name()
            + ", is not as the revisions made it. Drop it before and create it again after.",
        objects(),
        object.kind().words(),
        object.name().name(),
        text.replace("\"", ""));
  }

  private String objects() {
    return objects(sql, table.name());
  }

  private static String objects(Sql sql, TableName name) {
    return sql.format("$N", SqliteDialect.schemaOf(name)) + ".sqlite_schema";
  }

  /** A text as a GLOB pattern; a quotation mark may be doubled where it stands. */
  private static String pattern(String text) {
    return text.replace("[", "[[]")
        .replace("*", "[*]")
        .replace("?", "[?]")
        .replaceAll("[\"'`]", "*");
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
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c < 128 ? String.valueOf(c).toLowerCase(Locale.ROOT) : String.valueOf(c));
    }
    return lower.toString();
  }
}
