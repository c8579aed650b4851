package io.schemachain.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Inverse;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Reversal;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A database and the schema it should have, for operations to be run on. */
final class MysqlServer implements AutoCloseable {
  private final Dialect dialect;
  private final TestDatabase database;
  private final Connection connection;
  private Schema schema;

  MysqlServer(String name) throws SQLException {
    Dialect oldest = name.equals("mysql") ? new MysqlDialect() : new MariadbDialect();
    this.database = TestDatabases.fresh(name);
    this.connection = database.connect();
    this.dialect =
        oldest.forVersion(
            oldest.serverVersion(connection.getMetaData().getDatabaseProductVersion()));
    this.schema = Schema.empty(dialect.nameScopes());
    for (String statement : dialect.sessionSetup()) {
      execute(statement);
    }
  }

  static Stream<String> names() {
    return Stream.of("mysql", "mariadb");
  }

  TestDatabase database() {
    return database;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Runs operations as one revision; gives back what was executed. */
  List<String> run(Operation... operations) throws SQLException {
    List<String> texts = new ArrayList<>();
    List<OperationStep> steps = new ArrayList<>();
    for (Operation operation : operations) {
      Schema after = ApplyToSchema.apply(operation, schema);
      steps.add(new OperationStep(operation, schema, after));
      schema = after;
    }
    for (List<SqlStatement> statements : dialect.render(steps)) {
      for (SqlStatement statement : statements) {
        texts.add(statement.text());
        execute(statement.text());
      }
    }
    return texts;
  }

  /** Runs operations, takes them back, runs them again: the same tables each time. */
  List<String> upDownUp(Operation... operations) throws SQLException {
    List<String> before = tables();
    List<Operation> inverse = new ArrayList<>();
    Schema replayed = schema;
    for (Operation operation : operations) {
      Reversal reversal = Inverse.of(operation, replayed);
      assertThat(reversal).isInstanceOf(Reversal.Operations.class);
      inverse.addAll(0, ((Reversal.Operations) reversal).operations());
      replayed = ApplyToSchema.apply(operation, replayed);
    }
    List<String> up = run(operations);
    List<String> after = tables();
    run(inverse.toArray(Operation[]::new));
    assertThat(tables()).as("after the downgrade").isEqualTo(before);
    run(operations);
    assertThat(tables()).as("after the second upgrade").isEqualTo(after);
    return up;
  }

  /** Every table as the server shows it, without its counter; keys are in no particular order. */
  List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    for (String name :
        query(
            "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                + " ORDER BY TABLE_NAME")) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SHOW CREATE TABLE `" + name + "`")) {
        row.next();
        tables.add(withSortedKeys(row.getString(2).replaceAll(" AUTO_INCREMENT=\\d+", "")));
      }
    }
    return tables;
  }

  private static String withSortedKeys(String table) {
    List<String> lines = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (String line : table.lines().toList()) {
      (line.matches(" +(UNIQUE )?KEY.*|.*CONSTRAINT.*") ? keys : lines)
          .add(line.replaceAll(",$", ""));
    }
    keys.sort(null);
    lines.addAll(keys);
    return String.join("\n", lines);
  }

  String table(String name) throws SQLException {
    return tables().stream()
        .filter(text -> text.startsWith("CREATE TABLE `" + name + "`"))
        .findFirst()
        .orElseThrow();
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + " in: " + sql, e);
    }
  }

  /** The first column. */
  List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }
}
