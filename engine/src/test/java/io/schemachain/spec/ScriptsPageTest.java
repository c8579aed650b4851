package io.schemachain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.LockWaits;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.format.RevisionReader;
import io.schemachain.model.TableName;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Plan;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.script.ScriptPrinter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scripts in scripts.md are what is printed for the revisions there. */
final class ScriptsPageTest {
  private static final Page PAGE = Page.read("scripts.md");
  private static final String TOOL = "schemachain 0.1.0";

  @Test
  void the_scripts_are_those_of_the_page() {
    assertThat(script(dialect("postgresql"))).isEqualTo(PAGE.block("PostgreSQL"));
    assertThat(script(dialect("mysql"))).isEqualTo(PAGE.block("MySQL"));
    assertThat(script(dialect("oracle"))).isEqualTo(PAGE.block("Oracle"));
  }

  @Test
  void every_client_is_named() {
    for (Dialect dialect : Dialects.ALL) {
      assertThat(PAGE.text()).contains("`" + dialect.script().usage() + "`");
    }
  }

  private static Dialect dialect(String name) {
    return Dialects.find(name).orElseThrow();
  }

  private static String script(Dialect dialect) {
    Revision first =
        revision(
            dialect,
            "versions/1975ea83b712_create_users.yaml",
            """
            format: 1
            revision: 1975ea83b712
            message: Create users
            upgrade:
              - create_table:
                  name: users
                  columns: [{name: id, type: bigint, primary_key: true}]
            """);
    Revision second =
        revision(dialect, "versions/8f4b2c1d90ae_add_phone.yaml", PAGE.block("An example") + "\n");
    Diagnostics diagnostics = new Diagnostics();
    Plan plan = new Planner(dialect, diagnostics).upgrade(List.of(first), List.of(second));
    diagnostics.throwIfErrors();
    Bookkeeping bookkeeping =
        new Bookkeeping(
            dialect,
            TableName.of("schemachain_version"),
            TableName.of("schemachain_journal"),
            TOOL);
    return ScriptPrinter.print(
        plan,
        bookkeeping,
        new ScriptPrinter.Header(
            TOOL,
            first.id(),
            second.id(),
            dialect
                .waits()
                .limits(new LockWaits.Limits(Duration.ofSeconds(10), Duration.ofHours(1))),
            List.of(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            RevisionGraph.of(List.of(first.header(), second.header()), diagnostics)));
  }

  private static Revision revision(Dialect dialect, String path, String yaml) {
    Diagnostics diagnostics = new Diagnostics();
    Binding binding =
        new Binding(
            dialect.name(),
            dialect.keys(),
            dialect.identifiers().maxLength(),
            NamingConvention.DEFAULT,
            Map.of(),
            file -> {
              throw new IOException("there is no file " + file);
            });
    Revision revision =
        RevisionReader.read(new SourceText(path, yaml), diagnostics)
            .flatMap(document -> document.bind(binding, diagnostics))
            .orElseThrow();
    diagnostics.throwIfErrors();
    return revision;
  }
}
