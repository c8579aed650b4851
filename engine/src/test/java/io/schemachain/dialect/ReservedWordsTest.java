package io.schemachain.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that any of the servers knows can be a name on all of them, as it is written. */
class ReservedWordsTest {
  /** The list of a server's own words. */
  private static final Map<String, String> KEYWORDS =
      Map.of(
          "postgresql", "SELECT word FROM pg_get_keywords()",
          "mysql", "SELECT WORD FROM information_schema.KEYWORDS",
          "mariadb", "SELECT WORD FROM information_schema.KEYWORDS");

  private static final int COLUMNS = 400;

  private static List<String> words() throws SQLException {
    TreeSet<String> words = new TreeSet<>();
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
  void every_word_can_be_a_column(String name) throws SQLException {
    Identifiers identifiers = Dialects.find(name).orElseThrow().identifiers();
    List<String> words = words();
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < words.size(); i += COLUMNS) {
        List<String> some = words.subList(i, Math.min(i + COLUMNS, words.size()));
        String columns = some.stream().map(identifiers::quote).collect(Collectors.joining(", "));
        statement.execute(
            "CREATE TABLE t" + i + " (" + columns.replace(",", " INTEGER,") + " INTEGER)");
        statement.execute("SELECT " + columns + " FROM t" + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void every_word_can_be_a_table(String name) throws SQLException {
    Identifiers identifiers = Dialects.find(name).orElseThrow().identifiers();
    List<String> refused = new ArrayList<>();
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String word : words()) {
        String table = identifiers.quote(word);
        try {
          statement.execute("CREATE TABLE " + table + " (a INTEGER)");
          statement.execute("DROP TABLE " + table);
        } catch (SQLException e) {
          refused.add(e.getMessage());
        }
      }
    }
    assertThat(refused).isEmpty();
  }
}
