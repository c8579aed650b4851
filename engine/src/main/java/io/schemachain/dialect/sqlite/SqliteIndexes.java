package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.SqlCursor;
import io.schemachain.dialect.SqlLexis;
import io.schemachain.dialect.SqlSyntaxException;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Indexes: the catalog has their columns, their texts have expressions and conditions. */
final class SqliteIndexes {
  private static final String BINARY = "BINARY";

  /** An expression with how it is compared and ordered. */
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(.*?)(?:(?<!\\s)\\s++COLLATE\\s++(\"(?:[^\"]|\"\")*+\"|\\w+))?(?:(?<!\\s)\\s++(?:ASC|DESC))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final SqlLexis lexis;
  private final SchemaDraft draft;

  SqliteIndexes(SqliteDialect dialect, SchemaDraft draft) {
    this.lexis = dialect.lexis();
    this.draft = draft;
  }

  /**
   * @param columns by schema and index
   */
  void read(Scope scope, List<CatalogRow> objects, Map<List<String>, List<CatalogRow>> columns) {
    for (CatalogRow row : objects) {
      List<CatalogRow> parts =
          columns.getOrDefault(List.of(row.text("schema"), row.text("name")), List.of());
      if (!row.text("type").equals("index") || parts.isEmpty()) {
        continue;
      }
      String schema = scope.inModel(row.text("schema"));
      TableDraft table = draft.find(new TableName(schema, parts.get(0).text("table")));
      if (table == null) {
        continue; // That of a table which is named as left out.
      }
      try {
        table.add(index(table, row, parts));
      } catch (SqlSyntaxException | IllegalArgumentException e) {
        draft.leaveOut(
            "index",
            row.text("name") + " of " + table.name(),
            String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
      }
    }
  }

  private Index index(TableDraft table, CatalogRow row, List<CatalogRow> rows) {
    SqlCursor text = new SqlCursor(row.text("sql"), lexis);
    text.require("CREATE");
    text.skip("UNIQUE");
    text.require("INDEX");
    text.name();
    text.require("ON");
    text.name();
    List<String> elements = SqlCursor.elements(text.enclosed(), lexis);
    if (elements.size() != rows.size()) {
      throw text.unexpected("It has other columns than the catalog.");
    }
    List<IndexPart> parts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      parts.add(part(table, rows.get(i), elements.get(i)));
    }
    String where = text.skip("WHERE") ? text.rest() : null;
    return new Index(row.text("name"), parts, rows.get(0).flag("unique"), where);
  }

  private IndexPart part(TableDraft table, CatalogRow row, String written) {
    boolean descending = row.flag("desc");
    String name = row.find("column");
    if (name == null) {
      return expression(written, descending);
    }
    Column column = table.column(name);
    if (column == null) {
      throw new IllegalArgumentException("The column " + name + " is left out.");
    }
    String own = Objects.requireNonNullElse(column.collation(), BINARY);
    String collation = row.text("collation");
    return new IndexPart.ColumnPart(
        column.name(),
        null,
        options(descending, own.equalsIgnoreCase(collation) ? null : collation));
  }

  private IndexPart expression(String written, boolean descending) {
    Matcher matcher = EXPRESSION.matcher(written);
    if (!matcher.matches()) {
      throw new IllegalStateException("Any text matches, and not " + written);
    }
    String collation = matcher.group(2);
    return new IndexPart.ExpressionPart(
        matcher.group(1),
        options(descending, collation == null ? null : new SqlCursor(collation, lexis).name()));
  }

  private static IndexPart.Options options(boolean descending, @Nullable String collation) {
    return new IndexPart.Options(descending, null, collation, null);
  }
}
