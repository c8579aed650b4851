package io.schemachain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.format.RevisionReader;
import io.schemachain.model.Schema;
import io.schemachain.revision.Revision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each name that an operation brings is as long as the database allows, or reported. */
final class NameLengthTest {
  private static final String GIVEN =
      """
      format: 1
      revision: a
      upgrade:
        - create_table: {name: t, columns: [{name: a, type: integer, nullable: false}, {name: b, type: integer}]}
        - create_index: {name: i, table: t, columns: [b]}
        - create_unique_constraint: {name: u, table: t, columns: [b]}
        - create_table: {name: p, columns: [{name: a, type: integer}], partition_by: {range: [a]}}
      """;

  private static List<String> messages(Dialect dialect, String operation) {
    Diagnostics diagnostics = new Diagnostics();
    Binding binding =
        new Binding(
            dialect.name(),
            dialect.keys(),
            dialect.identifiers().maxLength(),
            NamingConvention.DEFAULT,
            Map.of(),
            path -> "");
    Revision revision =
        RevisionReader.read(
                new SourceText("a.yaml", GIVEN + "  - " + operation + "\n"), diagnostics)
            .flatMap(written -> written.bind(binding, diagnostics))
            .orElseThrow(() -> new AssertionError(diagnostics.all()));
    new Replay(dialect, diagnostics).run(revision.upgrade(), Schema.empty(dialect.nameScopes()));
    return diagnostics.all().stream().map(Diagnostic::message).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create_table: {name: NAME, columns: [{name: x, type: integer}]}",
        "create_table: {name: n, schema: NAME, columns: [{name: x, type: integer}]}",
        "create_table: {name: n, columns: [{name: NAME, type: integer}]}",
        "create_table: {name: n, columns: [{name: x, type: integer}], primary_key: {name: NAME, columns: [x]}}",
        "create_table: {name: n, columns: [{name: x, type: integer, references: {table: t, columns: [b], name: NAME}}]}",
        "create_table: {name: n, columns: [{name: x, type: {enum: {name: NAME, values: [v]}}}]}",
        "create_table: {name: n, columns: [{name: x, type: {array: {enum: {name: NAME, values: [v]}}}}]}",
        "create_table: {name: n, columns: [{name: x, type: integer}], indexes: [{name: NAME, columns: [x]}]}",
        "create_table: {name: n, columns: [{name: x, type: integer}], unique_constraints: [{name: NAME, columns: [x]}]}",
        "create_table: {name: n, columns: [{name: x, type: integer}], check_constraints: [{name: NAME, sql: x > 0}]}",
        "create_table: {name: n, columns: [{name: x, type: integer}], partition_by: {range: [x]}, partitions: [{name: NAME, from: 0, to: 10}]}",
        "create_partition: {table: p, name: NAME, from: 0, to: 10}",
        "rename_table: {name: t, new_name: NAME}",
        "add_column: {table: t, column: {name: NAME, type: integer}}",
        "add_column: {table: t, column: {name: x, type: {enum: {name: NAME, values: [v]}}}}",
        "alter_column: {table: t, column: b, new_name: NAME}",
        "alter_column: {table: t, column: b, type: {enum: {name: NAME, values: [v]}}}",
        "create_index: {name: NAME, table: t, columns: [b]}",
        "rename_index: {table: t, name: i, new_name: NAME}",
        "create_primary_key: {name: NAME, table: t, columns: [a]}",
        "create_unique_constraint: {name: NAME, table: t, columns: [a]}",
        "create_foreign_key: {name: NAME, table: t, columns: [a], references: {table: t, columns: [b]}}",
        "create_check_constraint: {name: NAME, table: t, sql: a > 0}",
        "create_exclude_constraint: {name: NAME, table: t, elements: [{name: a, operator: '='}]}",
        "rename_constraint: {table: t, name: u, new_name: NAME}",
        "create_sequence: {name: NAME}",
        "create_sequence: {name: s, schema: NAME}",
        "create_schema: {name: NAME}",
        "create_type: {name: NAME, values: [v]}",
        "create_view: {name: NAME, sql: SELECT 1 AS x}",
        "create_view: {name: v, columns: [NAME], sql: SELECT 1 AS x}",
        "create_view: {name: v, schema: NAME, sql: SELECT 1 AS x}",
        "create_materialized_view: {name: NAME, sql: SELECT 1 AS x}",
        "create_function: {name: NAME, sql: RETURNS INTEGER RETURN 1}",
        "create_procedure: {name: NAME, sql: LANGUAGE SQL AS ''}",
        "create_trigger: {name: NAME, table: t, event: BEFORE INSERT, sql: FOR EACH ROW EXECUTE FUNCTION f()}",
        "execute: {sql: SELECT 1, effects: [{create_table: {name: NAME, columns: [{name: x, type: integer}]}}]}",
      })
  void a_name_over_the_limit_is_reported(String operation) {
    Dialect dialect = Dialects.find("postgresql").orElseThrow();
    assertThat(messages(dialect, operation.replace("NAME", "n".repeat(63)))).isEmpty();
    assertThat(messages(dialect, operation.replace("NAME", "n".repeat(64))))
        .containsExactly("The name " + "n".repeat(64) + " is too long for PostgreSQL.");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql, é, 31",
    "mysql, é, 64",
    "mariadb, é, 64",
    "h2, é, 256",
    "oracle, é, 64",
    "sqlserver, é, 128"
  })
  void a_name_is_measured_as_the_database_does(String name, String character, int most) {
    Dialect dialect = Dialects.find(name).orElseThrow();
    String operation = "create_table: {name: NAME, columns: [{name: x, type: integer}]}";
    assertThat(messages(dialect, operation.replace("NAME", character.repeat(most)))).isEmpty();
    assertThat(messages(dialect, operation.replace("NAME", character.repeat(most + 1))))
        .hasSize(1)
        .first()
        .asString()
        .contains("is too long for");
  }
}
