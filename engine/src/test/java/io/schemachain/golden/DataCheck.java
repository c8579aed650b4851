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
import io.schemachain.model.TypeKind;
import io.schemachain.model.Value;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads back what was written: rows that were inserted, and defaults that a row takes. */
final class DataCheck {
  private final Connection connection;
  private final Identifiers names;
  private final boolean hasDefaultValues;

  DataCheck(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.names = dialect.identifiers();
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
        for (Column column : table.columns()) {
          check.values(table, column, ExpectedRows.all(insert.rows(), insert.file()));
        }
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
        for (Column column : run.before().require(insert.table()).columns()) {
          if (now.isPresent()
              && now.get()
                  .column(column.name())
                  .filter(c -> c.type().equals(column.type()))
                  .isPresent()) {
            check.values(now.get(), column, ExpectedRows.all(insert.rows(), insert.file()));
          }
        }
      }
    }
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
    for (Column column : table.columns()) {
      List<String> values = new ArrayList<>();
      for (Row row : expected) {
        int index = row.columns().indexOf(column.name());
        Value value = index < 0 ? Value.sql("?") : row.values().get(index);
        if (value instanceof Value.Text text) {
          values.add(normalized(column.type(), text.text()));
        } else if (value instanceof Value.Null) {
          values.add("NULL");
        }
      }
      String query = "SELECT " + names.quote(column.name()) + " FROM " + names.quote(table.name());
      List<String> actual = read(query, column.type());
      assertThat(actual).as(query).hasSize(expected.size()).containsAll(values);
    }
  }

  private void values(Table table, Column column, List<Row> rows) throws SQLException {
    List<String> expected = new ArrayList<>();
    for (Row row : rows) {
      int index = row.columns().indexOf(column.name());
      if (index >= 0 && row.values().get(index) instanceof Value.Text text) {
        expected.add(normalized(column.type(), text.text()));
      }
    }
    String query = "SELECT " + names.quote(column.name()) + " FROM " + names.quote(table.name());
    assertThat(read(query, column.type())).as(query).containsAll(expected);
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
    for (Column column : table.columns()) {
      if (column.defaultValue() instanceof DefaultValue.Constant constant) {
        String query =
            "SELECT " + names.quote(column.name()) + " FROM " + names.quote(table.name());
        assertThat(read(query, column.type()))
            .as(query)
            .contains(normalized(column.type(), constant.text()));
      }
    }
  }

  List<String> read(String query, DataType type) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        String value = value(rows, type);
        values.add(value == null ? "NULL" : value);
      }
      return values;
    }
  }

  private static @Nullable String value(ResultSet rows, DataType type) throws SQLException {
    if (isNumber(type)) {
      String text = rows.getString(1);
      return text == null ? null : normalized(type, text);
    }
    if (type.is(TypeKind.BOOLEAN)) {
      boolean value = rows.getBoolean(1);
      return rows.wasNull() ? null : Boolean.toString(value);
    }
    if (isBinary(type)) {
      byte[] bytes = rows.getBytes(1);
      return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
    String text = rows.getString(1);
    return text == null ? null : normalized(type, text);
  }

  private static boolean isNumber(DataType type) {
    TypeKind kind = type.kind();
    return kind != null
        && (kind.isInteger()
            || kind == TypeKind.NUMERIC
            || kind == TypeKind.REAL
            || kind == TypeKind.DOUBLE);
  }

  private static boolean isBinary(DataType type) {
    return type.is(TypeKind.BINARY) || type.is(TypeKind.VARBINARY) || type.is(TypeKind.BLOB);
  }

  /** The same text for the same value, written in a document or read from a database. */
  private static String normalized(DataType type, String text) {
    TypeKind kind = type.kind();
    if (isNumber(type)) {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
    if (isBinary(type)) {
      return text.replaceFirst("^0x", "").toLowerCase(Locale.ROOT);
    }
    if (kind == TypeKind.TIMESTAMPTZ) {
      // Zones are the session's; the minute and second say enough.
      return text.substring(13, 19);
    }
    if (kind == TypeKind.TIMESTAMP || kind == TypeKind.TIME) {
      return text.replace('T', ' ').replaceFirst("\\.(\\d*?)0*$", ".$1").replaceFirst("\\.$", "");
    }
    if (kind == TypeKind.JSON) {
      return text.replace(" ", "");
    }
    return text;
  }
}
