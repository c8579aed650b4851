package io.schemachain.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.parser.ParserException;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Plan;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.script.ScriptPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * SQL Server does not run here, so a grammar that is not ours reads what is written for it: every
 * statement of every case, and every batch of a script for it. What that grammar does not know is
 * in {@code grammar/sqlserver.yaml}, and nothing else is.
 */
final class SqlserverGrammarTest {
  private static final Path LIST = Path.of("src/test/resources/grammar/sqlserver.yaml");
  private static final Path ANY = GoldenCase.ROOT.resolve("operations/add_column/nullable.yaml");
  private static final String PAGES = "https://learn.microsoft.com/en-us/sql/";

  private static final Dialect SQLSERVER = Dialects.find("sqlserver").orElseThrow();

  private final Map<?, ?> list = list();
  private final List<Word> words = words(list);

  /** Words that the grammar does not know, and others that stand for them. */
  private record Word(Pattern pattern, String instead) {
    String in(String sql) {
      return pattern.matcher(sql).replaceAll(instead);
    }
  }

  @Test
  void every_statement_of_a_case_is_accepted_or_listed() {
    Map<String, List<String>> refused = new LinkedHashMap<>();
    statements()
        .forEach(
            (name, statements) -> {
              for (String statement : statements) {
                refusal(replaced(statement, words))
                    .ifPresent(
                        why ->
                            refused
                                .computeIfAbsent(name, n -> new ArrayList<>())
                                .add(statement + "\n  " + why));
              }
            });
    assertThat(refused.keySet())
        .as("Cases with a statement that is not accepted, against those in %s: %s", LIST, refused)
        .containsExactlyInAnyOrderElementsOf(cases());
  }

  @Test
  void every_batch_of_a_script_is_accepted() throws IOException {
    Set<String> refused = new TreeSet<>();
    for (GoldenCase golden : GoldenCase.all("operations")) {
      if (cases().contains(golden.name()) || CaseRun.of(golden, SQLSERVER).revision() == null) {
        continue;
      }
      for (String batch : batches(script(golden))) {
        refusal(replaced(batch, words))
            .ifPresent(why -> refused.add(golden.name() + ": " + why + "\n" + batch));
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void no_word_is_listed_that_the_grammar_knows() {
    Set<String> all = new LinkedHashSet<>(batches(script(GoldenCase.read(ANY))));
    statements().values().forEach(all::addAll);
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      List<Word> others = new ArrayList<>(words);
      others.remove(i);
      assertThat(all)
          .as("A statement that needs something in the place of %s", word.pattern)
          .anyMatch(
              sql ->
                  refusal(replaced(sql, others)).isPresent()
                      && refusal(replaced(sql, words)).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE users MODIFY a INT NULL",
        "ALTER TABLE users ALTER COLUMN a SET NOT NULL",
        "CREATE TABLE t (a NVARCHAR(10) NULL CONSTRAINT)",
        "INSERT INTO users (id) VALUES",
        "IF 1 = 1 SELECT FROM",
        "DECLARE @a INT = ; SELECT 1"
      })
  void the_grammar_refuses_what_is_wrong(String statement) {
    assertThat(refusal(replaced(statement, words))).isPresent();
  }

  @Test
  void every_entry_names_a_page_of_the_vendor() {
    List<Object> pages = new ArrayList<>(map(list.get("cases")).values());
    for (Object word : (List<?>) requireNonNull(list.get("words"))) {
      pages.add(((Map<?, ?>) word).get("page"));
    }
    assertThat(pages).allSatisfy(page -> assertThat((String) page).startsWith(PAGES));
  }

  // The list

  private static Map<?, ?> list() {
    try {
      return (Map<?, ?>)
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(LIST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) requireNonNull(value);
  }

  private static String text(Map<?, ?> entry, String key) {
    return (String) requireNonNull(entry.get(key));
  }

  private Set<String> cases() {
    Set<String> cases = new TreeSet<>();
    map(list.get("cases")).keySet().forEach(name -> cases.add("operations/" + name));
    return cases;
  }

  private static List<Word> words(Map<?, ?> list) {
    List<Word> words = new ArrayList<>();
    for (Object entry : (List<?>) requireNonNull(list.get("words"))) {
      Map<?, ?> word = (Map<?, ?>) entry;
      words.add(new Word(Pattern.compile(text(word, "pattern")), text(word, "instead")));
    }
    return words;
  }

  // The grammar

  private static String replaced(String sql, List<Word> words) {
    String replaced = sql;
    for (Word word : words) {
      replaced = word.in(replaced);
    }
    return replaced;
  }

  /** Why the grammar does not accept it; empty if it does. */
  private static Optional<String> refusal(String sql) {
    try {
      return SQLUtils.parseStatements(sql, DbType.sqlserver).isEmpty()
          ? Optional.of("No statement was read.")
          : Optional.empty();
    } catch (ParserException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  // What is written

  private static Map<String, List<String>> statements() {
    Map<String, List<String>> statements = new LinkedHashMap<>();
    for (GoldenCase golden : GoldenCase.all("operations")) {
      List<SqlStatement> all = new ArrayList<>();
      for (Dialect version : GoldenVersions.in(golden, SQLSERVER)) {
        CaseRun run = CaseRun.of(golden, version);
        all.addAll(run.given());
        all.addAll(run.up());
        all.addAll(run.down());
      }
      statements.put(golden.name(), all.stream().map(SqlStatement::text).toList());
    }
    return statements;
  }

  /** From an empty database to the case. */
  private static String script(GoldenCase golden) {
    Revision given = CaseRun.read(golden.name() + " given", golden.givenDocument(), SQLSERVER);
    Revision revision = CaseRun.read(golden.name(), golden.document(), SQLSERVER);
    Diagnostics diagnostics = new Diagnostics();
    Plan plan = new Planner(SQLSERVER, diagnostics).upgrade(List.of(), List.of(given, revision));
    diagnostics.throwIfErrors();
    String tool = "schemachain";
    return ScriptPrinter.print(
        plan,
        new Bookkeeping(
            SQLSERVER,
            TableName.of("schemachain_version"),
            TableName.of("schemachain_journal"),
            tool),
        new ScriptPrinter.Header(
            tool,
            "base",
            revision.id(),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            RevisionGraph.of(List.of(given.header(), revision.header()), diagnostics)));
  }

  /** As sqlcmd finds them, without its own commands and the comments between. */
  private static List<String> batches(String script) {
    List<String> batches = new ArrayList<>();
    for (String batch : Pattern.compile("(?m)^GO$\n?").splitAsStream(script).toList()) {
      String sql = batch.replaceAll("(?m)^(?:--.*|:on error exit)$\n?", "");
      if (!sql.isBlank()) {
        batches.add(sql);
      }
    }
    return batches;
  }
}
