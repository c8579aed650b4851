package io.schemachain.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples under src/walkthrough, step by step, on every database. */
final class WalkthroughIT {
  static List<String> dialects() {
    return TestDatabases.DIALECTS;
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void blog(String dialect) throws SQLException {
    try (Walkthrough blog = new Walkthrough("blog", dialect)) {
      blog.mvn("schema:upgrade@first");
      blog.execute(
          "INSERT INTO users (username, email) VALUES ('ada', 'ada@example.org')",
          "INSERT INTO users (username, email) VALUES ('bob', 'bob@example.org')",
          "INSERT INTO posts (user_id, title) SELECT id, 'Hello' FROM users WHERE username = 'ada'");
      assertThat(blog.query("SELECT created_at FROM users")).doesNotContainNull().hasSize(2);
      assertThatThrownBy(
              () -> blog.execute("INSERT INTO users (username, email) VALUES ('ada', 'x')"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(
              () ->
                  blog.execute(
                      "INSERT INTO users (username, email) VALUES ('x', 'ada@example.org')"))
          .isInstanceOf(SQLException.class);
      if (!dialect.equals("sqlite")) { // Whose sessions check foreign keys only when told to.
        assertThatThrownBy(
                () -> blog.execute("INSERT INTO posts (user_id, title) VALUES (99, 'x')"))
            .isInstanceOf(SQLException.class);
      }

      String upgrade = blog.mvn("schema:upgrade", "schema:current");
      assertThat(upgrade).contains("Add phone to users").contains("c0ffee12ab34");
      assertThat(blog.query("SELECT status FROM users ORDER BY username"))
          .containsExactly("active", "active");
      assertThat(blog.query("SELECT title FROM posts")).containsExactly("Hello");
      assertThatThrownBy(
              () -> blog.execute("INSERT INTO users (username, email) VALUES ('eve', 'e')"))
          .isInstanceOf(SQLException.class);

      blog.mvn(
          "schema:downgrade@base",
          "schema:upgrade",
          "schema:upgrade@up-script",
          "schema:downgrade@down-script");
      assertThat(blog.query("SELECT username FROM users")).isEmpty();
      blog.assertScriptsLeadHere(blog.file("target/up.sql"));
      blog.assertScriptsLeadHere(
          blog.file("target/up.sql"), blog.file("target/down.sql"), blog.file("target/up.sql"));
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void addressBook(String dialect) throws SQLException, IOException {
    try (Walkthrough book = new Walkthrough("address-book", dialect)) {
      book.mvn(
          "schema:upgrade",
          "schema:current@current-as-file",
          "schema:history@history-as-file",
          "schema:upgrade@up-script");
      assertThat(book.catalog().toLowerCase(Locale.ROOT))
          .contains("user")
          .contains("address")
          .contains("schemachain_version");
      book.execute(
          "INSERT INTO %s (name) VALUES ('Ada')".formatted(book.quoted("user")),
          "INSERT INTO address (email_address, user_id) SELECT 'ada@example.org', id FROM %s"
              .formatted(book.quoted("user")));
      assertThat(book.query("SELECT name FROM " + book.quoted("user"))).containsExactly("Ada");
      assertThat(Files.readString(book.file("target/current.txt"))).contains("1975ea83b712");
      assertThat(Files.readString(book.file("target/history.txt")))
          .contains("1975ea83b712")
          .contains("Users and their addresses");
      book.assertScriptsLeadHere(book.file("target/up.sql"));
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void accounts(String dialect) throws SQLException, IOException {
    try (Walkthrough accounts = new Walkthrough("accounts", dialect)) {
      accounts.mvn("schema:upgrade", "schema:downgrade@one-down");
      assertThatThrownBy(() -> accounts.query("SELECT id FROM posts"))
          .isInstanceOf(SQLException.class);
      accounts.execute(
          "INSERT INTO users (name, email, ssn) VALUES ('Ada', 'ada@example.org', '1')");
      assertThatThrownBy(
              () -> accounts.execute("INSERT INTO users (name, email, ssn) VALUES ('B', 'b', '1')"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(
              () ->
                  accounts.execute(
                      "INSERT INTO users (name, email) VALUES ('B', 'ada@example.org')"))
          .isInstanceOf(SQLException.class);
      assertThat(accounts.query("SELECT created_at FROM users")).doesNotContainNull();

      accounts.mvn(
          "schema:downgrade@base",
          "schema:upgrade",
          "schema:upgrade@up-script",
          "schema:downgrade@down-script",
          "schema:show@show-second");
      assertThat(accounts.query("SELECT name FROM users")).isEmpty();
      assertThat(Files.readString(accounts.file("target/show.txt")))
          .contains("b7c8d9e0f1a2")
          .contains("Add ssn and created_at to users");
      accounts.assertScriptsLeadHere(accounts.file("target/up.sql"));
      accounts.assertScriptsLeadHere(
          accounts.file("target/up.sql"),
          accounts.file("target/down.sql"),
          accounts.file("target/up.sql"));
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void records(String dialect) throws SQLException, IOException {
    try (Walkthrough records = new Walkthrough("records", dialect)) {
      records.mvn("schema:upgrade@second");
      records.execute("INSERT INTO users (id, name, email, age) VALUES (1, 'Ada', 'a', 36)");
      records.mvn(
          "schema:downgrade@first",
          "schema:history@history-as-file",
          "schema:current@current-as-file",
          "schema:upgrade",
          "schema:upgrade@up-script");
      assertThat(Files.readString(records.file("target/current.txt")))
          .contains("11aa22bb33cc")
          .doesNotContain("44dd55ee66ff");
      assertThat(Files.readString(records.file("target/history.txt")))
          .contains("11aa22bb33cc", "44dd55ee66ff", "77aa88bb99cc", "dd00ee11ff22");
      assertThat(records.query("SELECT name FROM users")).containsExactly("Ada");
      assertThat(records.query("SELECT age FROM users")).containsOnlyNulls();
      assertThat(records.query("SELECT name FROM accounts ORDER BY id"))
          .containsExactly("John Smith", "Ed Williams", "Wendy Jönes");
      assertThat(records.query("SELECT created FROM accounts ORDER BY id"))
          .containsExactly("2010-10-05", "2007-05-27", "2008-08-15");
      records.assertScriptsLeadHere(records.file("target/up.sql"));
    }
  }
}
