package io.schemachain.dialect.h2;

import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.DataTypes;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A database and the schema that the operations so far made of it. */
final class H2Run implements AutoCloseable {
  static final H2Dialect DIALECT = new H2Dialect();
  static final TableName USERS = TableName.of("users");

  final TestDatabase database = TestDatabases.fresh("h2");
  final Connection connection;
  private Schema schema = Schema.empty(DIALECT.nameScopes());

  H2Run() throws SQLException {
    this("");
  }

  H2Run(String options) throws SQLException {
    connection = DriverManager.getConnection(database.url() + options, database.username(), "");
  }

  List<SqlStatement> render(Operation... operations) {
    List<OperationStep> steps = new ArrayList<>();
    Schema before = schema;
    for (Operation operation : operations) {
      Schema after = ApplyToSchema.apply(operation, before);
      steps.add(new OperationStep(operation, before, after));
      before = after;
    }
    return DIALECT.render(steps).stream().flatMap(List::stream).toList();
  }

  void apply(Operation... operations) throws SQLException {
    for (SqlStatement statement : render(operations)) {
      execute(statement.text());
    }
    for (Operation operation : operations) {
      schema = ApplyToSchema.apply(operation, schema);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Each row as its values with a bar between. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  static Column column(String name, String type) {
    return Column.of(name, DataTypes.parse(type));
  }

  static Table keyed(TableName name, Column... columns) {
    return Table.of(name, List.of(columns))
        .withPrimaryKey(new PrimaryKey("pk_" + name.name(), List.of("id")));
  }

  static BulkInsert insert(TableName table, String columns, String... rows) {
    List<Row> all = new ArrayList<>();
    for (String row : rows) {
      List<Value> values = Arrays.stream(row.split("[|]", -1)).map(Value::text).toList();
      all.add(new Row(List.of(columns.split(",")), values));
    }
    return new BulkInsert(table, all);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }
}
