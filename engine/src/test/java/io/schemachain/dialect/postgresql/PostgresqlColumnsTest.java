package io.schemachain.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataTypes;
import io.schemachain.model.Identity;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Operation;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What depends on the version of the server, and what may be there already. */
final class PostgresqlColumnsTest {
  private static final TableName T = TableName.of("t");

  private TestDatabase database;
  private Connection connection;
  private Dialect dialect;
  private Schema schema;

  @BeforeEach
  void connect() throws SQLException {
    database = TestDatabases.fresh("postgresql");
    connection = database.connect();
    dialect =
        new PostgresqlDialect()
            .forVersion(
                DatabaseVersion.parse(connection.getMetaData().getDatabaseProductVersion()));
    schema = Schema.empty(dialect.nameScopes());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  private List<String> run(Operation operation) throws SQLException {
    Schema after = ApplyToSchema.apply(operation, schema);
    List<String> texts = new ArrayList<>();
    for (List<SqlStatement> statements :
        dialect.render(List.of(new OperationStep(operation, schema, after)))) {
      for (SqlStatement statement : statements) {
        texts.add(statement.text());
        execute(statement.text());
      }
    }
    schema = after;
    return texts;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Column column(String name, String type) {
    return Column.of(name, DataTypes.parse(type));
  }

  private static AlterColumn computed(Change<Computed> change) {
    return new AlterColumn(
        T,
        "c",
        null,
        null,
        null,
        null,
        Change.none(),
        Change.none(),
        change,
        Change.none(),
        Change.none(),
        null);
  }

  @Test
  void anExpressionChangesFrom17On() throws SQLException {
    for (boolean stored : List.of(true, false)) {
      run(
          new CreateTable(
              Table.of(
                  T,
                  List.of(
                      column("a", "integer"),
                      column("c", "integer").withComputed(new Computed("a * 2", stored))))));
      execute("INSERT INTO t (a) VALUES (5)");
      assertThat(run(computed(Change.to(new Computed("a * 3", stored)))))
          .containsExactly("ALTER TABLE t ALTER COLUMN c SET EXPRESSION AS (a * 3)");
      assertThat(query("SELECT c FROM t")).isEqualTo("15");
      if (stored) {
        run(computed(Change.drop()));
        execute("UPDATE t SET c = 7");
      } else {
        assertThatThrownBy(() -> run(computed(Change.drop())))
            .hasMessageContaining("a computed column that is not stored and becomes a plain one");
      }
      execute("DROP TABLE t");
      schema = Schema.empty(dialect.nameScopes());
    }
  }

  @Test
  void whatIsThereAlreadyIsCompared() throws SQLException {
    Table table =
        Table.of(
                T,
                List.of(
                    column("id", "bigint").withNullable(false).withIdentity(Identity.DEFAULT),
                    column("a", "numeric(10,2)"),
                    column("b", "char(3)"),
                    column("d", "timestamptz(3)"),
                    column("e", "json"),
                    column("f", "double"),
                    column("g", "blob"),
                    column("h", "interval"),
                    column("i", "time")))
            .withPrimaryKey(new PrimaryKey("pk_t", List.of("id")));
    run(new CreateTable(table));
    run(new CreateTable(table, true));
    execute("ALTER TABLE t ADD COLUMN c VARCHAR(20)");
    assertThatThrownBy(() -> run(new CreateTable(table, true)))
        .hasMessageContaining(
            "The table t was there before, and is not as this revision makes it.");
    run(new AddColumn(T, column("c", "string(20)"), null, true));
    execute("ALTER TABLE t ADD COLUMN k VARCHAR(20)");
    assertThatThrownBy(() -> run(new AddColumn(T, column("k", "string(30)"), null, true)))
        .hasMessageContaining("The table t had a column of that name before, and it is another");
  }
}
