package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.operation.Operation;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every case on every database that can be started: what is given, up, down. After each the
 * catalog has the tables of the model; after down it is what it was before up.
 */
final class GoldenExecutionTest {
  /** The one database whose cases run, all where it is not said. */
  private static final @Nullable String ONLY = System.getProperty("golden.dialect");

  @TestFactory
  Stream<DynamicNode> databases() {
    List<GoldenCase> cases = GoldenCase.all("operations");
    return Dialects.ALL.stream()
        .filter(dialect -> !TestDatabases.NOT_HERE.contains(dialect.name()))
        .filter(dialect -> ONLY == null || ONLY.equals(dialect.name()))
        .map(
            dialect ->
                DynamicContainer.dynamicContainer(
                    dialect.name(),
                    Stream.of(dialect)
                        .map(GoldenExecutionTest::server)
                        .flatMap(
                            server -> cases.stream().flatMap(golden -> tests(golden, server)))));
  }

  /** For the assumed version, and for those with a key, as far as the server is not older. */
  private static Stream<DynamicNode> tests(GoldenCase golden, Dialect server) {
    if (golden.notExecuted() != null) {
      return Stream.of();
    }
    List<Dialect> versions = GoldenVersions.in(golden, server);
    versions.removeIf(version -> server.version().compareTo(version.version()) < 0);
    if (server.version().compareTo(server.assumed()) < 0) {
      versions.add(server);
    }
    return versions.stream()
        .map(
            dialect ->
                DynamicTest.dynamicTest(
                    golden.name() + " for " + dialect,
                    golden.file().toUri(),
                    () -> run(golden, dialect)));
  }

  /** The dialect in the version of the server that the tests have. */
  static Dialect server(Dialect dialect) {
    try (TestDatabase database = TestDatabases.fresh(dialect.name());
        Connection connection = database.connect()) {
      return dialect.forVersion(
          dialect.serverVersion(connection.getMetaData().getDatabaseProductVersion()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(GoldenCase golden, Dialect dialect) throws SQLException {
    CaseRun run = CaseRun.of(golden, dialect);
    if (run.revision() == null) {
      return;
    }
    boolean modelled = !golden.folder().equals("execute");
    boolean keysHaveNames = !dialect.keys().contains("mysql");
    try (TestDatabase database = TestDatabases.fresh(dialect.name());
        Connection connection = database.connect()) {
      for (String statement : dialect.sessionSetup()) {
        execute(connection, SqlStatement.session(statement));
      }
      if (dialect.name().equals("postgresql") && golden.up().contains("tablespace")) {
        createTablespace(connection);
      }
      execute(connection, dialect, run.given());
      List<String> before = CatalogSnapshot.of(connection, dialect.name());
      CatalogCheck.check(connection, run.before(), before, keysHaveNames);
      ObjectCatalog.check(connection, dialect.name(), run.before(), modelled);
      // What no revision made is in the catalog alone, until it is dropped: on MySQL with its
      // index.
      boolean ofRevisions = !golden.name().endsWith("_of_no_revision");
      if (ofRevisions) {
        IntrospectionCheck.check(connection, dialect, run.before(), modelled);
      }
      execute(connection, dialect, run.up());
      List<String> after = CatalogSnapshot.of(connection, dialect.name());
      CatalogCheck.check(connection, run.after(), after, keysHaveNames);
      ObjectCatalog.check(connection, dialect.name(), run.after(), modelled);
      if (ofRevisions) {
        IntrospectionCheck.check(connection, dialect, run.after(), modelled);
      }
      List<Operation> operations = run.revision().upgrade().stream().map(Located::value).toList();
      DataCheck.survivors(connection, dialect, run);
      DataCheck.rows(connection, dialect, run.after(), operations);
      DataCheck.changes(connection, dialect, run);
      DataCheck.defaults(connection, dialect, run.after());
      if (run.outcome().irreversible() == null) {
        execute(connection, dialect, run.down());
        List<String> restored = CatalogSnapshot.of(connection, dialect.name());
        CatalogCheck.check(connection, run.restored(), restored, keysHaveNames);
        ObjectCatalog.check(connection, dialect.name(), run.restored(), modelled);
        IntrospectionCheck.check(connection, dialect, run.restored(), modelled);
        DataCheck.survivors(connection, dialect, run);
        assertThat(modelled ? restored : CatalogSnapshot.modelled(restored))
            .as("The catalog after down")
            .isEqualTo(modelled ? before : CatalogSnapshot.modelled(before));
      }
      if (!keysHaveNames) {
        dropSchemas(connection, dialect, run.restored());
      }
    }
  }

  /** Where a schema is a database it would be there for the cases that follow. */
  private static void dropSchemas(Connection connection, Dialect dialect, Schema schema)
      throws SQLException {
    for (SchemaObject object : schema.objects()) {
      if (object.kind() == ObjectKind.SCHEMA) {
        String drop = dialect.sql().format("DROP SCHEMA $N", object.name());
        execute(connection, SqlStatement.ddl(drop));
      }
    }
  }

  /** The one that the cases name; it belongs to the whole server. */
  private static void createTablespace(Connection connection) throws SQLException {
    execute(connection, SqlStatement.session("SET allow_in_place_tablespaces = on"));
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT 1 FROM pg_tablespace WHERE spcname = 'fast'")) {
      if (rows.next()) {
        return;
      }
    }
    execute(connection, SqlStatement.session("CREATE TABLESPACE fast LOCATION ''"));
  }

  /** As a run does it: in one transaction where the database can, save what must stand outside. */
  static void execute(Connection connection, Dialect dialect, List<SqlStatement> statements)
      throws SQLException {
    for (SqlStatement statement : statements) {
      boolean inTransaction =
          dialect.capabilities().transactionalDdl() && statement.inTransaction();
      if (connection.getAutoCommit() == inTransaction) {
        connection.setAutoCommit(!inTransaction);
      }
      execute(connection, statement);
    }
    connection.setAutoCommit(true);
  }

  static void execute(Connection connection, SqlStatement sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql.text());
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\n" + sql.text(), e);
    }
  }
}
