package io.schemachain.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that any of the servers knows can be a name on all of them, as it is written. */
class ReservedWordsTest {
  /** The list of a server's own words. */
  private static final Map<String, String> KEYWORDS =
      Map.of(
          "postgresql", "SELECT word FROM pg_get_keywords()",
          "mysql", "SELECT WORD FROM information_schema.KEYWORDS",
          "mariadb",
              "SELECT WORD FROM information_schema.KEYWORDS"
                  + " UNION SELECT FUNCTION FROM information_schema.SQL_FUNCTIONS");

  /** What Oracle, SQL Server, H2, SQLite and the standard know besides. */
  private static final Path OTHERS = Path.of("src/test/resources/names/words.txt");

  private static final int COLUMNS = 400;

  private static List<String> words() throws SQLException, IOException {
    TreeSet<String> words = new TreeSet<>(Files.readAllLines(OTHERS));
    for (Map.Entry<String, String> keywords : KEYWORDS.entrySet()) {
      try (TestDatabase database = TestDatabases.fresh(keywords.getKey());
          Connection connection = database.connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(keywords.getValue())) {
        while (rows.next()) {
          String word = rows.getString(1).toLowerCase(Locale.ROOT);
          if (word.matches("[a-z_][a-z0-9_]*")) {
            words.add(word);
          }
        }
      }
    }
    return new ArrayList<>(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void every_word_can_be_a_column(String name) throws SQLException, IOException {
    Identifiers identifiers = Dialects.find(name).orElseThrow().identifiers();
    List<String> words = words();
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < words.size(); i += COLUMNS) {
        List<String> some = words.subList(i, Math.min(i + COLUMNS, words.size()));
        List<String> names = some.stream().map(identifiers::quote).toList();
        String table = "t" + i;
        statement.execute("CREATE TABLE " + table + " (" + joined(names, "%s INTEGER") + ")");
        statement.execute(
            "INSERT INTO "
                + table
                + " ("
                + joined(names, "%s")
                + ") VALUES ("
                + numbers(some)
                + ")");
        statement.execute("UPDATE " + table + " SET " + joined(names, "%1$s = %1$s + 1"));
        String query = "SELECT " + joined(names, "%s") + " FROM " + table;
        assertThat(row(statement, query)).isEqualTo(row(statement, "SELECT * FROM " + table));
        assertThat(row(statement, query)).containsExactlyElementsOf(expected(some));
        for (String column : names) {
          statement
              .executeQuery(
                  "SELECT 1 FROM " + table + " WHERE " + column + " > 0 ORDER BY " + column)
              .close();
        }
      }
    }
  }

  private static String joined(List<String> names, String format) {
    return names.stream()
        .map(name -> String.format(format, name))
        .collect(Collectors.joining(", "));
  }

  private static String numbers(List<String> words) {
    return IntStream.range(0, words.size())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", "));
  }

  private static List<Integer> expected(List<String> words) {
    return IntStream.rangeClosed(1, words.size()).boxed().toList();
  }

  private static List<Integer> row(Statement statement, String query) throws SQLException {
    List<Integer> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        values.add(rows.getInt(i));
      }
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void every_word_can_be_a_table(String name) throws SQLException, IOException {
    Identifiers identifiers = Dialects.find(name).orElseThrow().identifiers();
    List<String> refused = new ArrayList<>();
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String word : words()) {
        String table = identifiers.quote(word);
        try {
          statement.execute("CREATE TABLE " + table + " (a INTEGER)");
          statement.execute("INSERT INTO " + table + " (a) VALUES (1)");
          statement.execute("UPDATE " + table + " SET a = 2");
          statement.executeQuery("SELECT " + table + ".a FROM " + table).close();
          statement.execute("DELETE FROM " + table + " WHERE a = 2");
          statement.execute("DROP TABLE " + table);
        } catch (SQLException e) {
          refused.add(e.getMessage());
        }
      }
    }
    assertThat(refused).isEmpty();
  }
}
