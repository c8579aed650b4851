package io.schemachain.dialect.postgresql;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Names;
import io.schemachain.model.Options;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all readers of rows share.
 *
 * @param draft takes what they find
 */
record PostgresqlReading(Scope scope, CatalogRows rows, SchemaDraft draft) {
  static final String CONTROL = "its name has a control character, which no document can write";

  /** The table or view that a row is of. */
  TableName owner(CatalogRow row) {
    return new TableName(scope.inModel(row.text("schema")), row.text("table"));
  }

  /** The table that a row is of; null where it was left out. */
  @Nullable TableDraft table(CatalogRow row) {
    return isWritable(row.text("table")) && isWritable(row.text("schema"))
        ? draft.find(owner(row))
        : null;
  }

  /** Names what a row is; null, and left out, where a document has no way to write it. */
  @Nullable TableName object(CatalogRow row, String kind) {
    if (!isWritable(row.text("schema")) || !isWritable(row.text("name"))) {
      leaveOut(kind, row, row.text("name"), CONTROL);
      return null;
    }
    return new TableName(scope.inModel(row.text("schema")), row.text("name"));
  }

  /** Whether a document can write what a row calls so; else it is left out. */
  boolean isNamed(CatalogRow row, String kind) {
    if (isWritable(row.text("name"))) {
      return true;
    }
    leaveOut(kind, row, row.text("table") + "." + row.text("name"), CONTROL);
    return false;
  }

  static boolean isWritable(String name) {
    return !Names.hasControl(name);
  }

  /**
   * @param name without a schema
   */
  void leaveOut(String kind, CatalogRow row, String name, String reason) {
    String schema = scope.inModel(row.text("schema"));
    draft.leaveOut(kind, schema == null ? name : schema + "." + name, reason);
  }

  /** A part of the table that a row is of. */
  void leaveOutPart(String kind, CatalogRow row, String reason) {
    leaveOut(kind, row, row.text("table") + "." + row.text("name"), reason);
  }

  /** Whether a table has all these columns. */
  static boolean has(TableDraft table, List<String> columns) {
    return columns.stream().allMatch(column -> table.column(column) != null);
  }

  /** The lines of a text; none of NULL. */
  static List<String> list(@Nullable String lines) {
    return lines == null ? List.of() : List.of(lines.split("\n"));
  }

  /**
   * Storage parameters, {@code fillfactor=70}, and a tablespace.
   *
   * @param words takes them, and has what else is said
   */
  static Options options(
      Map<String, String> words, @Nullable String parameters, @Nullable String tablespace) {
    Map<String, String> all = new TreeMap<>(words);
    parameters(all, "with.", parameters);
    if (tablespace != null) {
      all.put("tablespace", tablespace);
    }
    return Options.of("postgresql", all);
  }

  static void parameters(Map<String, String> words, String prefix, @Nullable String parameters) {
    for (String parameter : list(parameters)) {
      int equals = parameter.indexOf('=');
      words.put(prefix + parameter.substring(0, equals), parameter.substring(equals + 1));
    }
  }

  /** An expression without the parentheses around all of it. */
  static String bare(String expression) {
    String sql = expression.strip();
    while (isEnclosed(sql)) {
      sql = sql.substring(1, sql.length() - 1).strip();
    }
    return sql;
  }

  /** Whether the parenthesis at the start is closed at the end. */
  private static boolean isEnclosed(String sql) {
    if (!sql.startsWith("(")) {
      return false;
    }
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i == sql.length() - 1;
      }
    }
    return false;
  }
}
