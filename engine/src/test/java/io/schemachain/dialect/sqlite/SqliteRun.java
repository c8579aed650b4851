package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Operation;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database and the schema that the operations so far made of it. */
final class SqliteRun implements AutoCloseable {
  static final SqliteDialect DIALECT = new SqliteDialect();

  final TestDatabase database = TestDatabases.fresh("sqlite");
  final Connection connection;
  private final SqliteDialect dialect;
  private Schema schema = Schema.empty(DIALECT.nameScopes());

  SqliteRun() throws SQLException {
    this(DIALECT);
  }

  SqliteRun(SqliteDialect dialect) throws SQLException {
    this.dialect = dialect;
    connection = database.connect();
    execute("PRAGMA foreign_keys = ON");
    for (String statement : dialect.sessionSetup()) {
      execute(statement);
    }
  }

  List<List<SqlStatement>> render(Operation... operations) {
    List<OperationStep> steps = new ArrayList<>();
    Schema before = schema;
    for (Operation operation : operations) {
      Schema after = ApplyToSchema.apply(operation, before);
      steps.add(new OperationStep(operation, before, after));
      before = after;
    }
    return dialect.render(steps);
  }

  /** As a revision: session statements, then everything in one transaction. */
  void apply(Operation... operations) throws SQLException {
    List<SqlStatement> statements = render(operations).stream().flatMap(List::stream).toList();
    for (SqlStatement statement : statements) {
      if (!statement.inTransaction()) {
        execute(statement.text());
      }
    }
    inTransaction(statements);
    execute("PRAGMA foreign_keys = ON");
    for (Operation operation : operations) {
      schema = ApplyToSchema.apply(operation, schema);
    }
  }

  void inTransaction(List<SqlStatement> statements) throws SQLException {
    execute("BEGIN IMMEDIATE");
    try {
      for (SqlStatement statement : statements) {
        if (statement.inTransaction()) {
          execute(statement.text());
        }
      }
      execute("COMMIT");
    } catch (SQLException e) {
      execute("ROLLBACK");
      throw e;
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

  /** Everything the file holds: the schema's text and the rows of all tables. */
  List<String> dump() throws SQLException {
    List<String> dump = rows("SELECT type, name, sql FROM main.sqlite_schema ORDER BY type, name");
    for (String table :
        rows("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")) {
      dump.addAll(rows("SELECT '" + table + "', * FROM main.\"" + table + "\""));
    }
    return dump;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }
}
