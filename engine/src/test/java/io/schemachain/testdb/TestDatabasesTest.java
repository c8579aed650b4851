package io.schemachain.testdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestDatabasesTest {
  private static final String EMOJI = "héllo 🐘🐬";

  @TempDir Path directory;

  static Stream<String> dialects() {
    return TestDatabases.DIALECTS.stream();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void keepsAnEmoji(String dialect) throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection connection = database.connect()) {
      execute(connection, "CREATE TABLE t (x VARCHAR(40))");
      execute(connection, "INSERT INTO t VALUES ('" + EMOJI + "')");
      assertEquals(EMOJI, query(connection, "SELECT x FROM t"));
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void twoDatabasesAreIsolated(String dialect) throws SQLException {
    try (TestDatabase one = TestDatabases.fresh(dialect);
        TestDatabase other = TestDatabases.fresh(dialect);
        Connection first = one.connect();
        Connection second = other.connect()) {
      execute(first, "CREATE TABLE t (x INT)");
      execute(second, "CREATE TABLE t (y INT)");
      assertThrows(SQLException.class, () -> query(second, "SELECT x FROM t"));
      assertNotEquals(one.url(), other.url());
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void resetEmpties(String dialect) throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      try (Connection connection = database.connect()) {
        execute(connection, "CREATE TABLE t (x INT)");
      }
      database.reset();
      try (Connection connection = database.connect()) {
        assertThrows(SQLException.class, () -> query(connection, "SELECT x FROM t"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void closeDropsInSpiteOfAnOpenTransaction(String dialect) throws SQLException {
    TestDatabase database = TestDatabases.fresh(dialect);
    Connection leaked = database.connect();
    execute(leaked, "CREATE TABLE t (x INT)");
    leaked.setAutoCommit(false);
    execute(leaked, "INSERT INTO t VALUES (1)");
    database.close();
    database.close();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void clientRunsAScript(String dialect) throws SQLException, IOException {
    Path script =
        script("CREATE TABLE t (x VARCHAR(40)); INSERT INTO t VALUES ('" + EMOJI + "');\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      ClientResult result = Client.run(database, script);
      assertEquals(0, result.exitCode(), result.toString());
      assertEquals("", result.stderr());
      try (Connection connection = database.connect()) {
        assertEquals(EMOJI, query(connection, "SELECT x FROM t"));
      }
      ClientResult select = Client.run(database, script("SELECT x FROM t;\n"));
      assertTrue(select.stdout().contains(EMOJI), select.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void clientContinuesOnDemand(String dialect) throws SQLException, IOException {
    Path script = script("CREATE TABLE t (x INT);\nNONSENSE;\nINSERT INTO t VALUES (7);\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      ClientResult result = Client.run(database, script, ClientOption.CONTINUE_ON_ERROR);
      assertTrue((result.stdout() + result.stderr()).contains("NONSENSE"), result.toString());
      try (Connection connection = database.connect()) {
        assertEquals("7", query(connection, "SELECT x FROM t"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void clientStopsAtAnError(String dialect) throws SQLException, IOException {
    String stop =
        switch (dialect) {
          case "postgresql" -> "\\set ON_ERROR_STOP on\n";
          case "sqlite" -> ".bail on\n";
          default -> "";
        };
    Path script = script(stop + "CREATE TABLE t (x INT);\nNONSENSE;\nINSERT INTO t VALUES (7);\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      ClientResult result = Client.run(database, script);
      assertNotEquals(0, result.exitCode(), result.toString());
      assertTrue(result.stderr().contains("NONSENSE"), result.toString());
      try (Connection connection = database.connect()) {
        assertEquals("0", query(connection, "SELECT count(*) FROM t"));
      }
    }
  }

  @Test
  void h2FileOutlivesItsConnections() throws SQLException {
    TestDatabase database = TestDatabases.freshH2File();
    try (database) {
      try (Connection connection = database.connect()) {
        execute(connection, "CREATE TABLE t (x INT)");
      }
      try (Connection connection = database.connect()) {
        assertEquals("0", query(connection, "SELECT count(*) FROM t"));
      }
    }
    Path file = Path.of(database.url().substring("jdbc:h2:file:".length()) + ".mv.db");
    assertTrue(Files.exists(file.getParent()));
    assertFalse(Files.exists(file));
  }

  @Test
  void servesProgramsOutsideThisJvm() throws IOException {
    Path output = directory.resolve("out.properties");
    TestDatabaseServers.main(
        new String[] {"--output=" + output, "--databases=a,b", "sqlite", "h2"});
    String written = Files.readString(output);
    assertTrue(written.contains("sqlite.b.url=jdbc\\:sqlite"), written);
    assertTrue(written.contains("h2.a.username=sa"), written);
  }

  @Test
  void everyDialectRunsOrIsListed() {
    List<String> all = new ArrayList<>(TestDatabases.DIALECTS);
    all.addAll(TestDatabases.NOT_HERE);
    assertEquals(Dialects.ALL.stream().map(Dialect::name).toList(), all);
  }

  @Test
  void unknownDialectIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> TestDatabases.fresh("oracle"));
  }

  private Path script(String text) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "script", ".sql"), text);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }
}
