package io.schemachain.dialect;

import io.schemachain.model.Column;
import io.schemachain.model.Table;
import io.schemachain.model.Value;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BackfillRules;
import io.schemachain.operation.Condition;
import io.schemachain.operation.Delete;
import io.schemachain.operation.Row;
import io.schemachain.operation.RowFile;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import java.util.ArrayList;
import java.util.List;

/** Portable SQL for changes of rows; values are written as those of {@code bulk_insert}. */
public class RowDdl {
  private final StandardDdl ddl;

  public RowDdl(StandardDdl ddl) {
    this.ddl = ddl;
  }

  protected final Dialect dialect() {
    return ddl.dialect();
  }

  protected final String sql(String pattern, Object... arguments) {
    return ddl.sql(pattern, arguments);
  }

  protected final String insertOption(Table table, List<String> columns) {
    return ddl.insertOption(table, columns);
  }

  /** A value as its column has it. */
  protected final String value(Table table, Row row, String column) {
    Value value = row.values().get(row.columns().indexOf(column));
    return ddl.value(value, table.column(column).orElseThrow().type());
  }

  // Update and delete

  final List<SqlStatement> update(Update operation, Table table) {
    return checked(
        List.of(SqlStatement.dml(updateText(operation, table))),
        hasSql(operation.where()) || hasSql(operation.set()));
  }

  private String updateText(Update operation, Table table) {
    requireIndependent(operation.set());
    return sql(
        "UPDATE $N SET $L$L",
        table.name(),
        assignments(table, operation.set(), operation.set().columns()),
        where(table, operation.where()));
  }

  private List<SqlStatement> checked(List<SqlStatement> statements, boolean hasSql) {
    return hasSql ? withSqlOfAuthor(statements) : statements;
  }

  /** For databases where names in the words of the author may live elsewhere than ours. */
  protected List<SqlStatement> withSqlOfAuthor(List<SqlStatement> statements) {
    return statements;
  }

  private static boolean hasSql(Condition where) {
    return where instanceof Condition.Sql
        || (where instanceof Condition.Equal equal && hasSql(equal.values()));
  }

  private static boolean hasSql(Row row) {
    return row.values().stream().anyMatch(Value.Sql.class::isInstance);
  }

  /** For databases where a value that is an expression sees the new values of other columns. */
  protected void requireIndependent(Row set) {}

  protected final String assignments(Table table, Row row, List<String> columns) {
    List<String> assignments = new ArrayList<>(columns.size());
    for (String column : columns) {
      assignments.add(sql("$N = $L", column, value(table, row, column)));
    }
    return String.join(", ", assignments);
  }

  final List<SqlStatement> delete(Delete operation, Table table) {
    return checked(
        List.of(
            SqlStatement.dml(
                sql("DELETE FROM $N$L", table.name(), where(table, operation.where())))),
        hasSql(operation.where()));
  }

  /** With a space before it; nothing for all rows. */
  private String where(Table table, Condition where) {
    if (where instanceof Condition.Sql sql) {
      return " WHERE " + ddl.written(sql.sql());
    }
    if (where instanceof Condition.Equal equal) {
      return " WHERE " + equal(table, equal.values(), equal.values().columns());
    }
    return "";
  }

  /** A condition that some columns have the values of a row. */
  protected final String equal(Table table, Row row, List<String> columns) {
    List<String> conditions = new ArrayList<>(columns.size());
    for (String column : columns) {
      if (row.values().get(row.columns().indexOf(column)) instanceof Value.Null) {
        conditions.add(sql("$N IS NULL", column));
      } else {
        requireComparable(table.column(column).orElseThrow());
        boolean expression = row.values().get(row.columns().indexOf(column)) instanceof Value.Sql;
        conditions.add(
            sql(expression ? "$N = ($L)" : "$N = $L", column, value(table, row, column)));
      }
    }
    return String.join(" AND ", conditions);
  }

  /** For databases with types that {@code =} does not know. */
  protected void requireComparable(Column column) {}

  // Backfill

  final List<SqlStatement> backfilled(Backfill operation, Table table) {
    return checked(
        List.of(backfill(operation, table)), hasSql(operation.where()) || hasSql(operation.set()));
  }

  /** In batches for a run; the text is what a script has. */
  protected SqlStatement backfill(Backfill operation, Table table) {
    Column key = BackfillRules.key(operation, table);
    String update = updateText(operation.asUpdate(), table);
    String and = operation.where() instanceof Condition.All ? " WHERE " : " AND ";
    String start =
        operation.where() instanceof Condition.All ? update : inParentheses(operation, table);
    String from = start + and + sql("$N >= ", key.name());
    String upTo = sql(" AND $N < ", key.name());
    long size = operation.batchSize();
    return SqlStatement.backfill(
        loop(operation, table, key, start + and),
        new RowBatches(
            first(table, key),
            low -> next(table, key, low, size),
            low -> from + low,
            (low, high) -> from + low + upTo + high,
            key.type(),
            dialect().literals()));
  }

