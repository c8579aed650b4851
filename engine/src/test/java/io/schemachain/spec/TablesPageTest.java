package io.schemachain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.model.Constraint;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.plan.Bookkeeping;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The columns in tables.md against the tables as they are created. */
final class TablesPageTest {
  private static final Page PAGE = Page.read("tables.md");

  @Test
  void the_columns_are_those_of_the_page() {
    for (Dialect dialect : Dialects.ALL) {
      Bookkeeping bookkeeping = bookkeeping(dialect);
      assertThat(columns(bookkeeping.versionTable())).isEqualTo(columns("The version table"));
      assertThat(columns(bookkeeping.journalTable())).isEqualTo(columns("The journal"));
    }
  }

  private static Bookkeeping bookkeeping(Dialect dialect) {
    return new Bookkeeping(
        dialect,
        TableName.of("schemachain_version"),
        TableName.of("schemachain_journal"),
        "schemachain test");
  }

  private static List<List<String>> columns(Table table) {
    return table.columns().stream()
        .map(
            column ->
                List.of(column.name(), column.type().toString(), column.nullable() ? "yes" : "no"))
        .toList();
  }

  private static List<List<String>> columns(String heading) {
    return PAGE.table(heading).stream()
        .skip(1)
        .map(row -> List.of(Page.code(row.get(0)), Page.code(row.get(1)), row.get(2)))
        .toList();
  }

  @Test
  void tables_and_constraints_are_named_in_the_page() {
    Bookkeeping bookkeeping = bookkeeping(Dialects.ALL.get(0));
    Stream.of(bookkeeping.versionTable(), bookkeeping.journalTable())
        .forEach(
            table -> {
              assertThat(PAGE.text()).contains("`" + table.name() + "`");
              for (Constraint constraint : table.constraints()) {
                assertThat(PAGE.text()).contains("`" + constraint.name() + "`");
              }
            });
  }
}
