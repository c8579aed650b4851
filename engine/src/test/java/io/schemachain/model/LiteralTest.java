package io.schemachain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a value of a type, and what no database or not every one would take as it is written. */
final class LiteralTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "smallint|32768|does not fit into smallint",
        "integer|-2147483649|does not fit into integer",
        "bigint|9223372036854775808|does not fit into bigint",
        "bigint|1e2147483647|does not fit into bigint",
        "integer|1.5|a whole number is expected",
        "integer|0e-2147483647|does not fit into integer",
        "numeric(38,10)|12345678901234567890123456789|does not fit into numeric(38,10)",
        "numeric(5,2)|1.234|does not fit into numeric(5,2)",
        "numeric(5,2)|1e2147483647|does not fit into numeric(5,2)",
        "numeric(5,2)|0e-2147483647|does not fit into numeric(5,2)",
        "numeric(5,2)|NaN|a number is expected",
        "double|NaN|a number is expected",
        "double|Infinity|a number is expected",
        "double|1.8e308|does not fit into double",
        "double|-1e999999999|does not fit into double",
        "double|1e-308|does not fit into double",
        "double|-0.0|There is no negative zero",
        "real|-0|There is no negative zero",
        "real|3.4028235e38|does not fit into real",
        "real|1e-38|does not fit into real",
        "date|0000-12-31|in the years 1 to 9999",
        "date|+10000-01-01|in the years 1 to 9999",
        "date|-0001-01-01|in the years 1 to 9999",
        "date|2026-02-29|a date is written",
        "time|24:00:00|a time is written",
        "time|23:59:60|a time is written",
        "time|12:10:00+02:00|a time is written",
        "time(3)|12:10:00.1234|more than the 3 fractional digits",
        "time|12:10:00.1234567|more than the 6 fractional digits",
        "timestamp|2026-11-20T24:00:00|a timestamp is written",
        "timestamp|2026-11-20T12:10:00Z|a timestamp is written",
        "timestamp|+10000-01-01T00:00:00|in the years 1 to 9999",
        "timestamp(0)|2026-11-20T12:10:00.5|more than the 0 fractional digits",
        "timestamptz|2026-11-20T12:10:00|a timestamptz is written",
        "timestamptz|2026-11-20T12:10:00+00:53:28|in whole minutes",
        "timestamptz|2026-11-20T12:10:00+14:30|from -12:00 to +14:00",
        "timestamptz|2026-11-20T12:10:00-13:00|from -12:00 to +14:00",
        "timestamptz|0001-01-01T00:00:00+01:00|in the years 1 to 9999",
        "timestamptz|9999-12-31T23:59:59-01:00|in the years 1 to 9999",
        "boolean|1|write true or false",
        "char(2)|abc|A text of 3 characters",
        "binary(2)|0xCAFE00|3 bytes do not fit",
        "blob|0xCAF|pairs of hexadecimal digits",
        "uuid|1-1-1-1-1|not a UUID in its full form",
        "json|{\"a\": }|no JSON",
        "json|{'a': 1}|no JSON",
        "json|{\"a\": 01}|no JSON",
        "json|[1, 2|no JSON",
        "json|[1,]|no JSON",
        "json|{} {}|no JSON",
        "json|NaN|no JSON",
        "json|\"\\x\"|no JSON",
        "json|\"\\u0000\"|A NUL character",
        "json|\"\\ud83d\"|Half of a surrogate pair",
        "json|{\"\\udc18\\ud83d\": 1}|Half of a surrogate pair",
      })
  void is_refused(String type, String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Literal.parse(DataTypes.parse(type), text))
        .withMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "bigint|-9223372036854775808",
        "bigint|9.223372036854775807e18",
        "numeric(38,10)|-9999999999999999999999999999.9999999999",
        "double|1.7976931348623157e308",
        "double|2.2250738585072014e-308",
        "double|0",
        "real|3.4028234e38",
        "real|1.1754944e-38",
        "date|0001-01-01",
        "date|9999-12-31",
        "timestamptz|0001-01-01T00:00:00-12:00",
        "timestamptz|9999-12-31T23:59:59.999999+14:00",
        "json|{\"a\\u0001\\ud83d\\udc18\": [1, -0.5e+3, true, false, null, \"\\\\u0000\"], \"\": {}}",
        "json|' \t[ ]\t'",
        "json|null",
        "json|\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
      })
  void is_a_value(String type, String text) {
    assertThat(Literal.parse(DataTypes.parse(type), text)).isNotNull();
  }

  @Test
  void control_characters_are_escaped_in_json() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Literal.parse(DataTypes.parse("json"), "\"a\nb\""))
        .withMessageContaining("no JSON");
  }

  @Test
  void deep_json_overflows_no_stack() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Literal.parse(DataTypes.parse("json"), deep))
        .withMessageContaining("levels");
  }

  @Test
  void nul_is_refused_in_every_text() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Literal.parse(DataTypes.parse("text"), "a\0b"))
        .withMessage("A NUL character cannot be stored in a database.");
  }
}
