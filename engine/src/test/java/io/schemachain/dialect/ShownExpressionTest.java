package io.schemachain.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownExpressionTest {
  private static final ShownExpression.Rules RULES =
      new ShownExpression.Rules(
          SqlLexis.with(SqlLexis.Trait.BRACKETS), Set.of("IN"), Set.of("LOWER"), false, "()[] ");

  private static final List<String> COLUMNS = List.of("a", "B", "c d");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '@',
      value = {
        "a > 0 and b is not null;a>0andbisnotnull",
        "([A]>(-1)) OR [c d] = 1.50;a>-1orcd=1.50",
        "B = 'It is' and a in (1, 2);B='Itis'ANDaIN1,2",
        "lower(b) <> b;lowerb<>b",
        "a = 1 -- one;a=1",
      })
  void aSimpleOneIsCompared(String sql, String text) {
    assertThat(ShownExpression.of(sql, COLUMNS, RULES))
        .hasValueSatisfying(shown -> assertThat(shown.compared()).isEqualTo(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e > 0",
        "t.a > 0",
        "a IN (1)",
        "NOT a = 1",
        "a IS TRUE",
        "a != 1",
        "a BETWEEN 1 AND 2",
        "upper(b) = b",
        "b = 'it''s'",
        "b = N'x'",
        "a > 1e5",
        "a = NULL",
        "CASE WHEN a > 1 THEN 1 END = 1",
        "b = 'open",
      })
  void anotherIsNot(String sql) {
    assertThat(ShownExpression.of(sql, COLUMNS, RULES)).isEmpty();
  }
}
