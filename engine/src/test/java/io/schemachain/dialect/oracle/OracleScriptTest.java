package io.schemachain.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.format.RevisionReader;
import io.schemachain.golden.OracleGrammar;
import io.schemachain.model.TableName;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Plan;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.script.ScriptPrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole scripts, as SQL*Plus reads them, statement by statement. */
final class OracleScriptTest {
  private static final int MANY = 1500;

  private static final String FIRST =
      """
      format: 1
      revision: first
      message: Create users -
      upgrade:
        - create_table:
            name: users
            columns:
              - {name: id, type: bigint, identity: true, primary_key: true}
              - {name: active, type: boolean, default: true, nullable: false}
              - {name: born, type: date}
              - {name: note, type: text}
            comment: "lines;\\n/\\n"
      """;
  private static final String SECOND =
      """
      format: 1
      revision: second
      down_revision: first
      upgrade:
        - add_column: {table: users, column: {name: phone, type: string(20)}}
        - bulk_insert: {table: users, rows: [{phone: "one;\\n/\\n#two-\\n"}]}
        - alter_column: {table: users, column: phone, type: string(10)}
        - execute:
            effects: []
            sql: |
              BEGIN
                UPDATE users SET phone = '-
              /
              ';
              END;
              UPDATE users SET phone = 'a;
              b' WHERE id = 1;
        - create_index: {table: users, columns: [phone]}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"12.2", "19"})
  void everyStatementIsReadAndTakenByTheGrammar(String version) {
    Dialect dialect = new OracleDialect().forVersion(DatabaseVersion.parse(version));
    List<Revision> revisions = List.of(revision(dialect, FIRST), revision(dialect, SECOND));
    List<String> statements = SqlplusReader.read(script(dialect, List.of(), revisions));
    assertThat(statements).hasSizeGreaterThan(30);
    for (String statement : statements) {
      assertThat(OracleGrammar.mistake(statement)).as(statement).isNull();
    }
    assertThat(statements.stream().map(SqlplusReader::unwrapped))
        .contains("COMMENT ON TABLE users IS 'lines;\n/\n'")
        .contains("UPDATE users SET phone = 'a;\nb' WHERE id = 1")
        .contains("BEGIN\n  UPDATE users SET phone = '-\n/\n';\nEND;");
  }

  @Test
  void aLongChainHasShortLinesAndLists() {
    Dialect dialect = new OracleDialect();
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String parent = i == 0 ? "" : "down_revision: r" + (i - 1) + "\n";
      revisions.add(
          revision(dialect, "format: 1\nrevision: r" + i + "\n" + parent + "upgrade: []\n"));
    }
    List<String> statements = SqlplusReader.read(script(dialect, List.of(), revisions));
    assertThat(statements).hasSizeGreaterThan(MANY);
    assertThat(statements.stream().filter(s -> s.contains("'r1499'") && s.contains("'r0'")))
        .hasSize(1)
        .allSatisfy(s -> assertThat(s).contains("OR revision IN ('r1000', 'r1001'"));
  }

  private static String script(Dialect dialect, List<Revision> applied, List<Revision> revisions) {
    Diagnostics diagnostics = new Diagnostics();
    Plan plan = new Planner(dialect, diagnostics).upgrade(applied, revisions);
    diagnostics.throwIfErrors();
    Bookkeeping bookkeeping =
        new Bookkeeping(
            dialect,
            TableName.of("schemachain_version"),
            TableName.of("schemachain_journal"),
            "schemachain test");
    return ScriptPrinter.print(
        plan,
        bookkeeping,
        new ScriptPrinter.Header(
            "schemachain test",
            "base",
            revisions.get(revisions.size() - 1).id(),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            RevisionGraph.of(revisions.stream().map(Revision::header).toList(), diagnostics)));
  }

  private static Revision revision(Dialect dialect, String yaml) {
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
        RevisionReader.read(new SourceText("a.yaml", yaml), diagnostics)
            .flatMap(document -> document.bind(binding, diagnostics))
            .orElseThrow();
    diagnostics.throwIfErrors();
    return revision;
  }
}
