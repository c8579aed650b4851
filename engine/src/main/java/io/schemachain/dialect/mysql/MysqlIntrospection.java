package io.schemachain.dialect.mysql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Introspection;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Namespace;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.View;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the catalog says of schemas, which are databases here. */
class MysqlIntrospection implements Introspection {
  private final MysqlDialect dialect;

  MysqlIntrospection(MysqlDialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  @Override
  public Kinds kinds() {
    return new Kinds(Set.of(ObjectKind.VIEW, ObjectKind.SCHEMA), Set.of(ObjectKind.VIEW));
  }

  @Override
  public final Set<ObjectKind> named() {
    return Set.of(ObjectKind.TRIGGER, ObjectKind.FUNCTION, ObjectKind.PROCEDURE);
  }

  @Override
  public final List<CatalogQuery> queries(Scope scope) {
    return catalogQueries().all(scope);
  }

  MysqlCatalogQueries catalogQueries() {
    return new MysqlCatalogQueries(dialect);
  }

  MysqlCatalogSql catalogSql(Scope scope) {
    return new MysqlCatalogSql(dialect, scope.defaultSchema());
  }

  @Override
  public final CatalogQuery sizes(Scope scope, List<TableName> tables) {
    return new CatalogQuery(
        "sizes",
        """
        SELECT table_schema AS table_schema, table_name AS table_name, table_rows AS row_count,
          data_length + index_length AS byte_count
        FROM information_schema.tables
        WHERE table_type = 'BASE TABLE' AND table_schema IN (%s)"""
            .formatted(schemas(scope)));
  }

  private String schemas(Scope scope) {
    return scope.schemas().stream()
        .map(dialect.literals()::string)
        .collect(Collectors.joining(", "));
  }

  @Override
  public final Introspected read(Scope scope, CatalogRows rows) {
    return new Reading(scope, rows).read();
  }

  /** Whether the server named a check so, within a table. */
  boolean isMadeUpCheck(String name, String table) {
    return name.matches(Pattern.quote(table) + "_chk_\\d+");
  }

  /** Whether a check is what the type JSON is made of. */
  boolean isJson(CatalogRow check) {
    return false;
  }

  /** MySQL has none. */
  void sequences(Scope scope, CatalogRows rows, SchemaDraft draft) {}

  static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** One look at the rows. */
  private final class Reading {
    private final Scope scope;
    private final CatalogRows rows;
    private final MysqlCatalogSql sql;
    private final SchemaDraft draft = new SchemaDraft(dialect.nameScopes());
    private final Map<TableName, String> collations = new HashMap<>();

    Reading(Scope scope, CatalogRows rows) {
      this.scope = scope;
      this.rows = rows;
      this.sql = catalogSql(scope);
    }

    Introspected read() {
      schemas();
      columns();
      new MysqlCatalogKeys(dialect, sql, scope, draft).readAll(rows);
      checks();
      partitions();
      views();
      sequences(scope, rows, draft);
      others();
      return draft.finish();
    }

    private TableName name(CatalogRow row) {
      return new TableName(scope.inModel(row.text("table_schema")), row.text("table_name"));
    }

    /** The catalogs compare names whatever their case. */
    private boolean isInScope(CatalogRow row) {
      return scope.schemas().contains(row.text("table_schema"));
    }

    private void schemas() {
      Map<String, String> defaults = new HashMap<>();
      for (CatalogRow row : rows.of(MysqlCatalogQueries.SCHEMAS)) {
        String schema = row.text("schema_name");
        defaults.put(schema, row.text("default_collation_name"));
        if (scope.others().contains(schema)) {
          draft.add(new Namespace(schema));
        }
      }
      MysqlCatalogOptions options = new MysqlCatalogOptions(dialect, draft);
      for (CatalogRow row : rows.of(MysqlCatalogQueries.TABLES)) {
        if (isInScope(row)) {
          table(row, options, defaults.get(row.text("table_schema")));
        }
      }
    }

    private void table(
        CatalogRow row, MysqlCatalogOptions options, @Nullable String schemaCollation) {
      TableName name = name(row);
      String type = row.text("table_type");
      switch (type) {
        case "VIEW", "SEQUENCE" -> {}
        case "BASE TABLE", "SYSTEM VERSIONED" -> {
          TableDraft table = draft.add(name);
          table.comment(row.find("table_comment"));
          table.options(options.read(row, name, schemaCollation));
          String collation = row.find("table_collation");
          if (collation != null) {
            collations.put(name, collation);
          }
          if (type.equals("SYSTEM VERSIONED")) {
            draft.leaveOut(
                "SYSTEM VERSIONING of the table", name.toString(), "the model has no words for it");
          }
        }
        default -> draft.leaveOut(type, name.toString(), "");
      }
    }

    private void columns() {
      Set<List<String>> json = new HashSet<>();
      for (CatalogRow check : rows.of(MysqlCatalogQueries.CHECKS)) {
        if (isJson(check)) {
          json.add(
              List.of(
                  check.text("table_schema"),
                  check.text("table_name"),
                  check.text("constraint_name")));
        }
      }
      MysqlCatalogColumns columns = new MysqlCatalogColumns(sql, draft);
      for (CatalogRow row : rows.of(MysqlCatalogQueries.COLUMNS)) {
        TableDraft table = draft.find(name(row));
        if (table != null && isInScope(row)) {
          boolean checked =
              json.contains(
                  List.of(
                      row.text("table_schema"), row.text("table_name"), row.text("column_name")));
          columns.read(row, table, collations.get(table.name()), checked && isJsonText(row));
        }
      }
    }

    private boolean isJsonText(CatalogRow column) {
      return column.text("column_type").equals("longtext")
          && "utf8mb4_bin".equals(column.find("collation_name"));
    }

    private void checks() {
      Map<List<String>, String> conditions = new HashMap<>();
      for (CatalogRow row : rows.of(MysqlCatalogQueries.CONDITIONS)) {
        conditions.put(
            List.of(row.text("constraint_schema"), row.text("constraint_name")),
            row.text("check_clause"));
      }
      for (CatalogRow row : rows.of(MysqlCatalogQueries.CHECKS)) {
        TableDraft table = draft.find(name(row));
        List<String> key = List.of(row.text("table_schema"), row.text("constraint_name"));
        String condition =
            row.isNull("check_clause") ? conditions.get(key) : row.find("check_clause");
        if (table != null && condition != null) {
          check(row, condition, table);
        }
      }
    }

    private void check(CatalogRow row, String condition, TableDraft table) {
      String name = row.text("constraint_name");
      String full = table.name() + "." + name;
      if (!row.flag("enforced")) {
        draft.leaveOut("check constraint", full, "it is not enforced");
        return;
      }
      boolean ofColumn = row.flag("of_column");
      if (ofColumn && isJson(row) && isOfTypeJson(table, name)) {
        return;
      }
      String own = ofColumn && isTaken(table, name) ? name + "_check" : name;
      table.add(new Check(own, sql.expression(condition)));
      if (ofColumn || isMadeUpCheck(name, table.name().name())) {
        draft.madeUp(table.name(), ObjectKind.CHECK, own);
      }
    }

    private static boolean isOfTypeJson(TableDraft table, String column) {
      Column found = table.column(column);
      return found != null && found.type().is(TypeKind.JSON);
    }

    private static boolean isTaken(TableDraft table, String name) {
      return table.table().index(name).isPresent()
          || table.table().constraint(ObjectKind.UNIQUE, name).isPresent();
    }

    private void partitions() {
      MysqlCatalogPartitions partitions = new MysqlCatalogPartitions(sql, draft);
      for (List<CatalogRow> found :
          rows.by(MysqlCatalogQueries.PARTITIONS, "table_schema", "table_name").values()) {
        TableDraft table = draft.find(name(found.get(0)));
        if (table != null) {
          partitions.read(found, table);
        }
      }
    }

    private void views() {
      for (CatalogRow row : rows.of(MysqlCatalogQueries.VIEWS)) {
        String definition = textOrNull(row.find("view_definition"));
        if (!isInScope(row)) {
          continue;
        }
        if (definition == null) {
          draft.leaveOut(
              "view", name(row).toString(), "this user may not see it (SHOW VIEW is missing)");
        } else {
          draft.add(view(row, definition));
        }
      }
    }

    private View view(CatalogRow row, String definition) {
      String option = row.text("check_option");
      String query = sql.asWritten(definition);
      return new View(
          name(row),
          false,
          List.of(),
          row.text("security_type").equals("INVOKER") ? "SQL SECURITY INVOKER" : null,
          option.equals("NONE") ? query : query + " WITH " + option + " CHECK OPTION",
          null);
    }

    private void others() {
      for (CatalogRow row : rows.of(MysqlCatalogQueries.OTHERS)) {
        String owner = row.find("owner");
        String name =
            new TableName(scope.inModel(row.text("object_schema")), row.text("name")).toString();
        draft.leaveOut(row.text("kind"), owner == null ? name : name + " of " + owner, "");
      }
    }
  }
}