  /** The UPDATE with a condition to which another can be added. */
  private String inParentheses(Backfill operation, Table table) {
    String set = assignments(table, operation.set(), operation.set().columns());
    String where = where(table, operation.where()).substring(" WHERE ".length());
    return sql("UPDATE $N SET $L WHERE ($L)", table.name(), set, where);
  }

  /** A query for the smallest key; no row where there are none. */
  protected final String first(Table table, Column key) {
    return oneBehind(sql("SELECT $N FROM $N ORDER BY $N", key.name(), table.name(), key.name()), 0);
  }

  /** The first key of the next batch, which is as many rows behind. */
  protected final String next(Table table, Column key, String from, long size) {
    return oneBehind(
        sql(
            "SELECT $N FROM $N WHERE $N >= $L ORDER BY $N",
            key.name(),
            table.name(),
            key.name(),
            from,
            key.name()),
        size);
  }

  /** One row of a query in an order, so many behind the first. */
  protected String oneBehind(String query, long offset) {
    return query + " LIMIT 1 OFFSET " + offset;
  }

  /**
   * All of it as one statement for a script; one UPDATE where the database has no loop outside of a
   * procedure.
   *
   * @param update an UPDATE that ends where a condition on the key is to follow
   */
  protected String loop(Backfill operation, Table table, Column key, String update) {
    return updateText(operation.asUpdate(), table);
  }

  protected final String type(Column column) {
    return ddl.type(column.type());
  }

  // Upsert

  /** Rows with the same columns share a statement, in order; then the counters are moved. */
  final List<SqlStatement> upsert(Upsert operation, Table table) {
    List<SqlStatement> statements = new ArrayList<>();
    List<Row> rows = operation.rows();
    int from = 0;
    while (from < rows.size()) {
      int to = from + 1;
      while (to < rows.size()
          && to - from < rowsPerUpsert()
          && ddl.mayShareInsert(rows.get(from), rows.get(to))) {
        to++;
      }
      statements.add(SqlStatement.dml(upsert(table, operation.key(), rows.subList(from, to))));
      from = to;
    }
    RowFile file = operation.file();
    if (file != null) {
      String title = sql("upsert $N ($N)", table.name(), file.columns());
      statements.add(
          SqlStatement.load(
              new RowLoad(
                  RowLoad.title(title, file),
                  file,
                  rowsPerUpsert(),
                  some -> upsert(table, operation.key(), some),
                  null)));
    }
    for (Column column : table.columns()) {
      if (column.identity() != null && gives(operation, column.name())) {
        statements.addAll(ddl.moveIdentity(table, column, column.identity()));
      }
    }
    return checked(statements, rows.stream().anyMatch(RowDdl::hasSql));
  }

  private static boolean gives(Upsert operation, String column) {
    for (Row row : operation.rows()) {
      if (row.columns().contains(column)) {
        return true;
      }
    }
    return operation.file() != null && operation.file().columns().contains(column);
  }

  /** How many rows a statement takes. */
  protected int rowsPerUpsert() {
    return dialect().capabilities().rowsPerInsert();
  }

  /** One statement for rows with the same columns, those of the key among them. */
  protected String upsert(Table table, List<String> key, List<Row> rows) {
    List<String> assignments = new ArrayList<>();
    for (String column : others(rows.get(0).columns(), key)) {
      assignments.add(sql("$N = excluded.$N", column, column));
    }
    return sql(
        "$L\nON CONFLICT ($N) DO $L",
        ddl.insert(table, rows).text(),
        key,
        assignments.isEmpty() ? "NOTHING" : "UPDATE SET " + String.join(", ", assignments));
  }

  /** One INSERT. */
  protected final String insert(Table table, List<Row> rows) {
    return ddl.insert(table, rows).text();
  }

  /** What a row changes where there is one with its key. */
  protected static List<String> others(List<String> columns, List<String> key) {
    List<String> others = new ArrayList<>(columns);
    others.removeAll(key);
    return others;
  }

  protected final String values(Table table, Row row) {
    return ddl.values(table, row);
  }

  /** Where a GENERATED ALWAYS column takes no value in such a statement. */
  protected final void requireNoAlways(Table table, List<String> columns) {
    for (Column column : table.columns()) {
      if (column.identity() != null
          && column.identity().always()
          && columns.contains(column.name())) {
        throw dialect()
            .unsupported(
                "upsert with values for " + column.name() + ", which is GENERATED ALWAYS",
                "Leave it out, or use another key.");
      }
    }
  }
}
