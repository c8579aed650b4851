package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions as they are written, and as real databases print them. */
final class ExpressionFormTest {
  static List<String> databases() {
    return TestDatabases.DIALECTS;
  }

  static Stream<Dialect> dialects() {
    return Dialects.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatTheCatalogPrintsHasTheFormOfWhatWasWritten(String name) throws SQLException {
    ExpressionForm form = form(name);
    List<String> wrong = new ArrayList<>();
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      ExpressionTable table = new ExpressionTable(name, statement);
      for (ExpressionCase written : ExpressionCase.all(name)) {
        String read = table.roundTrip(written);
        boolean isSame = form.of(written.sql()).equals(form.of(read));
        if (isSame == written.isStoredOtherwise(name)) {
          wrong.add(
              "%s: %s%n  is read as %s%n  forms %s%n        %s"
                  .formatted(
                      written.kind(), written.sql(), read, form.of(written.sql()), form.of(read)));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void theFormOfAFormIsItself(Dialect dialect) {
    ExpressionForm form = dialect.expressionForm();
    for (String name : TestDatabases.DIALECTS) {
      for (ExpressionCase written : ExpressionCase.all(name)) {
        String once = form.of(written.sql());
        assertThat(form.of(once)).as(written.sql()).isEqualTo(once);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void differentExpressionsHaveDifferentForms(Dialect dialect) {
    ExpressionForm form = dialect.expressionForm();
    for (String[] pair : pairs("different.txt")) {
      assertThat(form.of(pair[0])).as(pair[0]).isNotEqualTo(form.of(pair[1]));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlserver", "oracle"})
  void documentedPrintsHaveTheFormOfWhatWasWritten(String name) {
    ExpressionForm form = form(name);
    for (String[] pair : pairs(name + ".pairs.txt")) {
      assertThat(form.of(pair[1])).isEqualTo(form.of(pair[0]));
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void parenthesesThatSayNothingChangeNothing(Dialect dialect) {
    ExpressionForm form = dialect.expressionForm();
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      RandomExpression tree = RandomExpression.condition(random, 4);
      String expected = form.of(tree.print(random, 0));
      for (double parentheses : List.of(0.2, 0.5, 1.0)) {
        String printed = tree.print(random, parentheses);
        assertThat(form.of(printed)).as(printed).isEqualTo(expected);
      }
      assertThat(form.of(expected)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void whateverIsWrittenHasAForm(Dialect dialect) {
    ExpressionForm form = dialect.expressionForm();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder soup = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        soup.append(RandomExpression.WORDS.get(random.nextInt(RandomExpression.WORDS.size())));
        soup.append(random.nextInt(3) == 0 ? "" : " ");
      }
      String once = form.of(soup.toString());
      assertThat(form.of(once)).as(soup.toString()).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void depthIsNoDanger(Dialect dialect) {
    ExpressionForm form = dialect.expressionForm();
    List<String> deep =
        List.of(
            "(".repeat(50_000) + "a" + ")".repeat(50_000),
            "NOT ".repeat(50_000) + "a",
            "a" + " + a".repeat(50_000),
            "a > 0" + " AND a > 0".repeat(5_000),
            "a" + " BETWEEN 1 AND 2".repeat(100),
            "(".repeat(100) + "a" + " IN (b, c))".repeat(100),
            ("(".repeat(150) + "a" + (" + 1".repeat(100) + ")").repeat(150)));
    for (String sql : deep) {
      assertThat(form.of(form.of(sql))).isEqualTo(form.of(sql));
    }
  }

  @Test
  void whatIsNotUnderstoodIsItselfButForWhiteSpace() {
    ExpressionForm form = form("postgresql");
    assertThat(form.of("A  <%>  \n B")).isEqualTo("a <%> b");
    assertThat(form.of(" 'not closed ")).isEqualTo("'not closed");
    assertThat(form.of("(SELECT  1)")).isEqualTo("(select 1)");
  }

  private static ExpressionForm form(String dialect) {
    return Dialects.find(dialect).orElseThrow().expressionForm();
  }

  private static List<String[]> pairs(String resource) {
    return lines(resource).stream().map(line -> line.split(" /// ", 2)).toList();
  }

  /** The lines of a resource that are no comments. */
  static List<String> lines(String resource) {
    String path = "/expressions/" + resource;
    try (InputStream input = ExpressionFormTest.class.getResourceAsStream(path)) {
      return new String(requireNonNull(input, path).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
