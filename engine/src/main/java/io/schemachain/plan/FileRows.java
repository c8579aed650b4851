package io.schemachain.plan;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Column;
import io.schemachain.model.Literal;
import io.schemachain.model.Table;
import io.schemachain.model.Value;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.RowFile;
import io.schemachain.operation.Upsert;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every value of a file of rows: whether its column takes it, and whether the database has
 * a constant for it. What is wrong is told with its place in the file.
 */
final class FileRows {
  private static final int MOST_MISTAKES = 20;

  private final Dialect dialect;
  private final Diagnostics diagnostics;
  private int mistakes;

  private FileRows(Dialect dialect, Diagnostics diagnostics) {
    this.dialect = dialect;
    this.diagnostics = diagnostics;
  }

  /** The columns are known to be those of the table. */
  static void check(OperationStep step, Dialect dialect, Diagnostics diagnostics) {
    if (step.operation() instanceof BulkInsert insert && insert.file() != null) {
      check(insert.file(), step.before().require(insert.table()), dialect, diagnostics);
    } else if (step.operation() instanceof Upsert upsert && upsert.file() != null) {
      Table table = step.before().require(upsert.table());
      List<Column> columns = new ArrayList<>();
      for (Column column : table.columns()) {
        columns.add(upsert.key().contains(column.name()) ? column.withNullable(false) : column);
      }
      check(upsert.file(), table.withColumns(columns), dialect, diagnostics);
    }
  }

  private static void check(RowFile file, Table table, Dialect dialect, Diagnostics diagnostics) {
    new FileRows(dialect, diagnostics).check(file, table);
  }

  private void check(RowFile file, Table table) {
    List<Column> columns = new ArrayList<>();
    for (String name : file.columns()) {
      columns.add(table.column(name).orElseThrow());
    }
    try (RowFile.Cursor rows = file.open()) {
      while (rows.next()) {
        for (int i = 0; i < columns.size(); i++) {
          check(columns.get(i), rows, i, file);
          if (mistakes == MOST_MISTAKES) {
            diagnostics.error(
                file.location(rows.line(i), rows.column(i)),
                "There may be more mistakes behind this one: " + mistakes + " are shown.",
                null);
            return;
          }
        }
      }
    }
  }

  private void check(Column column, RowFile.Cursor rows, int index, RowFile file) {
    Value value = rows.value(index);
    String problem = null;
    String hint = null;
    if (value instanceof Value.Null) {
      if (column.nullable()) {
        return;
      }
      problem = "NULL in a column that is not nullable.";
      hint = file.written().csv() == null ? null : "An empty text is written \"\".";
    } else {
      try {
        dialect.literals().render(Literal.parse(column.type(), value), column.type());
        return;
      } catch (UnsupportedFeatureException e) {
        problem = String.valueOf(e.getMessage());
        hint = e.hint();
      } catch (IllegalArgumentException e) {
        problem = String.valueOf(e.getMessage());
      }
    }
    report(column, problem, hint, rows, index, file);
  }

  private void report(
      Column column,
      String problem,
      @Nullable String hint,
      RowFile.Cursor rows,
      int index,
      RowFile file) {
    mistakes++;
    diagnostics.error(
        file.location(rows.line(index), rows.column(index)),
        "Column " + column.name() + ": " + problem,
        hint);
  }
}
