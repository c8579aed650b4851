package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as the database has it before the first of some revisions, while these go on with it
 * under other names.
 */
final class TableNow {
  private final Table table;
  private final Dialect dialect;

  /** The columns that are left, by the name, folded, that revisions call them by. */
  private final Map<String, Column> columns = new HashMap<>();

  private @Nullable String changedBy;

  TableNow(Table table, Dialect dialect) {
    this.table = requireNonNull(table, "table");
    this.dialect = requireNonNull(dialect, "dialect");
    table.columns().forEach(column -> columns.put(Names.fold(column.name()), column));
  }

  /** Its name on the database. */
  TableName name() {
    return table.name();
  }

  /** The column on the database; empty where it is not there yet. */
  Optional<Column> column(String name) {
    return Optional.ofNullable(columns.get(Names.fold(name)));
  }

  /** The name of the column on the database, quoted; empty where it is not there yet. */
  Optional<String> quoted(String name) {
    return column(name).map(column -> dialect.identifiers().quote(column.name()));
  }

  /** {@code users.email}, for people. */
  String words(Column column) {
    return table.name() + "." + column.name();
  }

  /**
   * SQL of the author with the names that columns have on the database; empty where it uses one
   * that is not there yet.
   *
   * @param meant the table that the author had in mind
   */
  Optional<String> text(String sql, Table meant) {
    Map<String, String> names = new HashMap<>();
    String text = sql;
    for (Column column : meant.columns()) {
      if (SqlIdentifiers.uses(text, column.name())) {
        Optional<Column> now = column(column.name());
        if (now.isEmpty()) {
          return Optional.empty();
        }
        if (!now.get().name().equals(column.name())) {
          // In two steps, since two columns may have changed names.
          String between = "schemachain_column_" + names.size();
          names.put(between, dialect.identifiers().quote(now.get().name()));
          text = SqlIdentifiers.rename(text, column.name(), between);
        }
      }
    }
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = SqlIdentifiers.rename(text, name.getKey(), name.getValue());
    }
    return Optional.of(text);
  }

  void rename(String from, String to) {
    Column column = columns.remove(Names.fold(from));
    if (column != null) {
      columns.put(Names.fold(to), column);
    }
  }

  void drop(String column) {
    columns.remove(Names.fold(column));
  }

  /** An operation that comes before changes its rows. */
  void changes(String operation) {
    changedBy = operation;
  }

  /** An answer that is hoped for, unless the rows are mended before. */
  String expected(String answer) {
    return changedBy == null ? answer : answer + ", or what " + changedBy + " mends before";
  }
}
