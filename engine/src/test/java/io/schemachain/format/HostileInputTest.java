package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is in a file: diagnostics or a document, in bounded time. */
final class HostileInputTest {
  private static final String NOISE = "\t\n -:{}[]&*!|>'\"#%@`,?$~\\\u0000\uFEFF\uD83D\u00e9a0<";

  @Test
  void mutations_of_valid_documents_never_throw() throws IOException {
    Random random = new Random(42);
    for (Path document : Corpus.documents("valid")) {
      String yaml = Files.readString(document);
      for (int i = 0; i < 60; i++) {
        read(mutate(yaml, random));
      }
    }
  }

  @Test
  void every_truncation_of_a_document_is_read_or_refused() throws IOException {
    String yaml = Files.readString(Corpus.SPEC.resolve("corpus/valid/create_table_full.yaml"));
    for (int i = 0; i < yaml.length(); i++) {
      read(yaml.substring(0, i));
    }
  }

  private static String mutate(String yaml, Random random) {
    StringBuilder mutated = new StringBuilder(yaml);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(mutated.length());
      char noise = NOISE.charAt(random.nextInt(NOISE.length()));
      switch (random.nextInt(4)) {
        case 0 -> mutated.deleteCharAt(at);
        case 1 -> mutated.insert(at, noise);
        case 2 -> mutated.setCharAt(at, noise);
        default -> mutated.insert(at, yaml, 0, Math.min(yaml.length(), 40));
      }
    }
    return mutated.toString();
  }

  private static Diagnostics read(String yaml) {
    Diagnostics diagnostics = new Diagnostics();
    Documents.read(yaml, Documents.binding("h2"), diagnostics);
    SettingsReader.read(new SourceText("schema.yaml", yaml), diagnostics);
    String said = Documents.render(diagnostics);
    assertThat(said).doesNotContain("jackson").doesNotContain("snakeyaml");
    return diagnostics;
  }

  private static String first(String yaml) {
    Diagnostics diagnostics = new Diagnostics();
    long start = System.nanoTime();
    RevisionReader.read(new SourceText("x.yaml", yaml), diagnostics);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    assertThat(diagnostics.all()).hasSize(1);
    return diagnostics.all().get(0).message();
  }

  @Test
  void a_file_of_ten_megabytes_is_refused_at_once() {
    assertThat(first("x".repeat(10_000_000))).isEqualTo("The file is larger than 8 MiB.");
  }

  @Test
  void a_bomb_of_aliases_is_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String ten = ("*a" + (i - 1) + ", ").repeat(10);
      bomb.append("a").append(i).append(": &a").append(i).append(" [").append(ten).append("]\n");
    }
    assertThat(first(bomb.toString()))
        .isEqualTo("The document has more than 400000 keys and values.");
  }

  @Test
  void deep_nesting_is_refused() {
    assertThat(first("[".repeat(100_000)))
        .isEqualTo("The document is nested more than 100 levels deep.");
  }

  @Test
  void very_many_values_are_refused() {
    assertThat(first("[" + "x,\n ".repeat(1_100_000) + "]"))
        .isEqualTo("The document has more than 400000 keys and values.");
  }

  @Test
  void an_anchor_cannot_contain_itself() {
    assertThat(first("a: &a [*a]\n")).isEqualTo("There is no anchor '&a' before this alias.");
  }
}
