package io.schemachain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.golden.OracleGrammar;
import io.schemachain.model.TableName;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is to be asked is asked, on real databases: with rows that are in the way, and with rows
 * that are not. The answer must be right: the change itself is made as well.
 */
final class ProbesTest {
  private static final String USERS =
      """
      - create_table:
          name: users
          columns:
            - {name: id, type: bigint, primary_key: true}
            - {name: email, type: string(50)}
            - {name: age, type: bigint}
            - {name: score, type: 'numeric(9, 3)'}
            - {name: city, type: string(50)}
      """;

  private static final String ORDERS =
      USERS
          + """
          - create_table:
              name: orders
              columns:
                - {name: id, type: bigint, primary_key: true}
                - {name: user_id, type: bigint}
                - {name: before_id, type: bigint}
                - {name: place, type: string(20)}
                - {name: number, type: bigint}
          - create_table:
              name: places
              columns:
                - {name: code, type: string(20), nullable: false}
                - {name: number, type: bigint, nullable: false}
              primary_key: [code, number]
          """;

  /**
   * Names stand as {@code {name}} in rows, to be quoted.
   *
   * @param which of the questions, a part of it
   * @param good rows that let the change through
   * @param bad rows that are in its way
   * @param dialects where it can be done, with versions
   * @param refused whether the database refuses the change for such rows
   */
  private record Case(
      String name,
      String given,
      List<String> change,
      String which,
      List<String> good,
      List<String> bad,
      List<String> dialects,
      boolean refused) {
    Case(String name, String given, String change, String which, String good, String bad) {
      this(
          name, given, List.of(change), which, rows(good), rows(bad), TestDatabases.DIALECTS, true);
    }

    Case on(String... names) {
      return new Case(name, given, change, which, good, bad, List.of(names), refused);
    }

    /** The rows go through, changed. */
    Case taken() {
      return new Case(name, given, change, which, good, bad, dialects, false);
    }

    Case then(String next) {
      List<String> more = new ArrayList<>(change);
      more.add(next);
      return new Case(name, given, more, which, good, bad, dialects, refused);
    }

    private static List<String> rows(String text) {
      return text.isBlank() ? List.of() : List.of(text.strip().split("; *"));
    }
  }

  private static String users(String columns, String... rows) {
    StringBuilder all = new StringBuilder();
    for (String row : rows) {
      all.append("INSERT INTO users (id, ").append(columns).append(") VALUES (").append(row);
      all.append(");");
    }
    return all.toString();
  }

