package io.schemachain.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.plan.Repeatable;
import io.schemachain.plan.StatementStates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After a crash it can be told of the statement that was running whether it was done: the schema
 * before and after it is known, or it may run twice. Where it cannot, a person is asked: of those
 * cases this is the whole list.
 */
final class StatementStatesTest {
  /** The rows of a partition and of a table change places, which no catalog shows. */
  private static final Set<String> EXCHANGES_ROWS =
      Set.of("attach_partition/before", "attach_partition/plain", "detach_partition/plain");

  /** The new values are made in a column beside the old one, with updates in between. */
  private static final Set<String> CONVERTS_ON_ORACLE =
      Set.of(
          "alter_column/online_type",
          "alter_column/smaller_type_of_a_key",
          "alter_column/to_boolean",
          "alter_column/type_conversion",
          "alter_column/type_of_kept_values",
          "alter_column/type_with_default",
          "alter_column/using",
          "alter_column/using_by_dialect",
          "alter_column/wider_type_of_a_foreign_key");

  /** A constraint or an index of which the model knows nothing: it stands for a type, or a key. */
  private static final Set<String> HIDDEN_ON_ORACLE =
      Set.of(
          "alter_column/enum_type",
          "alter_column/identity_dropped_not_null",
          "create_trigger/on_a_view",
          "rename_constraint/primary_key",
          "rename_constraint/reserved_words",
          "rename_constraint/unique",
          "rename_table/with_types_by_check",
          "rename_value/plain");

  /**
   * On PostgreSQL, where it matters only with {@code transaction: false}: a type is replaced under
   * its own name; rights are kept in the session; names of indexes are changed by a block.
   */
  private static final Set<String> REPLACED_ON_POSTGRESQL =
      Set.of(
          "add_value/arrays",
          "add_value/of_a_column",
          "add_value/plain",
          "add_value/several_columns",
          "alter_column/enum_type",
          "attach_partition/plain",
          "create_function/replace_with_other_arguments",
          "create_materialized_view/replace_with_index",
          "create_table/partitions_by_hash",
          "create_type/odd_names",
          "create_view/replace_what_others_use",
          "create_view/with_comment",
          "detach_partition/plain",
          "detach_partition/with_a_check",
          "drop_value/arrays_and_several_tables",
          "drop_value/plain");

  private static final Map<String, List<Set<String>>> ASK_A_PERSON =
      Map.of(
          "mysql", List.of(EXCHANGES_ROWS),
          "mariadb", List.of(EXCHANGES_ROWS),
          "h2", List.of(),
          "oracle", List.of(CONVERTS_ON_ORACLE, HIDDEN_ON_ORACLE),
          "postgresql", List.of(REPLACED_ON_POSTGRESQL));

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb", "h2", "oracle", "postgresql"})
  void areKnown(String name) {
    Dialect dialect = Dialects.find(name).orElseThrow();
    Set<String> unknown = new TreeSet<>();
    int statements = 0;
    for (GoldenCase golden : GoldenCase.all("operations")) {
      for (Dialect version : GoldenVersions.in(golden, dialect)) {
        for (OperationStep step : CaseRun.of(golden, version).steps()) {
          statements += find(version, step, golden, unknown);
        }
      }
    }
    Set<String> expected = new TreeSet<>();
    requireNonNull(ASK_A_PERSON.get(name), name).forEach(expected::addAll);
    assertThat(unknown).isEqualTo(expected);
    assertThat(statements).isGreaterThan(500);
  }

  /** Returns how many statements were looked at. */
  private static int find(
      Dialect dialect, OperationStep step, GoldenCase golden, Set<String> unknown) {
    List<SqlStatement> statements;
    try {
      statements = dialect.render(List.of(step)).get(0);
    } catch (UnsupportedFeatureException e) {
      return 0; // Alone it is nothing: it needs the one beside it.
    }
    List<StatementStates.State> states =
        StatementStates.of(dialect, step, step.after(), statements);
    int looked = 0;
    for (int i = 0; i < statements.size(); i++) {
      SqlStatement statement = statements.get(i);
      if (statement.kind() == StatementKind.DDL) {
        looked++;
        if (!states.get(i).isKnown() && !Repeatable.isRepeatable(statement.text())) {
          unknown.add(golden.name().substring("operations/".length()));
        }
      }
    }
    return looked;
  }
}
