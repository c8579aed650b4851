package io.schemachain.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientOption;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings by which another reading of quotes and backslashes becomes the session's. */
final class HostileSessionTest {
  private static final String TEXT = "a\\'; DROP TABLE canary; -- \\\\ \" ` \\n";

  @TempDir Path folder;

  @Test
  void postgresql_that_takes_a_backslash_for_an_escape() throws SQLException, IOException {
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      HostileCatalog.prepare(database);
      set(
          database,
          "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off',"
              + " current_database()); END $$");
      written(database, "");
    }
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      HostileCatalog.prepare(database);
      written(database, "SET standard_conforming_strings = off");
    }
  }

  @ParameterizedTest
  @CsvSource({"mysql, global", "mysql, on_connect", "mariadb, global", "mariadb, on_connect"})
  void mysql_with_other_quotes(String dialect, String where) throws SQLException, IOException {
    String mode = " sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'";
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      HostileCatalog.prepare(database);
      if (where.equals("on_connect")) {
        written(database, "SET SESSION" + mode);
        return;
      }
      set(database, "SET @@GLOBAL.max_error_count = @@GLOBAL.max_error_count");
      String before = mode(database);
      set(database, "SET GLOBAL" + mode);
      try {
        written(database, "");
      } finally {
        set(database, "SET GLOBAL sql_mode = '" + before + "'");
      }
    }
  }

  private static String mode(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return requireNonNull(
          new HostileCatalog(database, connection).strings("SELECT @@GLOBAL.sql_mode").get(0));
    }
  }

  private static void set(TestDatabase database, String statement) throws SQLException {
    try (Connection connection = database.connect()) {
      new HostileCatalog(database, connection).execute(statement);
    }
  }

  /** By a run, and by a script in a client that goes on after errors. */
  private void written(TestDatabase database, String onConnect) throws SQLException, IOException {
    TestProject project = new TestProject(folder.resolve(database.dialect() + onConnect.length()));
    String settings = onConnect.isEmpty() ? "" : "on_connect: [\"" + onConnect + "\"]\n";
    project.file("schema.yaml", "format: 1\n" + settings);
    String yaml = "\"" + TEXT.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    project.revision(
        "a",
        null,
        "- create_table: {name: notes, columns: [{name: id, type: integer}, {name: v, type:"
            + " text}]}\n- bulk_insert: {table: notes, rows: [{id: 1, v: "
            + yaml
            + "}]}");
    String script =
        requireNonNull(
            new Upgrade(project.offline(database.dialect()))
                .run(new Upgrade.Request("base:head", true))
                .output());
    new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
    check(database);
    database.reset();
    HostileCatalog.prepare(database);
    Path file = folder.resolve("script.sql");
    Files.writeString(file, script);
    Client.run(database, file, ClientOption.CONTINUE_ON_ERROR);
    check(database);
  }

  private static void check(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      HostileCatalog catalog = new HostileCatalog(database, connection);
      assertThat(catalog.canaryLives()).isTrue();
      assertThat(catalog.strings("SELECT v FROM notes")).containsExactly(TEXT);
    }
  }
}
