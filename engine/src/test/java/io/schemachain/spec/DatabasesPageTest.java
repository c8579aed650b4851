package io.schemachain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.DriverArtifact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of databases, and the settings of their sessions, in databases.md. */
final class DatabasesPageTest {
  private static final Page PAGE = Page.read("databases.md");

  @Test
  void the_table_is_what_the_dialects_say() {
    assertThat(PAGE.table("The databases").stream().skip(1).map(DatabasesPageTest::facts))
        .containsExactlyElementsOf(Dialects.ALL.stream().map(DatabasesPageTest::facts).toList());
  }

  /** Word, assumed version, oldest version, transactions, longest name, driver. */
  private static List<String> facts(List<String> row) {
    return row.subList(1, row.size()).stream().map(Page::code).toList();
  }

  private static List<String> facts(Dialect dialect) {
    DriverArtifact driver = dialect.drivers().get(0);
    return List.of(
        dialect.name(),
        dialect.assumed().toString(),
        dialect.oldestSupported().toString(),
        dialect.capabilities().transactionalDdl() ? "yes" : "no",
        dialect.identifiers().maxLength() == Integer.MAX_VALUE
            ? "no limit"
            : dialect.identifiers().limit(),
        driver.groupId() + ":" + driver.artifactId());
  }

  @Test
  void pragmas_of_the_session_are_named() {
    for (Dialect dialect : Dialects.ALL) {
      dialect.sessionSetup().stream()
          .map(statement -> statement.replace("SET SESSION ", ""))
          .filter(statement -> !statement.startsWith("sql_mode"))
          .forEach(statement -> assertThat(PAGE.text()).contains("`" + statement + "`"));
    }
  }
}
