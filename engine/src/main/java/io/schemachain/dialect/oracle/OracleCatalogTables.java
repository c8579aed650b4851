package io.schemachain.dialect.oracle;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.dialect.SqlCursor;
import io.schemachain.dialect.SqlSyntaxException;
import io.schemachain.dialect.StoredDefault;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Options;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables and their columns. */
final class OracleCatalogTables {
  private static final Pattern START = Pattern.compile("START WITH: (-?\\d+)");
  private static final Pattern INCREMENT = Pattern.compile("INCREMENT BY: (-?\\d+)");

  private final OracleDialect dialect;
  private final SchemaDraft draft;
  private final CatalogNames names;
  private final CatalogRows rows;
  private final OracleCatalogTypes types;
  private final OracleCatalogChecks checks;
  private final StoredDefault defaults;
  private final Map<List<String>, List<CatalogRow>> texts;
  private final Map<List<String>, List<CatalogRow>> identities;
  private final Map<List<String>, List<CatalogRow>> comments;

  OracleCatalogTables(
      OracleDialect dialect,
      SchemaDraft draft,
      CatalogNames names,
      OracleCatalogChecks checks,
      CatalogRows rows) {
    this.dialect = dialect;
    this.draft = draft;
    this.names = names;
    this.rows = rows;
    this.types = new OracleCatalogTypes(dialect, names);
    this.checks = checks;
    this.defaults = new StoredDefault(dialect);
    this.texts = byColumn(OracleCatalogQueries.DEFAULTS);
    this.identities = byColumn(OracleCatalogQueries.IDENTITIES);
    this.comments = byColumn(OracleCatalogQueries.COLUMN_COMMENTS);
  }

  private Map<List<String>, List<CatalogRow>> byColumn(String query) {
    return rows.by(query, "owner", "table_name", "column_name");
  }

  void read() {
    Map<List<String>, List<CatalogRow>> columns =
        rows.by(OracleCatalogQueries.COLUMNS, "owner", "table_name");
    Map<List<String>, List<CatalogRow>> tableComments =
        rows.by(OracleCatalogQueries.COMMENTS, "owner", "table_name");
    Set<List<String>> external =
        rows.by(OracleCatalogQueries.EXTERNAL, "owner", "table_name").keySet();
    Set<List<String>> ofViews = ofMaterializedViews();
    for (CatalogRow row : rows.of(OracleCatalogQueries.TABLES)) {
      List<String> key = List.of(row.text("owner"), row.text("table_name"));
      if (ofViews.contains(key)) {
        continue; // The rows of a materialized view, or its log, which is named by itself.
      }
      String shown = names.shown(key.get(0), key.get(1));
      String other = external.contains(key) ? "external table" : otherKind(row);
      TableName name = names.of(key.get(0), key.get(1)).orElse(null);
      if (other != null) {
        draft.leaveOut(other, shown, "");
      } else if (name == null) {
        draft.leaveOut("table", shown, CatalogNames.NOT_WRITABLE);
      } else {
        TableDraft table = draft.add(name).comment(first(tableComments, key, "comments"));
        options(table, row, shown);
        columns.getOrDefault(key, List.of()).forEach(column -> read(table, column));
      }
    }
  }

  private Set<List<String>> ofMaterializedViews() {
    Set<List<String>> tables = new HashSet<>();
    tables.addAll(
        rows.by(OracleCatalogQueries.MATERIALIZED_VIEWS, "owner", "container_name").keySet());
    tables.addAll(
        rows.by(OracleCatalogQueries.MATERIALIZED_LOGS, "log_owner", "log_table").keySet());
    return tables;
  }

  /** What the model does not call a table; null for one. */
  private static @Nullable String otherKind(CatalogRow row) {
    String organization = row.find("iot_type");
    if (row.flag("dropped")) {
      return "table in the recycle bin";
    }
    if (row.flag("nested")) {
      return "nested table";
    }
    if (row.flag("temporary")) {
      return "temporary table";
    }
    if (row.flag("secondary")) {
      return "table of a domain index";
    }
    return organization == null || organization.equals("IOT")
        ? null
        : "part of an index-organized table";
  }

