package io.schemachain.dialect.mysql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.model.TableName;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientOption;
import io.schemachain.testdb.ClientResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts in the clients of the databases. */
class MysqlScriptTest {
  private static final TableName VERSIONS = TableName.of("v");

  @TempDir Path directory;

  static Stream<String> servers() {
    return MysqlServer.names();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aScriptRunsAndReadsItsTextAsMeant(String name) throws SQLException, IOException {
    try (MysqlServer server = new MysqlServer(name)) {
      ScriptStyle style = server.dialect().script();
      String text = "it's \\ a;b\r\nDELIMITER x\n-- no 'comment\nhéllo 🐬";
      ClientResult result =
          run(
              server,
              lines(
                  style.lock(VERSIONS),
                  style.guard(server.dialect().isServer(), "Another server."),
                  style.guard(
                      style.holdsLock(VERSIONS) + " AND NOT EXISTS (SELECT 1 FROM v)", "no"),
                  List.of(
                      style.terminated(
                          "CREATE TRIGGER tr BEFORE INSERT ON v FOR EACH ROW BEGIN\n"
                              + "  SET NEW.b = NEW.a; -- don't\n  SET NEW.b = NEW.b + 1;\nEND"),
                      style.terminated(
                          server
                              .dialect()
                              .sql()
                              .format("INSERT INTO v (a, c) VALUES (1, $S)", text))),
                  style.afterStatement(),
                  List.of("INSERT INTO v (a) VALUES (2);"),
                  style.unlock(VERSIONS)));
      assertThat(result.stderr()).isEmpty();
      assertThat(result.exitCode()).isZero();
      assertThat(server.query("SELECT b FROM v ORDER BY a")).containsExactly("2", "3");
      assertThat(server.query("SELECT c FROM v WHERE a = 1")).containsExactly(text);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aGuardThatDoesNotHoldStopsAlsoAClientThatGoesOn(String name)
      throws SQLException, IOException {
    for (String condition : List.of("1 = 0", "NULL", "(SELECT COUNT(*) FROM missing) = 0")) {
      try (MysqlServer server = new MysqlServer(name)) {
        ScriptStyle style = server.dialect().script();
        String script =
            lines(
                style.guard("1 = 1", "never said"),
                style.guard(condition, "The database isn't at 8f4b2c1d90ae."),
                List.of("CREATE TABLE made (a INT);", "ALTER TABLE v ADD COLUMN made INT;"),
                List.of("INSERT INTO v (a) VALUES (1);", "DROP TABLE v;"));
        server.execute("CREATE TABLE v (a INT, b INT, c LONGTEXT)");
        List<String> before = server.tables();
        ClientResult stopped = run(server, script);
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.stderr())
            .contains(
                condition.contains("missing")
                    ? "missing' doesn't exist"
                    : "can't be set to the value of 'The database isn't at 8f4b2c1d90ae.'")
            .doesNotContain("READ ONLY");
        ClientResult forced = run(server, script, ClientOption.CONTINUE_ON_ERROR);
        assertThat(forced.stderr()).contains("READ ONLY transaction");
        assertThat(server.tables()).isEqualTo(before);
        assertThat(server.query("SELECT a FROM v")).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aStatementThatFailsIsTheLastOne(String name) throws SQLException, IOException {
    for (String failing :
        List.of("SELEKT 1", "CREATE TABLE v (a INT)", "INSERT INTO v (a) VALUES ('x')")) {
      try (MysqlServer server = new MysqlServer(name)) {
        ScriptStyle style = server.dialect().script();
        String script =
            lines(
                style.guard("1 = 1", "never said"),
                List.of(style.terminated("ALTER TABLE v ADD COLUMN one INT")),
                style.afterStatement(),
                List.of(style.terminated(failing)),
                style.afterStatement(),
                List.of(style.terminated("ALTER TABLE v ADD COLUMN two INT")),
                style.afterStatement(),
                List.of("INSERT INTO v (a) VALUES (1);"));
        run(server, script, ClientOption.CONTINUE_ON_ERROR);
        assertThat(server.table("v")).contains("`one`").doesNotContain("`two`");
        assertThat(server.query("SELECT a FROM v")).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void oneRunnerAtATime(String name) throws SQLException, IOException {
    try (MysqlServer server = new MysqlServer(name)) {
      ScriptStyle style = server.dialect().script();
      RunnerLock.SessionLock lock =
          (RunnerLock.SessionLock) server.dialect().runnerLock(VERSIONS, TableName.of("j"));
      String script =
          lines(
              style.lock(VERSIONS),
              List.of("INSERT INTO v (a) VALUES (1);"),
              style.unlock(VERSIONS));
      String holder = requireNonNull(lock.holder());
      assertThat(server.query(holder)).isEmpty();
      assertThat(server.query(lock.tryAcquire())).containsExactly("1");
      assertThat(server.query(holder).get(0)).startsWith("connection ").contains(" from ");
      assertThat(run(server, script).stderr()).contains("Another runner is at work");
      assertThat(server.query("SELECT a FROM v")).isEmpty();
      assertThat(server.query(lock.release())).containsExactly("1");
      assertThat(run(server, script).exitCode()).isZero();
      assertThat(server.query("SELECT a FROM v")).containsExactly("1");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatTheDialectAsksTheServer(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      MysqlDialect dialect = (MysqlDialect) server.dialect();
      server.execute("CREATE TABLE w (b INT, a INT)");
      assertThat(server.query(dialect.columnsOf(TableName.of("w")))).containsExactly("b", "a");
      assertThat(server.query(dialect.columnsOf(TableName.of("x")))).isEmpty();
      String schema = server.query(dialect.currentSchema()).get(0);
      assertThat(server.query(dialect.columnsOf(new TableName(schema, "w")))).hasSize(2);
      server.execute(dialect.useSchema(schema));
      assertThat(
              server.query(
                  "SELECT CONCAT_WS('|', "
                      + String.join(
                          ", ", dialect.utcNow(), dialect.currentUser(), dialect.sessionId())
                      + ")"))
          .hasSize(1);
      assertThat(server.query("SELECT " + dialect.isServer())).containsExactly("1");
      MysqlDialect newer = (MysqlDialect) dialect.forVersion(DatabaseVersion.of(99, 0));
      assertThat(server.query("SELECT " + newer.isServer())).containsExactly("0");
      MysqlDialect other = name.equals("mysql") ? new MariadbDialect() : new MysqlDialect();
      assertThat(server.query("SELECT " + other.isServer())).containsExactly("0");
    }
  }

  @Test
  void aBodyGetsADelimiterThatIsNotInIt() {
    ScriptStyle style = new MysqlDialect().script();
    assertThat(style.terminated("SELECT ';' -- a;b\nFROM `a;b`"))
        .isEqualTo("SELECT ';' -- a;b\nFROM `a;b`;");
    assertThat(style.terminated("CREATE PROCEDURE p() BEGIN SELECT '$$'; END"))
        .isEqualTo(
            """
            DELIMITER //
            CREATE PROCEDURE p() BEGIN SELECT '$$'; END
            //
            DELIMITER ;""");
  }

  @SafeVarargs
  private static String lines(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return String.join("\n", all);
  }

  /** A script in a database with one table, after what stands in front of every script. */
  private ClientResult run(MysqlServer server, String script, ClientOption... options)
      throws SQLException, IOException {
    server.execute("CREATE TABLE IF NOT EXISTS v (a INT, b INT, c LONGTEXT)");
    List<String> all = new ArrayList<>(server.dialect().script().preamble());
    server.dialect().sessionSetup().forEach(text -> all.add(text + ";"));
    all.add(script);
    all.add("-- End.");
    Path file = directory.resolve("script.sql");
    Files.writeString(file, String.join("\n", all));
    return Client.run(server.database(), file, options);
  }
}
