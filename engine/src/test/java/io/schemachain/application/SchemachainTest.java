package io.schemachain.application;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.schemachain.apply.Lender;
import io.schemachain.command.Options;
import io.schemachain.command.PackageFolder;
import io.schemachain.command.Workspace;
import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application with a pool of its own. */
final class SchemachainTest {
  /** A setting that a run changes, and how it is asked for. */
  private static final Map<String, List<String>> SESSION =
      Map.of(
          "postgresql", List.of("SET search_path TO public, pg_temp", "SHOW search_path"),
          "mysql", List.of("SET SESSION time_zone = '+03:00'", "SELECT @@SESSION.time_zone"),
          "mariadb", List.of("SET SESSION sql_mode = 'ANSI_QUOTES'", "SELECT @@SESSION.sql_mode"),
          "sqlite", List.of("PRAGMA foreign_keys = 0", "PRAGMA foreign_keys"),
          "h2", List.of("SET SCHEMA INFORMATION_SCHEMA", "SELECT CURRENT_SCHEMA"));

  @TempDir Path folder;

  @BeforeEach
  void revisions() throws IOException {
    Files.createDirectories(folder.resolve("versions"));
    Files.writeString(
        folder.resolve("versions/a1.yaml"),
        """
        format: 1
        revision: a1
        upgrade:
          - create_table: {name: users, columns: [{name: id, type: integer, primary_key: true}]}
        """);
  }

  private static HikariDataSource pool(TestDatabase database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.username());
    config.setPassword(database.password());
    config.setMaximumPoolSize(2);
    return new HikariDataSource(config);
  }

  private static String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void it_upgrades_at_start_and_refuses_what_is_behind_or_changed(String dialect)
      throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(dialect);
        HikariDataSource pool = pool(database)) {
      List<String> log = new ArrayList<>();
      Schemachain schema = Schemachain.of(pool).withDirectory(folder).withLog(log::add);
      assertThatThrownBy(schema::requireHeads)
          .isInstanceOf(SchemaException.class)
          .satisfies(e -> assertThat(((SchemaException) e).status()).isEqualTo(Status.PENDING));
      schema.upgrade();
      assertThat(log).contains("upgrade a1 (1 of 1)");
      schema.requireHeads();
      schema.requireNoDrift();
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER TABLE users ADD COLUMN note VARCHAR(9)");
      }
      assertThatThrownBy(schema::requireNoDrift)
          .hasMessageContaining("column users.note is there and in no revision");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void a_session_comes_back_as_it_was(String dialect) throws SQLException, IOException {
    try (TestDatabase database = TestDatabases.fresh(dialect);
        HikariDataSource pool = pool(database)) {
      List<String> session = requireNonNull(SESSION.get(dialect));
      try (Connection lent = pool.getConnection()) {
        try (Statement statement = lent.createStatement()) {
          if (dialect.equals("postgresql") || dialect.equals("h2")) {
            statement.execute("CREATE SCHEMA other"); // To which a run leads its session.
            Files.writeString(folder.resolve("schema.yaml"), "format: 1\ndefault_schema: other\n");
          }
          statement.execute(session.get(0));
        }
        String before = ask(lent, session.get(1));
        Schemachain.of(new OneConnection(lent)).withDirectory(folder).requireNoDrift();
        assertThat(ask(lent, session.get(1))).isEqualTo(before);
        assertThat(lent.getAutoCommit()).isTrue();
      }
    }
  }

  /** H2's lock is a row that a second session holds. */
  @Test
  void both_sessions_come_back_as_they_were() throws SQLException, IOException {
    String settings =
        "SELECT CURRENT_SCHEMA || ' ' || SETTING_VALUE || ' ' || LOCK_TIMEOUT()"
            + " FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'QUERY_TIMEOUT'";
    try (TestDatabase database = TestDatabases.fresh("h2");
        HikariDataSource pool = pool(database)) {
      List<Connection> lent = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        lent.add(pool.getConnection());
      }
      for (Connection one : lent) {
        try (Statement statement = one.createStatement()) {
          statement.execute("CREATE SCHEMA IF NOT EXISTS other");
          statement.execute("SET QUERY_TIMEOUT 87654");
          statement.execute("SET LOCK_TIMEOUT 4321");
        }
        one.close();
      }
      Files.writeString(folder.resolve("schema.yaml"), "format: 1\ndefault_schema: other\n");
      Schemachain.of(pool).withDirectory(folder).upgrade();
      for (int i = 0; i < 2; i++) {
        lent.set(i, pool.getConnection());
      }
      for (Connection one : lent) {
        assertThat(ask(one, settings)).isEqualTo("PUBLIC 87654 4321");
        assertThat(one.getAutoCommit()).isTrue();
        one.close();
      }
    }
  }

  @Test
  void what_the_build_packaged_is_found_on_the_class_path() throws IOException, SQLException {
    Path classes = folder.resolve("classes");
    Path place = classes.resolve(PackageFolder.PLACE);
    Files.createDirectories(place);
    Files.writeString(place.resolve("stale.yaml"), "of an older build");
    Files.createDirectories(folder.resolve("schema/versions"));
    Files.createDirectories(folder.resolve("schema/.schemas"));
    Files.writeString(folder.resolve("schema/.schemas/revision-1.json"), "{}");
    Files.copy(folder.resolve("versions/a1.yaml"), folder.resolve("schema/versions/a1.yaml"));
    Workspace workspace =
        new Workspace(
            Options.of(folder.resolve("schema"), folder),
            new ApplicationFrontEnd(new Lender(new OneConnection(null)), line -> {}));
    new PackageFolder(workspace).run(new PackageFolder.Request(classes));
    assertThat(place.resolve("index")).hasContent("versions/a1.yaml");
    assertThat(place.resolve("stale.yaml")).doesNotExist();
    try (TestDatabase database = TestDatabases.fresh("h2");
        HikariDataSource pool = pool(database);
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      Schemachain schema = Schemachain.of(pool).withClasses(loader);
      schema.upgrade();
      schema.requireHeads();
    }
  }

  @Test
  void a_class_path_without_revisions_is_told_what_puts_them_there() throws MalformedURLException {
    DataSource none = new OneConnection(null);
    Schemachain schema =
        Schemachain.of(none)
            .withClasses(new URLClassLoader(new URL[] {folder.toUri().toURL()}, null));
    assertThatThrownBy(schema::upgrade)
        .hasMessage(
            "There are no revisions on the class path, under META-INF/schemachain. The goal package"
                + " puts them there: bind it in the POM.");
  }
}
