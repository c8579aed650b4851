package io.schemachain.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Identifiers;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads back what was written: rows that were inserted, and defaults that a row takes. */
final class DataCheck {
  private final Connection connection;
  private final Identifiers names;
  private final StoredValue stored;
  private final boolean hasDefaultValues;

  DataCheck(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.names = dialect.identifiers();
    this.stored = new StoredValue(dialect);
    this.hasDefaultValues = !dialect.keys().contains("mysql");
  }

  /** Each value of each row is in its column. */
  static void rows(
      Connection connection, Dialect dialect, Schema schema, List<Operation> operations)
      throws SQLException {
    DataCheck check = new DataCheck(connection, dialect);
    for (Operation operation : operations) {
      if (operation instanceof BulkInsert insert && !isChanged(insert.table(), operations)) {
        Table table = schema.require(insert.table());
        check.contains(table, table.columns(), ExpectedRows.all(insert.rows(), insert.file()));
      }
    }
  }

  /** Rows from before are still there, in columns that are as they were. */
  static void survivors(Connection connection, Dialect dialect, CaseRun run) throws SQLException {
    DataCheck check = new DataCheck(connection, dialect);
    List<Operation> changes =
        requireNonNull(run.revision()).upgrade().stream().map(Located::value).toList();
    for (Operation operation : run.givenOperations()) {
      if (operation instanceof BulkInsert insert && !isChanged(insert.table(), changes)) {
        Optional<Table> now = run.after().find(insert.table());
        if (now.isPresent()) {
          List<Column> kept =
              run.before().require(insert.table()).columns().stream()
                  .filter(column -> isStill(column, now.get()))
                  .toList();
          check.contains(now.get(), kept, ExpectedRows.all(insert.rows(), insert.file()));
        }
      }
    }
  }

  private static boolean isStill(Column column, Table now) {
    return now.column(column.name()).filter(c -> c.type().equals(column.type())).isPresent();
  }

  private static boolean isChanged(TableName table, List<Operation> operations) {
    return operations.stream().anyMatch(operation -> ExpectedRows.changes(table, operation));
  }

  /** Tables whose rows were changed have exactly the rows that they should. */
  static void changes(Connection connection, Dialect dialect, CaseRun run) throws SQLException {
    DataCheck check = new DataCheck(connection, dialect);
    List<Operation> up =
        requireNonNull(run.revision()).upgrade().stream().map(Located::value).toList();
    List<Operation> all = new ArrayList<>(run.givenOperations());
    all.addAll(up);
    for (Table table : run.after().tables()) {
      Optional<List<Row>> expected =
          isChanged(table.name(), up) ? ExpectedRows.of(table.name(), all) : Optional.empty();
      if (expected.isPresent()) {
        check.exactly(table, expected.get());
      }
    }
  }

  private void exactly(Table table, List<Row> expected) throws SQLException {
    List<Map<String, String>> actual = contains(table, table.columns(), expected);
    assertThat(actual).as("The rows of %s", table.name()).hasSize(expected.size());
  }

  /** Each expected row is there, as often as it is expected; in the columns that it has. */
  private List<Map<String, String>> contains(Table table, List<Column> columns, List<Row> expected)
      throws SQLException {
    List<Map<String, String>> actual = read(table, columns);
    List<Map<String, String>> left = new ArrayList<>(actual);
    for (Row row : expected) {
      Map<String, String> values = new TreeMap<>();
      for (Column column : columns) {
        int index = row.columns().indexOf(column.name());
        Value value = index < 0 ? Value.sql("?") : row.values().get(index);
        if (value instanceof Value.Text text) {
          values.put(column.name(), StoredValue.normalized(column.type(), text.text()));
        } else if (value instanceof Value.Null) {
          values.put(column.name(), StoredValue.NULL);
        }
      }
      boolean found =
          left.stream()
              .filter(there -> there.entrySet().containsAll(values.entrySet()))
              .findFirst()
              .map(left::remove)
              .orElse(false);
      assertThat(found).as("%s has the row %s; others are %s", table.name(), values, left).isTrue();
    }
    return actual;
  }

  private List<Map<String, String>> read(Table table, List<Column> columns) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    String query =
        "SELECT "
            + columns.stream()
                .map(column -> stored.selected(names.quote(column.name()), column.type()))
                .collect(Collectors.joining(", "))
            + " FROM "
            + names.quote(table.name());
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i).name(), stored.read(result, i + 1, columns.get(i).type()));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** A row of defaults has them, where each column has a default or may be null. */
  static void defaults(Connection connection, Dialect dialect, Schema schema) throws SQLException {
    DataCheck check = new DataCheck(connection, dialect);
    connection.setAutoCommit(false);
    for (Table table : schema.tables()) {
      boolean insertable =
          table.columns().stream()
              .allMatch(c -> c.nullable() || c.defaultValue() != null || c.identity() != null);
      if (insertable && table.checks().isEmpty()) {
        check.defaults(table);
      }
    }
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private void defaults(Table table) throws SQLException {
    String insert =
        "INSERT INTO "
            + names.quote(table.name())
            + (hasDefaultValues ? " DEFAULT VALUES" : " () VALUES ()");
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(insert);
    }
    List<Map<String, String>> rows = read(table, table.columns());
    for (Column column : table.columns()) {
      if (column.defaultValue() instanceof DefaultValue.Constant constant) {
        assertThat(rows)
            .as("The default of %s in %s", column.name(), table.name())
            .anyMatch(
                row ->
                    StoredValue.normalized(column.type(), constant.text())
                        .equals(row.get(column.name())));
      }
    }
  }

  List<String> read(String query, DataType type) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(stored.read(rows, 1, type));
      }
      return values;
    }
  }
}
