package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.SqlStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * No Oracle server runs here: a grammar that others wrote, that of Apache ShardingSphere, must
 * accept each statement of the golden cases instead. The cases that it cannot judge are listed with
 * the page of the vendor that they follow.
 */
final class OracleGrammarTest {
  private static final Path UNJUDGED = Path.of("src/test/resources/grammar/oracle.yaml");

  private static final Dialect ORACLE = Dialects.find("oracle").orElseThrow();

  @Test
  void theGrammarAcceptsEveryCaseThatIsNotListed() throws IOException {
    Map<String, String> refused = new TreeMap<>();
    for (GoldenCase golden : GoldenCase.all("operations")) {
      List<SqlStatement> statements = new ArrayList<>();
      for (Dialect version : GoldenVersions.in(golden, ORACLE)) {
        CaseRun run = CaseRun.of(golden, version);
        statements.addAll(run.given());
        statements.addAll(run.up());
        statements.addAll(run.down());
      }
      for (SqlStatement statement : statements) {
        String mistake = OracleGrammar.mistake(statement.text());
        if (mistake != null) {
          refused.put(golden.name(), mistake + "\n" + statement.text());
        }
      }
    }
    List<?> listed = (List<?>) load(Files.readString(UNJUDGED));
    List<String> names = new ArrayList<>();
    for (Object entry : listed) {
      Map<?, ?> keys = (Map<?, ?>) entry;
      assertThat(keys.keySet().toString()).isEqualTo("[case, because, page]");
      assertThat((String) keys.get("page")).startsWith("https://docs.oracle.com/");
      names.add("operations/" + keys.get("case"));
    }
    assertThat(refused.keySet())
        .as("Cases that the grammar refuses, and those that are listed: %s", refused)
        .containsExactlyElementsOf(names.stream().sorted().toList());
  }

  private static Object load(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE users ADD COLUMN a NUMBER(1)",
        "ALTER TABLE users ALTER COLUMN a SET NOT NULL",
        "CREATE TABLE t (a VARCHAR2(10 CHAR) NOT NULL DEFAULT)",
        "INSERT INTO users (id) VALUES",
        "BEGIN NULL; END"
      })
  void theGrammarRefusesWhatIsWrong(String statement) {
    assertThat(OracleGrammar.mistake(statement)).isNotNull();
  }
}