  private static Stream<Case> keys() {
    return Stream.of(
        new Case(
            "NULL before NOT NULL",
            USERS,
            "- alter_column: {table: users, column: email, nullable: false}",
            "without email",
            users("email", "1, 'a'"),
            users("email", "1, 'a'", "2, NULL")),
        new Case(
            "NULL before a primary key",
            "- create_table: {name: users, columns: [{name: id, type: bigint}, {name: age, type:"
                + " bigint}]}",
            "- create_primary_key: {table: users, columns: [id, age]}",
            "without age",
            users("age", "1, 1", "1, 2"),
            users("age", "1, 1", "1, NULL")),
        new Case(
            "duplicates before a primary key",
            "- create_table: {name: users, columns: [{name: id, type: bigint, nullable: false},"
                + " {name: age, type: bigint, nullable: false}]}",
            "- create_primary_key: {table: users, columns: [id, age]}",
            "more than once",
            users("age", "1, 1", "1, 2"),
            users("age", "1, 1", "1, 1")),
        new Case(
            "duplicates before a unique constraint",
            USERS,
            "- create_unique_constraint: {table: users, columns: [email]}",
            "more than once",
            users("email", "1, 'a'", "2, NULL", "3, NULL"),
            users("email", "1, 'a'", "2, 'a'")),
        new Case(
            "a key with a NULL in it differs from all",
            USERS,
            "- create_unique_constraint: {table: users, columns: [email, age]}",
            "more than once",
            users("email, age", "1, 'a', NULL", "2, 'a', NULL", "3, 'a', 1"),
            users("email, age", "1, 'a', 1", "2, 'a', 1")),
        new Case(
                "two NULLs are the same",
                USERS,
                "- create_unique_constraint: {table: users, columns: [email],"
                    + " nulls_not_distinct: true}",
                "more than once",
                users("email", "1, 'a'", "2, NULL"),
                users("email", "1, NULL", "2, NULL"))
            .on("postgresql:15", "h2:2.2"),
        new Case(
            "duplicates before a unique index",
            USERS,
            "- create_index: {table: users, columns: [email, {name: age, order: desc}],"
                + " unique: true}",
            "more than once",
            users("email, age", "1, 'a', 1", "2, 'a', 2"),
            users("email, age", "1, 'a', 1", "2, 'a', 1")),
        new Case(
                "a partial index compares a part",
                USERS,
                "- create_index: {table: users, columns: [email], unique: true, where: age > 1 --"
                    + " adults\n  }",
                "more than once",
                users("email, age", "1, 'a', 1", "2, 'a', 2", "3, 'a', NULL"),
                users("email, age", "1, 'a', 2", "2, 'a', 3"))
            .on("postgresql", "sqlite"),
        new Case(
                "an index over an expression compares that",
                USERS,
                "- create_index: {name: ux, table: users, columns: [{sql: lower(email)}], unique:"
                    + " true}",
                "more than once",
                users("email", "1, 'a'", "2, 'b'", "3, NULL", "4, NULL"),
                users("email", "1, 'a'", "2, 'A'"))
            .on("postgresql", "mysql", "sqlite"),
        new Case(
                "an index has a collation of its own",
                USERS,
                "- create_index: {table: users, columns: [{name: email, collation: NOCASE}],"
                    + " unique: true}",
                "more than once",
                users("email", "1, 'a'", "2, 'b'"),
                users("email", "1, 'a'", "2, 'A'"))
            .on("sqlite"),
        new Case(
                "a column has a collation",
                """
                - create_table:
                    name: users
                    columns:
                      - {name: id, type: bigint, primary_key: true}
                      - {name: email, type: string(50), collation: utf8mb4_general_ci}
                """,
                "- create_unique_constraint: {table: users, columns: [email]}",
                "more than once",
                users("email", "1, 'a'", "2, 'b'"),
                users("email", "1, 'a'", "2, 'A'"))
            .on("mysql", "mariadb"),
        new Case(
                "an index has the beginning of a column",
                USERS,
                "- create_index: {table: users, columns: [{name: email, length: 2}], unique: true}",
                "more than once",
                users("email", "1, 'aaa'", "2, 'aba'"),
                users("email", "1, 'aaa'", "2, 'aab'"))
            .on("mysql", "mariadb"));
  }

  private static String orders(String columns, String... rows) {
    StringBuilder all = new StringBuilder("INSERT INTO users (id) VALUES (7);");
    all.append("INSERT INTO places (code, number) VALUES ('x', 1);");
    for (String row : rows) {
      all.append("INSERT INTO orders (id, ").append(columns).append(") VALUES (").append(row);
      all.append(");");
    }
    return all.toString();
  }

