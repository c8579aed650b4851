package io.schemachain.dialect.sqlite;

import static io.schemachain.dialect.sqlite.Ops.USERS;
import static io.schemachain.dialect.sqlite.Ops.column;
import static io.schemachain.dialect.sqlite.Ops.id;
import static io.schemachain.dialect.sqlite.Ops.insert;
import static io.schemachain.dialect.sqlite.Ops.keyed;
import static io.schemachain.dialect.sqlite.Ops.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.operation.CreateTable;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteScriptTest {
  private static final ScriptStyle STYLE = SqliteRun.DIALECT.script();

  @TempDir Path folder;
  private SqliteRun run;

  @BeforeEach
  void table() throws SQLException {
    run = new SqliteRun();
    run.apply(
        new CreateTable(keyed(USERS, id(), column("name", "text"))),
        insert(USERS, "name", "a", "b"));
  }

  @AfterEach
  void close() throws SQLException {
    run.close();
  }

  private List<String> rebuild(String condition) {
    List<SqlStatement> statements = run.render(type(USERS, "name", "string(9)")).get(0);
    List<String> lines = new ArrayList<>(STYLE.prepareGuard());
    lines.add(STYLE.terminated(statements.get(0).text()));
    lines.addAll(STYLE.begin());
    lines.addAll(STYLE.guard(condition, "The database is not at a1."));
    statements.stream().skip(1).forEach(s -> lines.add(STYLE.terminated(s.text())));
    lines.addAll(STYLE.commit());
    return lines;
  }

  private ClientResult sqlite3(List<String> lines) throws IOException {
    return Client.run(
        run.database, Files.writeString(folder.resolve("script.sql"), String.join("\n", lines)));
  }

  private List<String> withPreamble(List<String> lines) {
    List<String> all = new ArrayList<>(STYLE.preamble());
    SqliteRun.DIALECT.sessionSetup().forEach(s -> all.add(STYLE.terminated(s)));
    all.addAll(lines);
    return all;
  }

  @Test
  void aScriptRebuilds() throws Exception {
    ClientResult result = sqlite3(withPreamble(rebuild("(SELECT count(*) FROM users) = 2")));

    assertThat(result).isEqualTo(new ClientResult(0, "", ""));
    assertThat(run.rows("SELECT type FROM pragma_table_info('users')"))
        .containsExactly("INTEGER", "VARCHAR(9)");
    assertThat(run.rows("SELECT * FROM users")).containsExactly("1|a", "2|b");
  }

  @Test
  void aGuardThatDoesNotHoldStopsTheScript() throws Exception {
    List<String> before = run.dump();

    for (String condition : List.of("1 = 2", "NULL", "(SELECT count(*) FROM none) = 1")) {
      ClientResult result = sqlite3(withPreamble(rebuild(condition)));

      assertThat(result.exitCode()).isNotZero();

      assertThat(run.dump()).isEqualTo(before);
    }
    assertThat(sqlite3(withPreamble(rebuild("1 = 2"))).stderr())
        .contains("'The database is not at a1.'");
  }

  @Test
  void aClientThatGoesOnAfterErrorsChangesNothing() throws Exception {
    run.execute("CREATE TRIGGER tr AFTER INSERT ON users BEGIN SELECT 1; END");
    List<String> before = run.dump();

    ClientResult failedCheck = sqlite3(rebuild("1 = 1"));
    assertThat(failedCheck.stderr()).contains("The trigger tr uses the table users.");
    assertThat(run.dump()).isEqualTo(before);

    run.execute("DROP TRIGGER tr");
    List<String> without = run.dump();
    sqlite3(rebuild("1 = 2"));
    sqlite3(rebuild("(SELECT count(*) FROM none) = 1"));
    assertThat(run.dump()).isEqualTo(without);
  }

  @Test
  void linesThatTheClientTakesForCommandsAreNoLonger() throws Exception {
    List<String> lines =
        withPreamble(
            List.of(
                STYLE.terminated("CREATE TABLE t AS SELECT 8\n/\n2 AS a, '\n/\ngo\n.quit\n' AS b"),
                STYLE.terminated(
                    "CREATE TRIGGER tr AFTER INSERT ON t BEGIN\n  DELETE FROM t;\n  SELECT 1;\nEND"),
                STYLE.terminated("INSERT INTO t VALUES (1, 'x') -- the last"),
                STYLE.terminated("CREATE TABLE u AS SELECT 1 AS\ngo\nFROM t"),
                STYLE.terminated("CREATE TABLE v (a)")));

    assertThat(sqlite3(lines)).isEqualTo(new ClientResult(0, "", ""));
    assertThat(run.rows("SELECT count(*) FROM t")).containsExactly("0");
    assertThat(run.rows("SELECT name FROM sqlite_schema WHERE name IN ('u', 'v')"))
        .containsExactly("u", "v");
  }
}
