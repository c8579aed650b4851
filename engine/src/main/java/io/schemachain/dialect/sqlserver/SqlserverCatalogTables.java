package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Identity;
import io.schemachain.model.Options;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tables and their columns. */
final class SqlserverCatalogTables {
  /** By sys.tables.temporal_type. */
  private static final int HISTORY = 1;

  /** Clauses of a column that the model has no words for, by the flag that tells them. */
  private static final Map<String, String> CLAUSES =
      new TreeMap<>(
          Map.of(
              "is_rowguidcol", "ROWGUIDCOL",
              "is_sparse", "SPARSE",
              "is_filestream", "FILESTREAM",
              "is_hidden", "HIDDEN",
              "is_masked", "MASKED"));

  private final SqlserverDialect dialect;
  private final SchemaDraft draft;
  private final CatalogNames names;
  private final CatalogRows rows;
  private final SqlserverCatalogTypes types;
  private final SqlserverCatalogChecks checks;
  private final SqlserverCatalogText text;

  SqlserverCatalogTables(
      SqlserverDialect dialect,
      SchemaDraft draft,
      CatalogNames names,
      SqlserverCatalogChecks checks,
      CatalogRows rows) {
    this.dialect = dialect;
    this.draft = draft;
    this.names = names;
    this.rows = rows;
    this.types = new SqlserverCatalogTypes(dialect, names);
    this.checks = checks;
    this.text = new SqlserverCatalogText(dialect);
  }

  void read() {
    Map<List<String>, List<CatalogRow>> columns =
        rows.by(SqlserverCatalogQueries.COLUMNS, "table_schema", "table_name");
    for (CatalogRow row : rows.of(SqlserverCatalogQueries.TABLES)) {
      List<String> key = List.of(row.text("table_schema"), row.text("table_name"));
      List<CatalogRow> own = columns.getOrDefault(key, List.of());
      String shown = names.shown(key.get(0), key.get(1));
      String other = otherKind(row, own);
      TableName name = names.of(key.get(0), key.get(1)).orElse(null);
      if (other != null) {
        draft.leaveOut(other, shown, "");
      } else if (name == null) {
        draft.leaveOut("table", shown, CatalogNames.NOT_WRITABLE);
      } else {
        TableDraft table = draft.add(name).comment(row.find("remarks"));
        options(table, row, shown);
        own.forEach(column -> read(table, column));
      }
    }
  }

  /** What the model does not call a table; null for one. */
  private static @Nullable String otherKind(CatalogRow row, List<CatalogRow> columns) {
    if (row.flag("is_external")) {
      return "external table";
    }
    if (row.flag("is_filetable")) {
      return "file table";
    }
    if (row.number("temporal_type") == HISTORY) {
      return "history table";
    }
    boolean graph =
        columns.stream()
            .anyMatch(column -> column.text("column_name").matches("\\$(node|edge)_id_.*"));
    return graph ? "graph table" : null;
  }

  private void options(TableDraft table, CatalogRow row, String shown) {
    if (row.flag("is_memory_optimized")) {
      draft.leaveOut("clause", "MEMORY_OPTIMIZED of " + shown, "");
    }
    if (row.number("temporal_type") > HISTORY) {
      draft.leaveOut("clause", "SYSTEM_VERSIONING of " + shown, "");
    }
    Map<String, String> words = new TreeMap<>();
    space(words, row, draft, shown);
    table.options(Options.of(dialect.name(), words));
  }

  /** Where rows are kept, and how. */
  static void space(Map<String, String> words, CatalogRow row, SchemaDraft draft, String shown) {
    if ("PS".equals(row.find("space_type"))) {
      draft.leaveOut("partitioning", shown, "partitions of SQL Server are left to you");
    } else if (!row.isNull("space_name") && !row.flag("is_default_space")) {
      words.put("filegroup", row.text("space_name"));
    }
    String compression = row.find("compression");
    if (compression != null && !compression.equals("NONE") && !compression.equals("COLUMNSTORE")) {
      words.put("data_compression", compression.toLowerCase(Locale.ROOT));
    }
  }

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
    boolean computed = row.flag("is_computed");
    String expression = row.find("computed_text");
    if (computed && expression == null) {
      draft.leaveOut("column", shown, "what it is computed from is not told to this user");
      return;
    }
    boolean stored = row.flag("is_persisted");
    DataType type = computed ? kept : checks.typed(table.name(), name, kept, row);
    String value = row.find("default_text");
    table.add(
        new Column(
            name,
            type,
            row.flag("is_nullable") || (computed && !stored),
            value == null ? null : text.defaultValue(value, type),
            row.flag("is_identity") ? identity(row) : null,
            expression == null ? null : text.computed(expression, type, stored),
            row.find("remarks"),
            row.find("collation_name")));
    leaveOutClauses(row, shown);
  }

  private static Identity identity(CatalogRow row) {
    Long start = SqlserverCatalogText.number(row.text("seed"));
    Long increment = SqlserverCatalogText.number(row.text("step"));
    return new Identity(
        false,
        Objects.equals(start, 1L) ? null : start,
        Objects.equals(increment, 1L) ? null : increment);
  }

  private void leaveOutClauses(CatalogRow row, String column) {
    CLAUSES.forEach(
        (flag, clause) -> {
          if (row.flag(flag)) {
            draft.leaveOut("clause", clause + " of " + column, "");
          }
        });
    if (row.number("generated_always_type") > 0) {
      draft.leaveOut("clause", "GENERATED ALWAYS AS ROW of " + column, "");
    }
    if (row.number("default_object_id") != 0 && row.isNull("default_text")) {
      draft.leaveOut("default", column, "it is bound, or not told to this user");
    }
    if (row.number("rule_object_id") != 0) {
      draft.leaveOut("rule", column, "it is bound to the column");
    }
  }
}
