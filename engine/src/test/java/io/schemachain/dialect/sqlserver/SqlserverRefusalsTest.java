package io.schemachain.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.UnsupportedFeatureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be, is said before the first statement. */
final class SqlserverRefusalsTest {
  private static void refused(String feature, String... upgrades) {
    assertThatThrownBy(() -> SqlserverRun.render(new SqlserverDialect(), upgrades))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessageStartingWith("SQL Server does not support " + feature)
        .extracting(e -> ((UnsupportedFeatureException) e).hint())
        .asString()
        .isNotBlank();
  }

  private static String table(String column) {
    return "- create_table: {name: t, columns: [" + column + "]}";
  }

  private static String node(String name, String... references) {
    StringBuilder columns = new StringBuilder("{name: id, type: integer, primary_key: true}");
    for (String reference : references) {
      String[] parts = reference.split(":", -1);
      columns
          .append(", {name: ")
          .append(parts[0])
          .append("_id, type: integer, references: {table: ")
          .append(parts[0])
          .append(parts.length > 1 ? ", on_delete: " + parts[1] : "")
          .append("}}");
    }
    return "- create_table: {name: " + name + ", columns: [" + columns + "]}";
  }

  @Test
  void types() {
    refused("string(4001), the longest", table("{name: a, type: string(4001)}"));
    refused("char(4001), the longest", table("{name: a, type: char(4001)}"));
    refused("varbinary(8001), the longest", table("{name: a, type: varbinary(8001)}"));
    refused("more than 38 digits", table("{name: a, type: 'numeric(39,2)'}"));
    refused("the type interval", table("{name: a, type: interval}"));
    refused("arrays", table("{name: a, type: {array: integer}}"));
    refused(
        "spaces at the end of a value",
        table("{name: a, type: {enum: {name: m, values: ['a ']}}}"));
  }

  @Test
  void literals() {
    refused(
        "JSON that is neither an object nor an array",
        table("{name: a, type: json, default: '5'}"));
  }

  @Test
  void names() {
    refused("the table name #t", "- create_table: {name: '#t', columns: [{name: a, type: text}]}");
    refused("the collation `x y`", table("{name: a, type: text, collation: x y}"));
    refused(
        "an index pk_t beside the constraint",
        table("{name: a, type: integer, primary_key: true}"),
        "- create_index: {name: pk_t, table: t, columns: [a]}");
  }

  @Test
  void keys() {
    refused("a column of the type text in", table("{name: a, type: text, unique: true}"));
    refused("keys of more than 1700 bytes", table("{name: a, type: string(900), index: true}"));
    refused(
        "more than one identity column",
        table(
            "{name: a, type: integer, nullable: false, identity: true},"
                + " {name: b, type: integer, nullable: false, identity: true}"));
    refused(
        "the unique key",
        table(
            "{name: a, type: integer}, {name: b, type: integer, unique: true,"
                + " computed: {sql: a + 1, stored: true}}"));
    refused(
        "computed columns that are neither stored nor nullable",
        table(
            "{name: a, type: integer}, {name: b, type: integer, nullable: false,"
                + " computed: {sql: a + 1, stored: false}}"));
  }

  @Test
  void actions() {
    refused(
        "a second way of actions from a to c",
        node("a"),
        node("b", "a:cascade"),
        node("c", "a:cascade", "b:set_null"));
    refused(
        "a second way of actions from a to d",
        node("a"),
        node("b", "a:cascade"),
        node("c", "a:cascade"),
        node("d", "b:cascade", "c:cascade"));
    refused("a second way of actions from a to a", node("a", "a:set_null"));
    assertThat(
            SqlserverRun.render(
                new SqlserverDialect(),
                node("a", "a"),
                node("b", "a:cascade"),
                node("c", "a:restrict", "b:cascade")))
        .singleElement()
        .asString()
        .contains("ON DELETE NO ACTION");
    refused(
        "set_null of the foreign key",
        node("a"),
        node("b", "a:set_null"),
        "- alter_column: {table: b, column: a_id, nullable: false}");
    refused(
        "set_default of the foreign key",
        node("a"),
        "- create_table: {name: b, columns: [{name: a_id, type: integer, nullable: false,"
            + " references: {table: a, on_delete: set_default}}]}");
  }

  @Test
  void foreign_keys_to_what_is_nullable() {
    refused(
        "the foreign key fk_b_a_code_a of b to columns that are not those of a unique key",
        table("{name: code, type: integer, unique: true}").replace("name: t", "name: a"),
        "- create_table: {name: b, columns: [{name: a_code, type: integer, references: {table: a,"
            + " columns: [code]}}]}");
  }

  @Test
  void columns_that_others_depend_on() {
    refused(
        "another type or nullability for code while the foreign key fk_b_a_code_a of b",
        "- create_table: {name: a, columns: [{name: code, type: string(20), primary_key: true}]}",
        "- create_table: {name: b, columns: [{name: a_code, type: string(20), references: {table: a}}]}",
        "- alter_column: {table: a, column: code, type: string(30)}");
    refused(
        "a change of a, which b is computed from",
        table(
            "{name: a, type: integer}, {name: b, type: integer, computed: {sql: a + 1, stored:"
                + " true}}"),
        "- alter_column: {table: t, column: a, new_name: c}");
  }

  @ParameterizedTest
  @CsvSource({
    "numeric(5;2), integer",
    "double, string(30)",
    "boolean, text",
    "uuid, string(36)",
    "timestamptz, timestamp",
    "text, blob",
    "time, timestamp",
    "date, integer"
  })
  void types_that_convert_otherwise(String from, String to) {
    refused(
        "another type",
        table("{name: a, type: '" + from.replace(';', ',') + "'}"),
        "- alter_column: {table: t, column: a, type: '" + to + "'}");
  }

  @Test
  void given_values_for_a_counter_downwards() {
    refused(
        "given values for an identity that counts down",
        table("{name: a, type: integer, nullable: false, identity: {increment: -1}}"),
        "- bulk_insert: {table: t, rows: [{a: 1}]}");
  }

  @Test
  void unique_constraints_of_raw_sql() {
    refused(
        "the unique constraint uq of raw SQL on a nullable column",
        """
        - execute:
            sql: CREATE TABLE t (a INT NULL CONSTRAINT uq UNIQUE)
            effects:
              - create_table: {name: t, columns: [{name: a, type: integer}], unique_constraints: [{name: uq, columns: [a]}]}
        """);
  }
}
