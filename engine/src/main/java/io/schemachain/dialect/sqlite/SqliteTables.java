package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.SqlCursor;
import io.schemachain.dialect.SqlSyntaxException;
import io.schemachain.dialect.StoredDefault;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables and their columns, from the catalog's list of columns and the texts of the tables. */
final class SqliteTables {
  private static final int COMPUTED_AND_STORED = 3;

  private static final Set<String> CONSTANT_WORDS =
      Set.of("TRUE", "FALSE", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");

  private final SqliteDialect dialect;
  private final SchemaDraft draft;
  private final StoredDefault defaults;
  private final SqliteTableConstraints constraints;
  private final Map<List<String>, List<CatalogRow>> columns;

  /**
   * @param columns by schema and table
   */
  SqliteTables(
      SqliteDialect dialect, SchemaDraft draft, Map<List<String>, List<CatalogRow>> columns) {
    this.dialect = dialect;
    this.draft = draft;
    this.defaults = new StoredDefault(dialect);
    this.constraints = new SqliteTableConstraints(draft);
    this.columns = columns;
  }

  void read(TableName name, CatalogRow row) {
    TableDraft table = draft.add(name);
    List<CatalogRow> rows =
        columns.getOrDefault(List.of(row.text("schema"), row.text("name")), List.of());
    SqliteTableText text = text(name, row.text("sql"), rows.size());
    boolean strict = text != null && text.strict();
    for (CatalogRow column : rows) {
      column(table, column, text, strict);
    }
    if (text != null) {
      table.options(SqliteOptions.of(strict, text.withoutRowid()));
      constraints.read(table, text);
    }
  }

  /** What needs all tables. */
  void foreignKeys() {
    constraints.foreignKeys();
  }

  private @Nullable SqliteTableText text(TableName name, String sql, int count) {
    try {
      SqliteTableText text = new SqliteTableText(sql, dialect.lexis());
      if (text.columns().size() == count) {
        return text;
      }
      notUnderstood(name, "it has other columns than the catalog");
    } catch (SqlSyntaxException e) {
      notUnderstood(name, String.valueOf(e.getMessage()));
    }
    return null;
  }

  private void notUnderstood(TableName name, String reason) {
    draft.leaveOut(
        "constraints", name.toString(), "the text of the table is not understood: " + reason);
  }

  private void column(
      TableDraft table, CatalogRow row, @Nullable SqliteTableText text, boolean strict) {
    String name = row.text("name");
    if (!SqliteIntrospection.isWritable(name)) {
      leaveOut(table, name, SqliteIntrospection.NOT_WRITABLE);
      return;
    }
    SqliteTableText.ColumnText words =
        text == null
            ? new SqliteTableText.ColumnText()
            : text.columns().get(name.toLowerCase(Locale.ROOT));
    boolean computed = row.number("hidden") > 1;
    if (words == null || (computed && words.expression == null)) {
      leaveOut(table, name, "the text of the table does not tell it");
      return;
    }
    DataType type = SqliteOptions.typeOf(row.text("type"), strict);
    boolean stored = row.number("hidden") == COMPUTED_AND_STORED;
    table.add(
        new Column(
            name,
            type,
            !row.flag("not_null") && !words.numbersItself,
            computed || words.numbersItself ? null : defaultValue(row.find("default"), type),
            words.numbersItself ? Identity.DEFAULT : null,
            words.expression == null ? null : new Computed(words.expression, stored),
            null,
            words.collation == null || words.collation.equalsIgnoreCase("binary")
                ? null
                : words.collation));
  }

  private void leaveOut(TableDraft table, String name, String reason) {
    draft.leaveOut("column", table.name() + "." + name, reason);
  }

  private @Nullable DefaultValue defaultValue(@Nullable String sql, DataType type) {
    return sql == null || sql.strip().equalsIgnoreCase("null")
        ? null
        : defaults.of(stringOf(sql), type);
  }

  /** A name behind DEFAULT is a string, with quotation marks or without them. */
  private String stringOf(String sql) {
    SqlCursor cursor = new SqlCursor(sql, dialect.lexis());
    String text = sql.strip();
    boolean quoted = !text.isEmpty() && "\"`[".indexOf(text.charAt(0)) >= 0;
    boolean bare = text.matches("[A-Za-z_]\\w*");
    if (!quoted && (!bare || CONSTANT_WORDS.contains(text.toUpperCase(Locale.ROOT)))) {
      return sql;
    }
    String name = cursor.name();
    return cursor.atEnd() ? dialect.literals().string(name) : sql;
  }
}