  private static Stream<Case> references() {
    return Stream.of(
        new Case(
            "orphans before a foreign key",
            ORDERS,
            "- create_foreign_key: {table: orders, columns: [user_id], references: users}",
            "in no row of users",
            orders("user_id", "1, 7", "2, NULL"),
            orders("user_id", "1, 7", "2, 8")),
        new Case(
            "orphans of several columns",
            ORDERS,
            "- create_foreign_key: {table: orders, columns: [place, number], references: places}",
            "in no row of places",
            orders("place, number", "1, 'x', 1", "2, 'y', NULL", "3, NULL, 9"),
            orders("place, number", "1, 'x', 1", "2, 'x', 2")),
        new Case(
                "all or none of the columns",
                ORDERS,
                "- create_foreign_key: {table: orders, columns: [place, number], references:"
                    + " places, match: full}",
                "in no row of places",
                orders("place, number", "1, 'x', 1", "2, NULL, NULL"),
                orders("place, number", "1, 'x', 1", "2, 'x', NULL"))
            .on("postgresql"),
        new Case(
            "a table that refers to itself",
            ORDERS,
            "- create_foreign_key: {table: orders, columns: [before_id], references: orders}",
            "in no row of orders",
            orders("before_id", "1, NULL", "2, 1", "3, 3"),
            orders("before_id", "1, NULL", "2, 4")),
        new Case(
            "what it refers to is created before",
            ORDERS,
            "- create_table: {name: shops, columns: [{name: id, type: bigint, primary_key: true}]}\n"
                + "- create_foreign_key: {table: orders, columns: [number], references: shops}",
            "is to point to shops",
            orders("number", "1, NULL"),
            orders("number", "1, 1")),
        new Case(
                "a table in another schema",
                "- create_schema: {name: other}\n"
                    + "- create_table: {name: users, schema: other, columns: [{name: id, type:"
                    + " bigint, primary_key: true}]}\n"
                    + "- create_table: {name: orders, columns: [{name: id, type: bigint,"
                    + " primary_key: true}, {name: user_id, type: bigint}]}",
                "- create_foreign_key: {table: orders, columns: [user_id], references: {table:"
                    + " users, schema: other}}",
                "in no row of other.users",
                "INSERT INTO other.users (id) VALUES (1); INSERT INTO orders VALUES (1, 1)",
                "INSERT INTO orders VALUES (1, 1)")
            .on("postgresql", "h2"),
        new Case(
            "rows against a check",
            USERS,
            "- create_check_constraint:\n    {table: users, name: ck, sql: \"age > 0 -- years\"}",
            "does not hold",
            users("age", "1, 1", "2, NULL"),
            users("age", "1, 1", "2, 0")),
        new Case(
                "rows before a check is validated",
                USERS
                    + "- create_check_constraint: {table: users, name: ck, sql: age > 0, not_valid:"
                    + " true}\n",
                "- validate_constraint: {table: users, name: ck}",
                "does not hold",
                "INSERT INTO users (id, age) VALUES (1, 1)",
                "ALTER TABLE users DROP CONSTRAINT ck; INSERT INTO users (id, age) VALUES (1, 0);"
                    + " ALTER TABLE users ADD CONSTRAINT ck CHECK (age > 0) NOT VALID")
            .on("postgresql"),
        new Case(
                "rows before a foreign key is validated",
                ORDERS
                    + "- create_foreign_key: {table: orders, columns: [user_id], references: users,"
                    + " name: fk, not_valid: true}\n",
                "- validate_constraint: {table: orders, name: fk}",
                "in no row of users",
                orders("user_id", "1, 7"),
                "ALTER TABLE orders DROP CONSTRAINT fk; INSERT INTO orders (id, user_id) VALUES (1,"
                    + " 8); ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES"
                    + " users (id) NOT VALID")
            .on("postgresql"),
        new Case(
                "a column that rows have no value for",
                USERS,
                "- add_column: {table: users, column: {name: code, type: bigint, nullable: false}}",
                "would have no code",
                "",
                users("age", "1, 1"))
            .on("postgresql", "h2"));
  }

  private static String type(String column, String type) {
    return "- alter_column: {table: users, column: " + column + ", type: '" + type + "'}";
  }

