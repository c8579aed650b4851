package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.model.TableName;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.Execute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NarrowingTest {
  private static String sql(String map, String... keys) {
    String yaml = Documents.upgrade("- execute: {sql: " + map + "}");
    return ((Execute) Documents.revision(yaml, Documents.binding(keys)).upgrade().get(0).value())
        .sql();
  }

  @Test
  void a_dialect_takes_its_own_entry_then_its_relatives_then_default() {
    assertThat(sql("{default: a, mysql: b, mariadb: c}", "mariadb", "mysql")).isEqualTo("c");
    assertThat(sql("{default: a, mysql: b}", "mariadb", "mysql")).isEqualTo("b");
    assertThat(sql("{default: a, oracle: b}", "mariadb", "mysql")).isEqualTo("a");
    assertThat(sql("{default: a, mariadb: b}", "mysql")).isEqualTo("a");
  }

  @Test
  void dialects_mean_exactly_what_they_list() {
    String yaml =
        Documents.upgrade(
            "- drop_table: {name: a, dialects: [mysql]}\n- drop_table: {name: b, except_dialects: [mysql]}");
    assertThat(tables(yaml, "mariadb", "mysql")).containsExactly("b");
    assertThat(tables(yaml, "mysql")).containsExactly("a");
  }

  private static List<String> tables(String yaml, String... keys) {
    return Documents.revision(yaml, Documents.binding(keys)).upgrade().stream()
        .map(operation -> ((DropTable) operation.value()).table().name())
        .toList();
  }

  @Test
  void an_operation_for_others_needs_no_entry_for_this_dialect() {
    String yaml = Documents.upgrade("- execute: {sql: {oracle: a}, dialects: [oracle]}");
    assertThat(Documents.revision(yaml).upgrade()).isEmpty();
  }

  @Test
  void a_value_of_a_variable_stands_in_texts_and_names() {
    String yaml =
        Documents.upgrade(
            "- drop_table: {name: 't_${x}', schema: '$${x}'}\n- execute: $1 $ ${} ${x}");
    Binding binding = Documents.binding(Map.of("x", "7"), "h2");
    assertThat(Documents.revision(yaml, binding).upgrade().get(0).value())
        .isEqualTo(new DropTable(new TableName("${x}", "t_7"), false));
    assertThat(Documents.revision(yaml, binding).upgrade().get(1).value())
        .isEqualTo(new Execute("$1 $ ${} 7", null, null));
  }

  @Test
  void an_undeclared_variable_in_a_file_is_shown_in_the_file() {
    Binding binding =
        new Binding(
            "h2",
            List.of("h2"),
            63,
            NamingConvention.DEFAULT,
            Map.of(),
            path -> "UPDATE a\r\nSET b = ${c}");
    assertThat(Documents.errors(Documents.upgrade("- execute: {file: sql/y.sql}"), binding))
        .startsWith("sql/y.sql:2:9: error: The variable 'c' is not declared.");
  }
}
