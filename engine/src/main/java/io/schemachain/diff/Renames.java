package io.schemachain.diff;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a target says of former names: under the new name the old one, or nothing where the part is
 * known to be a new one.
 *
 * @param tables by their names in the target
 * @param columns by their names in the target
 */
public record Renames(
    Map<TableName, Optional<String>> tables, Map<ColumnName, Optional<String>> columns) {
  public static final Renames NONE = new Renames(Map.of(), Map.of());

  /** What a shell and a list take as it is. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.\\-]+");

  /**
   * A column in the target.
   *
   * @param column folded
   */
  public record ColumnName(TableName table, String column) {
    public ColumnName {
      column = Names.fold(column);
    }
  }

  public Renames {
    tables = Map.copyOf(tables);
    columns = Map.copyOf(columns);
  }

  /**
   * What says a former name, whatever the target is written in: {@code
   * -Dschema.renamedFrom=users.mobile=phone}, or for names that no command line takes as they are
   * what to write into schema.yaml.
   *
   * @param former null for a part that is new
   */
  static String typed(String name, @Nullable String former) {
    return PLAIN.matcher(former == null ? name : name + former).matches()
        ? "-Dschema.renamedFrom=" + name + "=" + (former == null ? "" : former)
        : "`renamed_from: {"
            + quoted(name)
            + ": "
            + (former == null ? "null" : quoted(former))
            + "}` in schema.yaml";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The former name that was said for a table, if any. */
  Optional<String> of(TableName table) {
    return tables.getOrDefault(table, Optional.empty());
  }

  /** The same for a column. */
  Optional<String> of(TableName table, String column) {
    return columns.getOrDefault(new ColumnName(table, column), Optional.empty());
  }

  /** Whether it was said of a table where it comes from, or that it is new. */
  boolean decides(TableName table) {
    return tables.containsKey(table);
  }

  /** The same for a column. */
  boolean decides(TableName table, String column) {
    return columns.containsKey(new ColumnName(table, column));
  }
}