  private static Stream<Case> types() {
    return Stream.of(
        new Case(
            "a shorter text",
            USERS,
            type("email", "string(3)"),
            "too long",
            users("email", "1, 'äöü'", "2, NULL"),
            users("email", "1, 'abcd'")),
        new Case(
            "a text with an end",
            USERS.replace("string(50)", "text"),
            type("email", "string(3)"),
            "too long",
            users("email", "1, 'abc'"),
            users("email", "1, 'abcd'")),
        new Case(
                "fewer bytes",
                USERS.replace("string(50)", "varbinary(9)"),
                type("email", "varbinary(2)"),
                "too long",
                users("email", "1, X'0102'"),
                users("email", "1, X'010203'"))
            .on("mysql", "mariadb", "h2"),
        new Case(
            "a smaller integer",
            USERS,
            type("age", "smallint"),
            "do not fit into smallint",
            users("age", "1, 32767", "2, -32768", "3, NULL"),
            users("age", "1, 32768")),
        new Case(
            "fewer digits",
            USERS,
            type("score", "numeric(4, 3)"),
            "do not fit into numeric(4,3)",
            users("score", "1, 9.999", "2, -9.999"),
            users("score", "1, 10")),
        new Case(
                "fewer digits behind the point",
                USERS,
                type("score", "numeric(8, 2)"),
                "rounded",
                users("score", "1, 9.25"),
                users("score", "1, 9.255"))
            .on("postgresql", "mysql", "mariadb", "h2")
            .taken(),
        new Case(
                "a whole number",
                USERS,
                type("score", "bigint"),
                "rounded",
                users("score", "1, 9"),
                users("score", "1, 9.5"))
            .on("postgresql", "mysql", "mariadb", "h2")
            .taken(),
        new Case(
                "fewer digits behind the point, where nothing is rounded",
                USERS,
                type("score", "numeric(8, 2)"),
                "more than 2 digits",
                users("score", "1, 9.25"),
                users("score", "1, 9.255"))
            .on("sqlite"),
        new Case(
                "rounding needs a digit more",
                USERS,
                type("score", "numeric(3, 2)"),
                "do not fit into numeric(3,2)",
                users("score", "1, 9.994"),
                users("score", "1, 9.996"))
            .on("postgresql", "mysql", "mariadb", "h2"),
        new Case(
            "an integer with fewer digits",
            USERS,
            type("age", "numeric(3, 1)"),
            "do not fit into numeric(3,1)",
            users("age", "1, 99", "2, -99"),
            users("age", "1, 100")),
        new Case(
            "a number of a text",
            USERS,
            type("email", "bigint"),
            "no whole number",
            users("email", "1, '12'", "2, '-3'", "3, NULL"),
            users("email", "1, '12'", "2, '1-2'")),
        new Case(
            "a number with a point of a text",
            USERS,
            type("email", "numeric(9, 2)"),
            "no number",
            users("email", "1, '12.5'", "2, '-3'", "3, '.5'"),
            users("email", "1, '12'", "2, 'x1'")),
        new Case(
            "a text of an integer",
            USERS,
            type("age", "string(3)"),
            "do not fit into string(3)",
            users("age", "1, 999", "2, -99"),
            users("age", "1, -100")),
        new Case(
                "an integer of a number with an exponent",
                USERS.replace("type: 'numeric(9, 3)'", "type: double"),
                type("score", "integer"),
                "do not fit into integer",
                users("score", "1, 2147483647", "2, -5"),
                users("score", "1, 3e9"))
            .on("postgresql", "mysql", "mariadb", "h2"),
        new Case(
                "less precision",
                USERS.replace("type: 'numeric(9, 3)'", "type: double"),
                type("score", "real"),
                "do not fit into real",
                users("score", "1, 3e38"),
                users("score", "1, 3e39"))
            .on("postgresql", "mysql", "mariadb"),
        new Case(
                "what no query can tell",
                USERS,
                type("email", "date"),
                "become date",
                users("email", "1, NULL"),
                users("email", "1, 'x'"))
            .on("postgresql", "mysql", "mariadb", "h2"),
        new Case(
                "a moment that becomes a day",
                USERS.replace("type: bigint}", "type: timestamp}"),
                type("age", "date"),
                "cut to date",
                users("age", "1, NULL"),
                users("age", "1, '2026-01-02 03:04:05'"))
            .on("postgresql", "mysql", "mariadb", "h2")
            .taken(),
        new Case(
            "a value of an enum goes",
            """
            - create_table:
                name: users
                columns:
                  - {name: id, type: bigint, primary_key: true}
                  - {name: mood, type: {enum: {name: mood, values: [glad, sad]}}}
            """,
            "- drop_value: {type: mood, value: sad}",
            "with sad",
            users("mood", "1, 'glad'"),
            users("mood", "1, 'sad'")),
        new Case(
            "a text becomes an enum",
            USERS,
            "- alter_column: {table: users, column: email, type: {enum: {name: mood, values: [glad,"
                + " sad]}}}",
            "mood does not have",
            users("email", "1, 'glad'", "2, NULL"),
            users("email", "1, 'glad'", "2, 'sorry'")));
  }

