package io.schemachain.dialect.sqlite;

import static io.schemachain.dialect.sqlite.SqliteChecks.lower;

import io.schemachain.dialect.Sql;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of the triggers and views that use a table: those that go, and come back. */
final class SqliteUses {
  private final Sql sql;
  private final TableName table;

  SqliteUses(Sql sql, TableName table) {
    this.sql = sql;
    this.table = table;
  }

  /** Sentences, as queries: what else uses the table, and what is not as the revisions made it. */
  List<String> findings(Map<SchemaObject, String> uses) {
    List<String> findings = new ArrayList<>();
    findings.add(otherTriggersAndViews(uses.keySet()));
    uses.forEach((object, text) -> findings.add(isAsMade(object, text)));
    return findings;
  }

  /** That none of the triggers on a view would be lost with it. */
  static List<SqlStatement> noOtherTriggers(Sql sql, TableName view, List<String> known) {
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(SqlStatement.check(SqliteChecks.PREPARE));
    statements.addAll(
        SqliteChecks.stopIf(
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

  /** Whatever names the table, or a view that goes with it, in any quotation marks or none. */
  private String otherTriggersAndViews(Set<SchemaObject> known) {
    List<String> gone = new ArrayList<>(List.of(table.name()));
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
        " uses the table " + table + ". Drop it before and create it again after.",
        objects(sql, table),
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
            + table
            + ", is not as the revisions made it. Drop it before and create it again after.",
        objects(sql, table),
        object.kind().words(),
        object.name().name(),
        text.replace("\"", ""));
  }

  static String objects(Sql sql, TableName name) {
    return sql.format("$N", SqliteDialect.schemaOf(name)) + ".sqlite_schema";
  }

  /** A text as a GLOB pattern; a quotation mark may be doubled where it stands. */
  private static String pattern(String text) {
    return text.replace("[", "[[]")
        .replace("*", "[*]")
        .replace("?", "[?]")
        .replaceAll("[\"'`]", "*");
  }
}
