package io.schemachain.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientResult;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An example project, a database, and somebody who types goals and looks at what they did. */
final class Walkthrough implements AutoCloseable {
  private final Path project;
  private final TestDatabase database;

  Walkthrough(String example, String dialect) {
    project = Projects.copy(Path.of("src/walkthrough", example), example + "-" + dialect);
    database = fresh(dialect);
  }

  private static TestDatabase fresh(String dialect) {
    return dialect.equals("h2") ? TestDatabases.freshH2File() : TestDatabases.fresh(dialect);
  }

  /** Types {@code mvn} with these words, the environment of the database among them. */
  String mvn(String... words) {
    return run(database, words).succeeded().output();
  }

  /** The same where the goal has to say no; what it said. */
  String refused(String... words) {
    return run(database, words).failed().output();
  }

  /** The same on another database of the dialect, which begins with these statements. */
  String mvnOnAnother(List<String> statements, String... words) throws SQLException {
    try (TestDatabase other = fresh(dialect())) {
      execute(other, statements);
      return run(other, words).succeeded().output();
    }
  }

  private MavenResult run(TestDatabase on, String... words) {
    Map<String, String> variables = new HashMap<>();
    variables.put(on.dialect().toUpperCase(Locale.ROOT) + "_URL", on.url());
    if (on.username() != null) {
      variables.put("SCHEMA_USERNAME", on.username());
    }
    if (on.password() != null) {
      variables.put("SCHEMA_PASSWORD", on.password());
    }
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dschema.environment=" + on.dialect());
    arguments.addAll(Arrays.asList(words));
    return Maven.ofThisBuild().run(project, variables, arguments);
  }

  String dialect() {
    return database.dialect();
  }

  /** A name as SQL has it in this database. */
  String quoted(String name) {
    String quote = dialect().equals("mysql") || dialect().equals("mariadb") ? "`" : "\"";
    return quote + name + quote;
  }

  void execute(String... statements) throws SQLException {
    execute(database, List.of(statements));
  }

  private static void execute(TestDatabase on, List<String> statements) throws SQLException {
    try (Connection connection = on.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of all rows. */
  List<String> query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** Tables and all that belongs to them, ours among them. */
  String catalog() throws SQLException {
    return catalog(database);
  }

  private static String catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return CatalogDump.of(database.dialect(), connection);
    }
  }

  /**
   * Runs scripts with the database's own client on another database, which must then be what this
   * one is, the version table included.
   */
  void assertScriptsLeadHere(Path... scripts) throws SQLException {
    try (TestDatabase other = fresh(dialect())) {
      for (Path script : scripts) {
        apply(script, other);
      }
      assertThat(catalog(other)).isEqualTo(catalog());
      assertThat(versions(other)).isEqualTo(versions(database));
    }
  }

  private static void apply(Path script, TestDatabase database) {
    ClientResult result = Client.run(database, script);
    assertThat(result.exitCode()).as(script + "\n" + result).isZero();
    assertThat(result.stderr()).as(script.toString()).isEmpty();
  }

  /** All that does not depend on when, by whom and how fast. */
  private static List<List<String>> versions(TestDatabase database) throws SQLException {
    String sql =
        "SELECT position, revision, parents, checksum, message, document"
            + " FROM schemachain_version ORDER BY position";
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<List<String>> versions = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(rows.getString(column)));
        }
        versions.add(row);
      }
      return versions;
    }
  }

  Path file(String name) {
    return project.resolve(name);
  }

  /** Somebody edits a file: it becomes what another one is. */
  void edit(String name, String as) throws IOException {
    Files.copy(file(as), file(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The operations of a revision, as it was written. */
  String operations(String revision) throws IOException {
    String text = Files.readString(file("src/main/schema/versions/" + revision + ".yaml"));
    return text.substring(text.indexOf("upgrade:"));
  }

  @Override
  public void close() {
    database.close();
  }
}
