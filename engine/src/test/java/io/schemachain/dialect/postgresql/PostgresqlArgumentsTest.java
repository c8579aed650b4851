package io.schemachain.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresqlArgumentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a integer|(integer)",
        "int|(integer)",
        "IN a INT4, b int8|(integer, bigint)",
        "a INOUT int DEFAULT 5, OUT b text, c OUT text|(integer)",
        "VARIADIC rest text[] = '{a,b}'|(text[])",
        "price numeric(10, 2) := round(1.5, 1), n int|(numeric, integer)",
        "double precision, a double precision|(double precision, double precision)",
        "a float8, b real|(double precision, real)",
        "timestamp, a timestamp(3) without time zone, timestamp with time zone, a timestamptz|"
            + "(timestamp, timestamp, timestamp with time zone, timestamp with time zone)",
        "a varchar(10), character varying[], b character varying (5)[3][]|"
            + "(character varying, character varying[], character varying[])",
        "int array, a interval day to second, interval year|"
            + "(integer[], interval day to second, interval year)",
        "\"Default\" int, a \"My Type\", crm.word|(integer, \"My Type\", crm.word)",
        "|()"
      })
  void typesHaveOneSpelling(String arguments, String signature) {
    assertThat(PostgresqlArguments.signature(arguments == null ? "" : arguments).replace('\0', ' '))
        .isEqualTo(signature);
  }

  @Test
  void dropTakesNoDefaults() {
    assertThat(
            PostgresqlArguments.withoutDefaults(
                "INOUT a int DEFAULT 5,\n  b numeric(10, 2) = (1 + 2), \"default\" text := ','"))
        .isEqualTo("INOUT a int, b numeric(10, 2), \"default\" text");
  }
}