  /** It is asked by the names of today. */
  private static Stream<Case> renamed() {
    String renames =
        """
        - rename_table: {name: users, new_name: people}
        - alter_column: {table: people, column: email, new_name: mail}
        - alter_column: {table: people, column: age, new_name: email}
        - alter_column: {table: people, column: mail, new_name: age}
        """;
    return Stream.of(
        new Case(
                "NULL under another name",
                USERS,
                renames,
                "without email",
                users("email, age", "1, 'a', NULL"),
                users("email, age", "1, NULL, 1"))
            .then("- alter_column: {table: people, column: age, nullable: false}"),
        new Case(
                "duplicates under another name",
                USERS,
                renames,
                "users.email that stand more than once",
                users("email, age", "1, 'a', 1", "2, 'b', 1"),
                users("email, age", "1, 'a', 1", "2, 'a', 2"))
            .then("- create_unique_constraint: {table: people, columns: [age]}"),
        new Case(
                "a check under other names",
                USERS,
                renames,
                "does not hold",
                users("email, age", "1, 'age', 1"),
                users("email, age", "1, 'a', 1"))
            .then(
                "- create_check_constraint: {table: people, name: ck, sql: age = 'age' AND email >"
                    + " 0}"),
        new Case(
                "orphans under another name",
                ORDERS,
                """
                - rename_table: {name: orders, new_name: sales}
                - rename_table: {name: users, new_name: people}
                - alter_column: {table: people, column: id, new_name: key}
                - alter_column: {table: sales, column: user_id, new_name: person}
                """,
                "Rows of orders whose user_id is in no row of users",
                orders("user_id", "1, 7"),
                orders("user_id", "1, 8"))
            .then("- create_foreign_key: {table: sales, columns: [person], references: people}"),
        new Case(
                "a longer text under another name",
                USERS,
                renames,
                "users.email that are too long",
                users("email, age", "1, 'abc', 1234"),
                users("email, age", "1, 'abcd', 1"))
            .then("- alter_column: {table: people, column: age, type: string(3)}"));
  }

  /** Reserved words, quotation marks, blanks and comments in names. */
  private static Stream<Case> hostile() {
    String table = "o'r\"d`e]r -- x";
    String column = "select \"'`[]/*";
    String other = "Group; DROP";
    String given =
        """
        - create_table:
            name: '%s'
            columns:
              - {name: id, type: bigint, primary_key: true}
              - {name: '%s', type: string(50)}
              - {name: '%s', type: bigint}
        """
            .formatted(yaml(table), yaml(column), yaml(other));
    String insert = "INSERT INTO {" + table + "} VALUES ";
    String change =
        """
        - alter_column: {table: '%1$s', column: '%2$s', nullable: false}
        - create_index: {name: ux, table: '%1$s', columns: ['%2$s'], unique: true}
        - create_foreign_key: {name: fk, table: '%1$s', columns: ['%3$s'], references: '%1$s'}
        - alter_column: {table: '%1$s', column: '%2$s', type: string(3)}
        - drop_index: {name: ux, table: '%1$s'}
        - drop_column: {table: '%1$s', column: '%2$s'}
        """
            .formatted(yaml(table), yaml(column), yaml(other));
    return Stream.of("without", "more than once", "in no row of", "too long")
        .map(
            which ->
                new Case(
                    "hostile names, " + which,
                    given,
                    List.of(change),
                    which,
                    List.of(insert + "(1, 'a', 1)"),
                    List.of(
                        insert + "(1, NULL, 9)",
                        insert + "(2, 'abcd', 1)",
                        insert + "(3, 'abcd', 1)"),
                    TestDatabases.DIALECTS,
                    true));
  }

  private static String yaml(String name) {
    return name.replace("'", "''");
  }