  private void options(TableDraft table, CatalogRow row, String shown) {
    if (!row.isNull("iot_type")) {
      table.options(Options.of(dialect.name(), Map.of("organization", "index")));
    }
    if (row.flag("partitioned")) {
      draft.leaveOut("partitioning", shown, "partitions of Oracle are left to you");
    }
    if (!row.isNull("cluster_name")) {
      draft.leaveOut("clause", "CLUSTER " + row.text("cluster_name") + " of " + shown, "");
    }
  }

  // Columns

  private void read(TableDraft table, CatalogRow row) {
    String shown = table.name() + "." + row.text("column_name");
    String name = names.of(row.text("column_name")).orElse(null);
    DataType kept = types.of(row);
    if (name == null || kept == null) {
      draft.leaveOut(
          "column",
          shown,
          name == null ? CatalogNames.NOT_WRITABLE : "it has a type that no document can say");
      return;
    }
    DataType type = checks.typed(table.name(), name, kept, row);
    List<String> key = List.of(row.text("owner"), row.text("table_name"), row.text("column_name"));
    String text = first(texts, key, "data_default");
    boolean virtual = row.flag("virtual_column");
    boolean identity = row.flag("identity_column");
    List<CatalogRow> generated = identities.getOrDefault(key, List.of());
    if ((virtual && text == null) || (identity && generated.isEmpty())) {
      draft.leaveOut("column", shown, "what it is computed from is not told to this user");
      return;
    }
    table.add(
        new Column(
            name,
            type,
            row.text("nullable").equals("Y") && !checks.isNotNullLater(row),
            text == null || virtual || identity ? null : defaultValue(text.strip(), type),
            identity ? identity(generated.get(0)) : null,
            virtual && text != null ? new Computed(text.strip(), false) : null,
            first(comments, key, "comments"),
            null));
    leaveOutClauses(row, shown);
  }

  private @Nullable DefaultValue defaultValue(String sql, DataType type) {
    if (sql.equalsIgnoreCase("NULL")) {
      return null;
    }
    if (type.is(TypeKind.BOOLEAN) && sql.matches("[01]")) {
      return new DefaultValue.Constant(sql.equals("1") ? "true" : "false");
    }
    DefaultValue value = defaults.of(sql, type);
    boolean expression = type.is(TypeKind.DATE) && value instanceof DefaultValue.Expression;
    return expression ? new DefaultValue.Expression(withoutTrunc(sql)) : value;
  }

  /** A date is written as TRUNC of what the author wrote. */
  private String withoutTrunc(String sql) {
    try {
      SqlCursor cursor = new SqlCursor(sql, dialect.lexis());
      if (cursor.skip("TRUNC") && cursor.isNext("(")) {
        String inner = cursor.enclosed();
        boolean alone = SqlCursor.elements(inner, dialect.lexis()).size() == 1;
        return cursor.atEnd() && alone ? inner : sql;
      }
      return sql;
    } catch (SqlSyntaxException e) {
      return sql; // It stays what the catalog has.
    }
  }

  private static Identity identity(CatalogRow row) {
    String options = row.text("identity_options");
    return new Identity(
        row.text("generation_type").equals("ALWAYS"),
        number(START, options),
        number(INCREMENT, options));
  }

  /** Null where it is 1. */
  private static @Nullable Long number(Pattern pattern, String options) {
    Matcher matcher = pattern.matcher(options);
    return !matcher.find() || matcher.group(1).equals("1") ? null : Long.valueOf(matcher.group(1));
  }

  private void leaveOutClauses(CatalogRow row, String column) {
    if (row.flag("hidden_column")) {
      draft.leaveOut("clause", "INVISIBLE of " + column, "");
    }
    if (row.flag("default_on_null")) {
      draft.leaveOut("clause", "DEFAULT ON NULL of " + column, "");
    }
  }

  private static @Nullable String first(
      Map<List<String>, List<CatalogRow>> found, List<String> key, String column) {
    List<CatalogRow> list = found.getOrDefault(key, List.of());
    return list.isEmpty() ? null : list.get(0).find(column);
  }
}
