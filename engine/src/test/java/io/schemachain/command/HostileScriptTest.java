package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.oracle.SqlplusReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile texts in scripts for the two databases that cannot run in the build, read as their
 * clients read them: by lines, whatever is within quotes. Each text comes out as it went in, and
 * the script has as many statements as with a harmless one.
 */
final class HostileScriptTest {
  private static final int SEEDS = 20;
  private static final int MANY = 1000;

  /** What sqlcmd acts on, see its reference: variables, and lines that are commands. */
  private static final Pattern SQLCMD =
      Pattern.compile("(?i)^\\s*(:|!!|(exit|quit|reset|ed)\\b).*");

  private static final Pattern GO = Pattern.compile("(?i)^\\s*GO(\\s+\\d+)?\\s*$");

  private static final Pattern PIECE =
      Pattern.compile("N?'((?:[^']|'')*+)'|N?CHA?R\\((\\d+)\\)|TO_N?CLOB\\(|[\\s|+)]");

  @TempDir Path folder;

  private static List<String> texts(Path pwned) {
    List<String> texts = new ArrayList<>(HostileTexts.all(pwned));
    texts.addAll(
        List.of(
            "&a",
            "&&a",
            "a & b;",
            "a-\nb",
            "a -\n",
            "\n/\n",
            "\n.\n",
            "\n#x",
            "\n@x",
            "\n;\n",
            "'\n/\n'",
            "\nGO\n",
            "\ngo 5\n",
            "$(var)",
            "$$(x)",
            "$(",
            "\n:r x",
            "\n:setvar a b\n",
            "\n!!ls\n",
            "\nexit\n",
            "\nquit",
            "*/ x /*",
            "--",
            "' || (SELECT 1 FROM DUAL) || '",
            "x".repeat(3999),
            "x".repeat(4000),
            "x".repeat(4001),
            "'".repeat(4000),
            "é".repeat(2000),
            "é".repeat(2001),
            "😀".repeat(1001),
            "-\n".repeat(300),
            "$(a)\nGO\n".repeat(100),
            "\u2028",
            "\u0085",
            "\u202e"));
    for (int seed = 0; seed < SEEDS; seed++) {
      texts.add(HostileTexts.random(new Random(seed), pwned));
    }
    texts.removeIf(String::isEmpty); // NULL to Oracle, and refused there.
    // The reader of the test joins the lines of a statement again for each.
    texts.removeIf(text -> text.length() > MANY && text.indexOf('\n') >= 0);
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"oracle", "sqlserver"})
  void staysInItsPlace(String dialect) {
    int statements = read(dialect, script(dialect, "harmless")).size();
    for (String text : texts(folder.resolve("pwned"))) {
      List<String> found = read(dialect, script(dialect, text));
      String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
      assertThat(found).as(shown).hasSize(statements);
      List<String> inserts =
          found.stream().filter(statement -> statement.startsWith("INSERT INTO notes")).toList();
      assertThat(inserts).as(shown).hasSize(1);
      assertThat(value(inserts.get(0))).as(shown).isEqualTo(text);
    }
  }

  /** The reader of the test must not be blind to what it is for. */
  @Test
  void aTrapIsSeen() {
    assertThat(batches("SELECT 'a\nGO\nb'\nGO\n")).hasSize(2);
    assertThat(SqlplusReader.read("SELECT 'a;\nb' FROM dual;")).hasSize(2);
  }

  private String script(String dialect, String text) {
    TestProject project =
        new TestProject(folder)
            .revision(
                "a",
                null,
                """
                - create_table: {name: notes, columns: [{name: id, type: integer}, {name: v, type: text}]}
                - bulk_insert: {table: notes, rows: [{id: 1, v: %s}]}
                """
                    .formatted(quoted(text)));
    return String.valueOf(
        new Upgrade(project.offline(dialect)).run(new Upgrade.Request("head", true)).output());
  }

  /** In YAML, with nothing in it that an editor would change, nor a variable. */
  private static String quoted(String text) {
    StringBuilder yaml = new StringBuilder("\"");
    text.replaceAll("\\$\\{(?=\\w+})", "\\$\\${")
        .codePoints()
        .forEach(
            c -> {
              if (c == ' ' || (Character.isLetterOrDigit(c) && c < 0x80)) {
                yaml.appendCodePoint(c);
              } else {
                yaml.append(String.format(Locale.ROOT, "\\U%08x", c));
              }
            });
    return yaml.append('"').toString();
  }

  /** What the server gets. */
  private static List<String> read(String dialect, String script) {
    return dialect.equals("oracle")
        ? SqlplusReader.read(script).stream().map(SqlplusReader::unwrapped).toList()
        : batches(script);
  }

  private static List<String> batches(String script) {
    List<String> batches = new ArrayList<>();
    StringBuilder batch = new StringBuilder();
    assertThat(script).doesNotContain("$(");
    for (String line : script.split("\n", -1)) {
      if (line.equals(":on error exit") || (batch.isEmpty() && line.startsWith("--"))) {
        continue;
      }
      assertThat(line).doesNotMatch(SQLCMD);
      if (GO.matcher(line).matches()) {
        batches.add(unwrapped(batch.toString()));
        batch.setLength(0);
      } else {
        batch.append(line).append('\n');
      }
    }
    return batches;
  }

  /** A statement that the server puts together. */
  private static String unwrapped(String batch) {
    String start = "DECLARE @statement NVARCHAR(MAX) = CAST(N'' AS NVARCHAR(MAX))";
    return batch.startsWith(start) ? joined(batch, start.length()) : batch;
  }

  private static String value(String insert) {
    String before = "1, ";
    return joined(insert, insert.indexOf(before, insert.indexOf("VALUES")) + before.length());
  }

  /** Constants that are joined, up to what is none. */
  private static String joined(String sql, int from) {
    StringBuilder text = new StringBuilder();
    Matcher piece = PIECE.matcher(sql);
    for (int at = from; piece.region(at, sql.length()).lookingAt(); at = piece.end()) {
      if (piece.group(1) != null) {
        text.append(piece.group(1).replace("''", "'"));
      } else if (piece.group(2) != null) {
        text.appendCodePoint(Integer.parseInt(piece.group(2)));
      }
    }
    return text.toString();
  }
}
