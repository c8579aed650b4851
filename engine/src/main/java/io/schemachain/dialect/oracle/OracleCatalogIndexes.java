package io.schemachain.dialect.oracle;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Indexes. */
final class OracleCatalogIndexes {
  private static final Pattern TYPE =
      Pattern.compile("(?:FUNCTION-BASED )?(NORMAL|NORMAL/REV|BITMAP)");

  /** What a descending column is an expression of. */
  private static final Pattern COLUMN = Pattern.compile("\"([^\"]+)\"");

  private final OracleDialect dialect;
  private final SchemaDraft draft;
  private final CatalogNames names;
  private final CatalogRows rows;
  private final Map<List<String>, List<CatalogRow>> columns;
  private final Map<List<String>, List<CatalogRow>> expressions;

  /** The constraints that have an index, by its owner and name. */
  private final Map<List<String>, String> keys = new HashMap<>();

  OracleCatalogIndexes(
      OracleDialect dialect, SchemaDraft draft, CatalogNames names, CatalogRows rows) {
    this.dialect = dialect;
    this.draft = draft;
    this.names = names;
    this.rows = rows;
    this.columns = rows.by(OracleCatalogQueries.INDEX_COLUMNS, "index_owner", "index_name");
    this.expressions =
        rows.by(OracleCatalogQueries.EXPRESSIONS, "index_owner", "index_name", "column_position");
    for (CatalogRow row : rows.of(OracleCatalogQueries.CONSTRAINTS)) {
      if (!row.isNull("index_name")) {
        String owner = row.isNull("index_owner") ? row.text("owner") : row.text("index_owner");
        keys.put(List.of(owner, row.text("index_name")), row.text("constraint_name"));
      }
    }
  }

  void read() {
    for (CatalogRow row : rows.of(OracleCatalogQueries.INDEXES)) {
      TableDraft table =
          names.of(row.text("table_owner"), row.text("table_name")).map(draft::find).orElse(null);
      if (table != null) {
        read(table, row);
      }
    }
  }

  private void read(TableDraft table, CatalogRow row) {
    String inCatalog = row.text("index_name");
    String shown = inCatalog + " of " + table.name();
    String constraint = keys.get(List.of(row.text("owner"), inCatalog));
    if (constraint != null) {
      if (!constraint.equals(inCatalog) && !row.flag("generated")) {
        leaveOut(shown, "the constraint " + constraint + " uses it");
      }
      return;
    }
    Matcher type = TYPE.matcher(row.text("index_type"));
    if (row.text("index_type").startsWith("IOT")) {
      return; // The table itself.
    }
    if (!type.matches()) {
      leaveOut(shown, "it is a " + row.text("index_type").toLowerCase(Locale.ROOT));
      return;
    }
    if (!row.text("owner").equals(row.text("table_owner"))) {
      leaveOut(shown, "it is in the schema " + row.text("owner"));
      return;
    }
    if ("UNUSABLE".equals(row.find("status"))) {
      leaveOut(shown, "it is unusable");
      return;
    }
    List<IndexPart> parts = parts(table, row);
    if (parts == null) {
      leaveOut(shown, "one of its columns is left out");
      return;
    }
    String name =
        names.ofPart(draft, table.name(), ObjectKind.INDEX, inCatalog, row.flag("generated"));
    if (name != null) {
      boolean unique = row.text("uniqueness").equals("UNIQUE");
      table.add(
          new Index(name, parts, unique, null).withOptions(options(row, type.group(1), shown)));
    }
  }

  private void leaveOut(String shown, String reason) {
    draft.leaveOut(ObjectKind.INDEX.words(), shown, reason);
  }

  private @Nullable List<IndexPart> parts(TableDraft table, CatalogRow row) {
    List<String> key = List.of(row.text("owner"), row.text("index_name"));
    List<IndexPart> parts = new ArrayList<>();
    for (CatalogRow column : columns.getOrDefault(key, List.of())) {
      IndexPart part = part(table, column);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts.isEmpty() ? null : parts;
  }

  private @Nullable IndexPart part(TableDraft table, CatalogRow row) {
    boolean descending = row.text("descend").equals("DESC");
    List<CatalogRow> expression =
        expressions.getOrDefault(
            List.of(row.text("index_owner"), row.text("index_name"), row.text("column_position")),
            List.of());
    if (expression.isEmpty()) {
      return column(table, row.text("column_name"), descending);
    }
    String sql = expression.get(0).find("column_expression");
    if (sql == null) {
      return null;
    }
    Matcher plain = COLUMN.matcher(sql.strip());
    return plain.matches()
        ? column(table, plain.group(1), descending)
        : new IndexPart.ExpressionPart(sql.strip(), descending);
  }

  private @Nullable IndexPart column(TableDraft table, String inCatalog, boolean descending) {
    Column column = names.of(inCatalog).map(table::column).orElse(null);
    return column == null ? null : new IndexPart.ColumnPart(column.name(), descending);
  }

  private Options options(CatalogRow row, String type, String shown) {
    Map<String, String> words = new TreeMap<>();
    if (type.equals("BITMAP")) {
      words.put("bitmap", "true");
    }
    if (type.endsWith("/REV")) {
      words.put("reverse", "true");
    }
    if ("INVISIBLE".equals(row.find("visibility"))) {
      words.put("invisible", "true");
    }
    String compression = row.find("compression");
    if ("ENABLED".equals(compression) && !row.isNull("prefix_length")) {
      words.put("compress", row.text("prefix_length"));
    } else if (compression != null && !compression.equals("DISABLED")) {
      draft.leaveOut("clause", "COMPRESS " + compression + " of " + shown, "");
    }
    if (row.flag("partitioned")) {
      draft.leaveOut("partitioning", shown, "");
    }
    return Options.of(dialect.name(), words);
  }
}
