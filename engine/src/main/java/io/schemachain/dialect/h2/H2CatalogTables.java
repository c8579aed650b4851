package io.schemachain.dialect.h2;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables and their columns. */
final class H2CatalogTables {
  private static final String BASE_TABLE = "BASE TABLE";
  private static final String MATERIALIZED_VIEW = "MaterializedView";

  private final SchemaDraft draft;
  private final H2CatalogNames names;
  private final H2CatalogTypes types;
  private final StoredDefault defaults;
  private final CatalogRows rows;

  H2CatalogTables(H2Dialect dialect, SchemaDraft draft, H2CatalogNames names, CatalogRows rows) {
    this.draft = draft;
    this.names = names;
    this.types = new H2CatalogTypes(dialect, names, rows);
    this.defaults = new StoredDefault(dialect);
    this.rows = rows;
  }

  void read() {
    Map<List<String>, List<CatalogRow>> columns =
        rows.by(H2CatalogQueries.COLUMNS, "table_schema", "table_name");
    Set<List<String>> kept = rowsOfViews();
    for (CatalogRow row : rows.of(H2CatalogQueries.TABLES)) {
      List<String> key = List.of(row.text("table_schema"), row.text("table_name"));
      String shown = names.shown(key.get(0), key.get(1));
      TableName name = names.of(key.get(0), key.get(1)).orElse(null);
      if (row.text("table_type").equals("VIEW") || kept.contains(key)) {
        continue;
      }
      if (!isTable(row)) {
        draft.leaveOut(kind(row), shown, "");
      } else if (name == null) {
        draft.leaveOut("table", shown, H2CatalogNames.NOT_WRITABLE);
      } else {
        read(draft.add(name), row, columns.getOrDefault(key, List.of()));
      }
    }
  }

  /** Where the rows of materialized views are: {@code name$1}. */
  private Set<List<String>> rowsOfViews() {
    Set<List<String>> kept = new HashSet<>();
    for (CatalogRow row : rows.of(H2CatalogQueries.TABLES)) {
      if (row.text("table_class").endsWith(MATERIALIZED_VIEW)) {
        kept.add(List.of(row.text("table_schema"), row.text("table_name") + "$1"));
      }
    }
    return kept;
  }

  private static boolean isTable(CatalogRow row) {
    return row.text("table_type").equals(BASE_TABLE)
        && !row.text("table_class").endsWith("TableLink");
  }

  private static String kind(CatalogRow row) {
    return row.text("table_class").endsWith("TableLink") ? "linked table" : "temporary table";
  }

  private void read(TableDraft table, CatalogRow row, List<CatalogRow> columns) {
    table.comment(row.find("remarks"));
    if (row.flag("in_memory")) {
      table.options(Options.of("h2", Map.of("memory", "true")));
    }
    for (CatalogRow column : columns) {
      read(table, column);
    }
  }

  private void read(TableDraft table, CatalogRow row) {
    String shown = table.name() + "." + row.text("column_name");
    String name = names.of(row.text("column_name")).orElse(null);
    if (name == null) {
      draft.leaveOut("column", shown, H2CatalogNames.NOT_WRITABLE);
      return;
    }
    DataType type = types.of(row, table.name().name() + "_" + name);
    if (type == null) {
      draft.leaveOut("column", shown, "it has a type that no document can say");
      return;
    }
    String expression = row.find("generation_expression");
    boolean identity = row.flag("is_identity");
    String value = expression == null && !identity ? row.find("column_default") : null;
    table.add(
        new Column(
            name,
            type,
            row.flag("is_nullable"),
            value == null ? null : defaultValue(value, type),
            identity ? identity(row) : null,
            expression == null ? null : new Computed(names.expression(expression), true),
            row.find("remarks"),
            null));
    leaveOutClauses(row, table.name() + "." + name);
  }

  private @Nullable DefaultValue defaultValue(String sql, DataType type) {
    return sql.equals("NULL") ? null : defaults.of(names.expression(sql), type);
  }

  private static Identity identity(CatalogRow row) {
    Long start = row.findLong("identity_start");
    Long increment = row.findLong("identity_increment");
    return new Identity(
        row.text("identity_generation").equals("ALWAYS"),
        Objects.equals(start, 1L) ? null : start,
        Objects.equals(increment, 1L) ? null : increment);
  }

  private void leaveOutClauses(CatalogRow row, String column) {
    if (!row.isNull("column_on_update")) {
      draft.leaveOut("clause", "ON UPDATE of " + column, "");
    }
    if (!row.flag("is_visible")) {
      draft.leaveOut("clause", "INVISIBLE of " + column, "");
    }
    if (row.flag("default_on_null")) {
      draft.leaveOut("clause", "DEFAULT ON NULL of " + column, "");
    }
    if ("YES".equals(row.find("identity_cycle"))) {
      draft.leaveOut("clause", "CYCLE of " + column, "");
    }
  }
}
