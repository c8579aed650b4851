package io.schemachain.dialect.sqlite;

import static io.schemachain.dialect.sqlite.SqliteChecks.lower;

import io.schemachain.dialect.Sql;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions whether the indexes and keys of a table are those of the model. */
final class SqliteKeyChecks {
  private final Sql sql;
  private final SqliteDdl ddl;
  private final Table table;
  private final String name;
  private final String schema;

  SqliteKeyChecks(SqliteDialect dialect, SqliteDdl ddl, Table table) {
    this.sql = dialect.sql();
    this.ddl = ddl;
    this.table = table;
    this.name = table.name().name();
    this.schema = SqliteDialect.schemaOf(table.name());
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    String of = table.name().toString();
    List<String> indexes = indexesInModel();
    if (!indexes.isEmpty()) {
      findings.add(
          difference(
              "name, words",
              values(indexes),
              indexesInDatabase(),
              "The table " + of + " lacks the index ",
              " as the revisions made it."));
    }
    findings.add(
        difference(
            "name, words",
            indexesInDatabase(),
            values(indexes),
            "The index ",
            " of " + of + " is not one that a revision made. Drop it before."));
    findings.addAll(bothWays("foreign key", foreignKeysInModel(), foreignKeysInDatabase(), ""));
    if (table.foreignKeys().size() > 1) {
      findings.add(numberOfForeignKeys());
    }
    findings.addAll(
        bothWays(
            "unique constraint",
            uniquesInModel(),
            uniquesInDatabase("origin = 'u'"),
            "\n  EXCEPT " + uniquesInDatabase("origin = 'pk'")));
    return findings;
  }

  /**
   * @param model rows, perhaps none
   * @param served what makes up for what is missing
   */
  private List<String> bothWays(String what, List<String> model, String database, String served) {
    List<String> findings = new ArrayList<>();
    if (!model.isEmpty()) {
      findings.add(
          difference(
              "name",
              values(model),
              database + served,
              "The table " + table.name() + " lacks the " + what + " ",
              " that the revisions made."));
    }
    findings.add(
        difference(
            "name",
            database,
            values(model),
            "The table " + table.name() + " has the " + what + " ",
            ", which no revision made so."));
    return findings;
  }

  /**
   * @param but empty for nothing
   */
  private String difference(String names, String all, String but, String before, String behind) {
    return sql.format(
        "SELECT $S || name || $S\nFROM (WITH k ($L) AS (\n  $L$L) SELECT name FROM k)",
        before,
        behind,
        names,
        all,
        but.isEmpty() ? "" : "\n  EXCEPT " + but);
  }

  private static String values(List<String> rows) {
    return rows.isEmpty() ? "" : "VALUES " + String.join(", ", rows);
  }

  // Indexes: name and text

  private List<String> indexesInModel() {
    List<String> rows = new ArrayList<>();
    for (Index index : table.indexes()) {
      String text = ddl.indexStatement(TableName.of(name), index).text();
      rows.add(sql.format("($S, $S)", lower(index.name()), SqliteTextChecks.folded(text)));
    }
    return rows;
  }

  /** Those of constraints have no text. */
  private String indexesInDatabase() {
    return sql.format(
        "SELECT lower(name), $L FROM $L\n    WHERE type = 'index' AND tbl_name = $S COLLATE NOCASE"
            + " AND sql IS NOT NULL",
        SqliteTextChecks.FOLDED,
        SqliteUses.objects(sql, table.name()),
        name);
  }

  // Foreign keys: columns, what they refer to, actions

  private List<String> foreignKeysInModel() {
    List<String> rows = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      rows.add(
          sql.format(
              "($S)",
              lower(
                  String.join(", ", key.columns())
                      + " to "
                      + key.referredTable().name()
                      + " ("
                      + String.join(", ", key.referredColumns())
                      + ")"
                      + action("update", key.onUpdate())
                      + action("delete", key.onDelete()))));
    }
    return rows;
  }

  private static String action(String event, @Nullable ReferentialAction action) {
    return action == null || action == ReferentialAction.NO_ACTION
        ? ""
        : " on " + event + " " + action.sql();
  }

  /** One that names no columns refers to the primary key. */
  private String foreignKeysInDatabase() {
    String key =
        sql.format(
            "(SELECT p.name FROM pragma_table_info(f.\"table\", $S) p WHERE p.pk = f.seq + 1)",
            schema);
    return sql.format(
        "SELECT lower(group_concat(\"from\", ', ') || ' to ' || \"table\" || ' (' ||"
            + " group_concat(coalesce(\"to\", $L), ', ') || ')'\n"
            + "      || iif(on_update = 'NO ACTION', '', ' on update ' || on_update)"
            + " || iif(on_delete = 'NO ACTION', '', ' on delete ' || on_delete))\n"
            + "    FROM (SELECT * FROM pragma_foreign_key_list($S, $S) ORDER BY id, seq) f"
            + " GROUP BY id",
        key,
        name,
        schema);
  }

  /** Two that say the same are one in a comparison. */
  private String numberOfForeignKeys() {
    return sql.format(
        "SELECT $S\nWHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list($S, $S)) <> $L",
        "The foreign keys of " + table.name() + " are not those that the revisions made.",
        name,
        schema,
        table.foreignKeys().size());
  }

  // Unique constraints: columns. SQLite keeps one index for constraints that say the same.

  private List<String> uniquesInModel() {
    List<String> rows = new ArrayList<>();
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      rows.add(sql.format("($S)", lower(String.join(", ", unique.columns()))));
    }
    return rows;
  }

  private String uniquesInDatabase(String origin) {
    return sql.format(
        "SELECT (SELECT lower(group_concat(name, ', ')) FROM (SELECT name FROM"
            + " pragma_index_info(l.name, $S) ORDER BY seqno))\n"
            + "    FROM pragma_index_list($S, $S) l WHERE $L",
        schema,
        name,
        schema,
        origin);
  }
}
