package io.schemachain.dialect.sqlite;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.SqlCursor;
import io.schemachain.dialect.SqlSyntaxException;
import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Introspection;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog says of a schema: sqlite_schema has the text of every object, and functions have
 * what SQLite makes of it.
 */
final class SqliteIntrospection implements Introspection {
  private static final String OBJECTS = "objects";
  private static final String COLUMNS = "columns";
  private static final String INDEXES = "indexes";
  static final String NOT_WRITABLE = "no document can have such a name";

  /** What full-text and spatial tables keep their rows in: the names of virtual ones and these. */
  private static final List<String> SHADOWS =
      List.of(
          "_content",
          "_data",
          "_idx",
          "_docsize",
          "_config",
          "_segments",
          "_segdir",
          "_stat",
          "_node",
          "_rowid",
          "_parent");

  private final SqliteDialect dialect;

  SqliteIntrospection(SqliteDialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  @Override
  public Kinds kinds() {
    return Kinds.of(Set.of(ObjectKind.VIEW));
  }

  @Override
  public CatalogQuery schemas() {
    return new CatalogQuery("schemas", "SELECT name FROM pragma_database_list");
  }

  @Override
  public List<CatalogQuery> queries(Scope scope) {
    return List.of(
        new CatalogQuery(
            OBJECTS,
            each(
                scope,
                """
                SELECT $S AS "schema", m.type, m.name, m.tbl_name AS "table", m.sql,
                  m.type = 'table' AND m.rootpage = 0 AS virtual, m.rowid AS place
                FROM $N.sqlite_schema AS m
                WHERE m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'""",
                "place")),
        new CatalogQuery(
            COLUMNS,
            each(
                scope,
                """
                SELECT $S AS "schema", m.name AS "table", x.cid AS place, x.name, x.type,
                  x."notnull" AS not_null, x.dflt_value AS "default", x.hidden
                FROM $N.sqlite_schema AS m JOIN pragma_table_xinfo(m.name, $S) AS x
                WHERE m.type = 'table' AND m.rootpage <> 0
                  AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'""",
                "\"table\", place")),
        new CatalogQuery(
            INDEXES,
            each(
                scope,
                """
                SELECT $S AS "schema", m.name AS "table", i.name AS name, i."unique", x.seqno AS place,
                  x.name AS "column", x."desc", x.coll AS collation
                FROM $N.sqlite_schema AS m JOIN pragma_index_list(m.name, $S) AS i
                  JOIN pragma_index_xinfo(i.name, $S) AS x
                WHERE m.type = 'table' AND m.rootpage <> 0 AND i.origin = 'c' AND x.key
                  AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'""",
                "\"table\", name, place")));
  }

  /** A query over all schemas, for each of which there is a sqlite_schema. */
  private String each(Scope scope, String pattern, String order) {
    List<String> selects = new ArrayList<>();
    for (String schema : scope.schemas()) {
      int arguments = pattern.split("\\$[SN]", -1).length - 1;
      Object[] names = new Object[arguments];
      Arrays.fill(names, schema);
      selects.add(dialect.sql().format(pattern, names));
    }
    return String.join("\nUNION ALL\n", selects) + "\nORDER BY \"schema\", " + order;
  }

  @Override
  public CatalogQuery sizes(Scope scope, List<TableName> tables) {
    List<String> counts =
        tables.stream()
            .map(
                table ->
                    "SELECT %s AS table_schema, %s AS table_name, count(*) AS row_count, NULL AS byte_count FROM %s.%s"
                        .formatted(
                            dialect
                                .literals()
                                .string(
                                    table.schema() == null
                                        ? scope.defaultSchema()
                                        : table.schema()),
                            dialect.literals().string(table.name()),
                            dialect
                                .identifiers()
                                .quote(
                                    table.schema() == null
                                        ? scope.defaultSchema()
                                        : table.schema()),
                            dialect.identifiers().quote(table.name())))
            .toList();
    return new CatalogQuery(
        "sizes",
        counts.isEmpty()
            ? "SELECT NULL AS table_schema WHERE 0"
            : String.join(" UNION ALL ", counts));
  }

  @Override
  public Introspected read(Scope scope, CatalogRows rows) {
    SchemaDraft draft = new SchemaDraft(dialect.nameScopes());
    SqliteTables tables = new SqliteTables(dialect, draft, rows.by(COLUMNS, "schema", "table"));
    Set<String> shadows = shadows(rows.of(OBJECTS));
    for (CatalogRow row : rows.of(OBJECTS)) {
      TableName name = name(scope, row, draft);
      if (name == null) {
        continue;
      }
      switch (row.text("type")) {
        case "table" -> {
          if (row.flag("virtual")) {
            draft.leaveOut("virtual table", name.toString(), "");
          } else if (!shadows.contains(key(row, row.text("name")))) {
            tables.read(name, row);
          }
        }
        case "view" -> view(draft, name, row.text("sql"));
        case "trigger" -> draft.leaveOut("trigger", name + " of " + row.text("table"), "");
        default -> {} // An index is read with its table.
      }
    }
    tables.foreignKeys();
    new SqliteIndexes(dialect, draft)
        .read(scope, rows.of(OBJECTS), rows.by(INDEXES, "schema", "name"));
    return draft.finish();
  }

  private static @Nullable TableName name(Scope scope, CatalogRow row, SchemaDraft draft) {
    String name = row.text("name");
    if (!isWritable(name)) {
      draft.leaveOut(row.text("type"), name, NOT_WRITABLE);
      return null;
    }
    return new TableName(scope.inModel(row.text("schema")), name);
  }

  /** Whether a document can have the name. */
  static boolean isWritable(String name) {
    return !name.isEmpty() && !Names.hasControl(name);
  }

  private static Set<String> shadows(List<CatalogRow> objects) {
    Set<String> shadows = new HashSet<>();
    for (CatalogRow row : objects) {
      if (row.flag("virtual")) {
        SHADOWS.forEach(end -> shadows.add(key(row, row.text("name") + end)));
      }
    }
    return shadows;
  }

  private static String key(CatalogRow row, String name) {
    return row.text("schema") + '\0' + name.toLowerCase(Locale.ROOT);
  }

  private void view(SchemaDraft draft, TableName name, String sql) {
    try {
      SqlCursor text = new SqlCursor(sql, dialect.lexis());
      text.require("CREATE");
      text.require("VIEW");
      text.name();
      List<String> columns = new ArrayList<>();
      if (text.isNext("(")) {
        for (String column : SqlCursor.elements(text.enclosed(), dialect.lexis())) {
          columns.add(new SqlCursor(column, dialect.lexis()).name());
        }
      }
      text.require("AS");
      draft.add(new View(name, false, columns, null, text.rest(), null));
    } catch (SqlSyntaxException e) {
      draft.leaveOut("view", name.toString(), "its text is not understood: " + e.getMessage());
    }
  }
}