  private static List<Case> cases() {
    return Stream.of(keys(), references(), types(), renamed(), hostile())
        .flatMap(one -> one)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> bad_rows_are_found_and_good_rows_are_not() {
    return cases().stream()
        .flatMap(
            one ->
                one.dialects().stream()
                    .map(
                        name ->
                            DynamicTest.dynamicTest(
                                one.name() + " on " + name, () -> check(one, dialect(name)))));
  }

  private static Dialect dialect(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? Dialects.find(name).orElseThrow()
        : Dialects.find(name.substring(0, colon))
            .orElseThrow()
            .forVersion(DatabaseVersion.parse(name.substring(colon + 1)));
  }

  private static void check(Case one, Dialect dialect) throws SQLException {
    ProbePlan plan = ProbePlan.of(dialect, one.given(), one.change());
    List<Probe> wanted =
        plan.probes().stream().filter(probe -> probe.question().contains(one.which())).toList();
    assertThat(wanted).as(plan.probes().toString()).isNotEmpty();
    try (TestDatabase database = TestDatabases.fresh(dialect.name())) {
      given(database, plan, one.good());
      assertThat(answers(database, wanted)).as("good rows: %s", wanted).containsOnly("0");
      answers(database, plan.probes());
      change(database, plan);
    }
    try (TestDatabase database = TestDatabases.fresh(dialect.name())) {
      given(database, plan, one.bad());
      assertThat(answers(database, wanted)).as("bad rows: %s", wanted).doesNotContain("0");
      answers(database, plan.probes());
      if (one.refused()) {
        assertThatThrownBy(() -> change(database, plan)).isInstanceOf(SQLException.class);
      } else {
        change(database, plan);
      }
    }
  }

  private static void given(TestDatabase database, ProbePlan plan, List<String> rows)
      throws SQLException {
    try (Connection connection = database.connect()) {
      send(connection, ProbePlan.statements(plan.given()));
      for (String row : rows) {
        send(connection, List.of(quoted(row, plan.dialect())));
      }
    }
  }

  private static String quoted(String sql, Dialect dialect) {
    return Pattern.compile("\\{(.*)}")
        .matcher(sql)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    dialect.identifiers().quote(TableName.of(found.group(1)))));
  }

  private static void change(TestDatabase database, ProbePlan plan) throws SQLException {
    try (Connection connection = database.connect()) {
      send(connection, plan.dialect().sessionSetup());
      for (var step : plan.pending()) {
        send(connection, ProbePlan.statements(step));
      }
    }
  }

  private static void send(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first value of each answer; nothing where there is no row. */
  private static List<String> answers(TestDatabase database, List<Probe> probes)
      throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      readOnly(connection, database.dialect());
      for (Probe probe : probes) {
        assertThat(probe.sql()).startsWith("SELECT ");
        try (ResultSet rows = statement.executeQuery(probe.sql())) {
          answers.add(rows.next() ? rows.getString(1) : "");
        }
      }
    }
    return answers;
  }

  /** H2 knows databases that are read-only, and no sessions. */
  private static void readOnly(Connection connection, String dialect) throws SQLException {
    switch (dialect) {
      case "sqlite" -> send(connection, List.of("PRAGMA query_only = ON"));
      case "h2" -> connection.setReadOnly(true);
      case "mysql", "mariadb" -> send(connection, List.of("START TRANSACTION READ ONLY"));
      default -> send(connection, List.of("BEGIN READ ONLY"));
    }
  }

  private static List<String> dialects() {
    return TestDatabases.DIALECTS;
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void what_goes_and_what_takes_long_is_counted(String name) throws SQLException {
    ProbePlan plan =
        ProbePlan.of(
            dialect(name),
            ORDERS,
            List.of(
                "- drop_column: {table: users, column: email}\n- drop_table: {name: places}\n"
                    + type("age", "numeric(30, 5)")));
    List<Probe> probes = plan.probes();
    List<String> questions =
        List.of(
            "Values of users.email that go",
            "Rows of places that go",
            "Rows of users, all of which are read or written");
    assertThat(probes).extracting(Probe::question).containsAll(questions);
    try (TestDatabase database = TestDatabases.fresh(name)) {
      given(
          database,
          plan,
          List.of(
              "INSERT INTO users (id, email) VALUES (1, 'a')",
              "INSERT INTO users (id, email) VALUES (2, NULL)",
              "INSERT INTO places (code, number) VALUES ('a', 1)"));
      assertThat(answers(database, wanted(probes, questions))).containsExactly("1", "1", "2");
    }
  }

  private static List<Probe> wanted(List<Probe> probes, List<String> questions) {
    return questions.stream()
        .map(
            question ->
                probes.stream()
                    .filter(p -> p.question().equals(question))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void who_is_in_the_way_is_found(String name) throws SQLException, InterruptedException {
    ProbePlan plan =
        ProbePlan.of(dialect(name), USERS, List.of("- drop_column: {table: users, column: email}"));
    List<Probe> sessions =
        plan.probes().stream().filter(p -> p.question().startsWith("Sessions")).toList();
    if (name.equals("sqlite")) {
      assertThat(sessions).isEmpty();
      assertThat(plan.asked().get(0).notes())
          .containsExactly(
              "SQLite has no query for who is in the way: see which programs have the database"
                  + " open.");
      return;
    }
    assertThat(sessions)
        .singleElement()
        .satisfies(
            probe -> {
              assertThat(probe.question()).endsWith("waiting for users");
              assertThat(probe.expected()).isEqualTo("no row");
            });
    try (TestDatabase database = TestDatabases.fresh(name)) {
      given(database, plan, List.of());
      assertThat(answers(database, sessions)).containsExactly("");
      try (Connection other = database.connect()) {
        other.setAutoCommit(false);
        send(other, List.of("INSERT INTO users (id) VALUES (1)"));
        await(() -> !answers(database, sessions).contains(""));
        other.rollback();
      }
      await(() -> answers(database, sessions).contains(""));
    }
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  /** MariaDB tells anew only when nobody has asked for a tenth of a second. */
  private static void await(Condition condition) throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(200);
    }
  }

  /** Nobody can ask a table that is not there, nor a column. */
  @ParameterizedTest
  @MethodSource("dialects")
  void what_is_new_is_not_asked(String name) throws SQLException {
    ProbePlan plan =
        ProbePlan.of(
            dialect(name),
            USERS,
            List.of(
                """
                - create_table:
                    name: shops
                    columns:
                      - {name: id, type: bigint, primary_key: true}
                      - {name: code, type: string(20)}
                      - {name: user_id, type: bigint}
                - add_column: {table: users, column: {name: note, type: string(20)}}
                """,
                """
                - rename_table: {name: shops, new_name: stores}
                - alter_column: {table: stores, column: code, type: string(10), nullable: false}
                - create_unique_constraint: {table: stores, columns: [code]}
                - create_foreign_key: {table: stores, columns: [user_id], references: users}
                - create_check_constraint: {table: stores, name: ck_a, sql: user_id > 0}
                - alter_column: {table: users, column: note, type: string(10)}
                - create_unique_constraint: {table: users, columns: [note, age]}
                - create_check_constraint: {table: users, name: ck_b, sql: note <> 'x'}
                - drop_constraint: {table: users, name: uq_users_note_age}
                - drop_constraint: {table: users, name: ck_b}
                - drop_column: {table: users, column: note}
                - drop_table: {name: stores}
                - drop_table: {name: users}
                - create_table: {name: users, columns: [{name: id, type: bigint}]}
                - create_primary_key: {table: users, columns: [id]}
                """));
    assertThat(plan.probes())
        .filteredOn(
            probe ->
                !probe.question().startsWith("Sessions") && !probe.question().endsWith("written"))
        .extracting(Probe::question)
        .containsExactly("Rows of users that go");
    try (TestDatabase database = TestDatabases.fresh(name)) {
      given(database, plan, List.of());
      answers(database, plan.probes());
    }
  }

  @Test
  void an_operation_before_may_mend_rows() {
    ProbePlan plan =
        ProbePlan.of(
            dialect("postgresql"),
            USERS,
            List.of(
                "- execute: UPDATE users SET email = '' WHERE email IS NULL",
                "- alter_column: {table: users, column: email, nullable: false}"));
    assertThat(plan.probes())
        .filteredOn(probe -> probe.question().equals("Rows of users without email"))
        .extracting(Probe::expected)
        .containsExactly("0, or what execute mends before");
  }

  /** No server of these runs here: the grammars that others wrote take what is asked. */
  @Test
  void oracle_and_sql_server_could_read_it() {
    int read = 0;
    for (Case one : cases()) {
      for (String name : TestDatabases.NOT_HERE) {
        for (Probe probe : probes(one, dialect(name))) {
          read++;
          if (name.equals("oracle")) {
            assertThat(OracleGrammar.mistake(probe.sql())).as(probe.sql()).isNull();
          } else if (!probe.sql().contains("]]")) { // Which this grammar does not know in names.
            assertThat(SQLUtils.parseStatements(probe.sql(), DbType.sqlserver))
                .as(probe.sql())
                .hasSize(1);
          }
        }
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  /** None where the database cannot do what the case is about. */
  private static List<Probe> probes(Case one, Dialect dialect) {
    try {
      return ProbePlan.of(dialect, one.given(), one.change()).probes();
    } catch (DiagnosticException e) {
      assertThat(e.getMessage()).contains("does not support");
      return List.of();
    }
  }

  @Test
  void oracle_compares_a_key_that_is_partly_null() {
    ProbePlan plan =
        ProbePlan.of(
            dialect("oracle"),
            USERS,
            List.of("- create_unique_constraint: {table: users, columns: [email, age]}"));
    assertThat(plan.probes().get(0).sql())
        .isEqualTo(
            "SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM users WHERE (email IS NOT NULL OR age"
                + " IS NOT NULL) GROUP BY email, age HAVING COUNT(*) > 1) d");
  }
}
