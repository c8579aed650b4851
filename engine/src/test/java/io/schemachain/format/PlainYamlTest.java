package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever {@link PlainYaml} reads, {@link LibraryYaml} reads to an equal tree, without an error:
 * for every document here and for random ones. {@code -Dfuzz.documents=300000} tries more of these.
 */
final class PlainYamlTest {
  private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 20_000);

  private static final Path IT = Path.of("../it/src");

  private static final String NOISE = "\t\n\r  --::,,[]{}&*!|>'\"#%@`?~\\.=<é\uD83D\uDE00a0NuUlLtn";

  /** The valid documents of the corpus that have an anchor, or a text over several lines. */
  private static final List<String> NOT_PLAIN = List.of("aliases", "flow_and_block");

  @Test
  void reads_every_document_as_the_library_does_or_leaves_it() throws IOException {
    List<Path> documents = documents();
    assertThat(documents).hasSizeGreaterThan(300);
    for (Path document : documents) {
      String yaml = Files.readString(document);
      compare(yaml);
      compare(yaml.replace("\n", "\r\n"));
    }
  }

  @Test
  void reads_what_people_write_and_leaves_what_is_not_plain() throws IOException {
    for (Path document : Corpus.documents("valid")) {
      boolean expected = !NOT_PLAIN.contains(Corpus.name(document));
      assertThat(compare(Files.readString(document))).as(document.toString()).isEqualTo(expected);
    }
  }

  /** What the time of a run is measured with. */
  @Test
  void reads_every_revision_of_the_benchmark() throws IOException {
    for (Path template : Corpus.list(IT.resolve("benchmark/chain"), ".yaml")) {
      String yaml = Files.readString(template).replace("@", "");
      assertThat(compare(yaml)).as(yaml).isTrue();
    }
  }

  @Test
  void leaves_what_comes_near_a_limit() {
    assertThat(compare("k".repeat(900) + ": v")).isTrue();
    assertThat(compare("k".repeat(1_100) + ": v")).isFalse();
    assertThat(compare("[".repeat(40) + "]".repeat(40))).isTrue();
    assertThat(compare("[".repeat(101) + "]".repeat(101))).isFalse();
    assertThat(compare("- ".repeat(40) + "v")).isTrue();
    assertThat(compare("- ".repeat(102) + "v")).isFalse();
    assertThat(compare("[" + "x,".repeat(200_000) + "]")).isTrue();
    assertThat(compare("[" + "x,".repeat(600_000) + "]")).isFalse();
  }

  @Test
  void mutated_documents() throws IOException {
    Random random = new Random(7);
    List<String> originals = new ArrayList<>();
    for (Path document : documents()) {
      originals.add(Files.readString(document));
    }
    int read = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      String original = originals.get(random.nextInt(originals.size()));
      read += compare(mutated(original, random)) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(DOCUMENTS / 10);
  }

  @Test
  void documents_of_random_lines() {
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      read += compare(lines(random)) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(DOCUMENTS / 20);
  }

  @Test
  void random_trees() {
    Random random = new Random(13);
    int read = 0;
    for (int i = 0; i < DOCUMENTS / 4; i++) {
      StringBuilder yaml = new StringBuilder();
      block(yaml, random, 0, 0);
      read += compare(yaml.toString()) ? 1 : 0;
      compare(mutated(yaml.toString(), random));
    }
    assertThat(read).isGreaterThan(DOCUMENTS / 8);
  }

  /** Whether it was read plainly. */
  private static boolean compare(String yaml) {
    SourceText source = new SourceText("x.yaml", yaml);
    if (YamlText.check(source, YamlTree.MAX_LENGTH) != null) {
      return false;
    }
    YamlNode plain = PlainYaml.read(source);
    if (plain == null) {
      return false;
    }
    Diagnostics diagnostics = new Diagnostics();
    assertThat(LibraryYaml.read(source, diagnostics)).as(yaml).contains(plain);
    assertThat(diagnostics.all()).as(yaml).isEmpty();
    return true;
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path folder :
        List.of(Corpus.SPEC, Path.of("src/test/resources"), Path.of("src/main"), IT)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(documents::add);
      }
    }
    return documents;
  }

  private static String mutated(String yaml, Random random) {
    StringBuilder mutated = new StringBuilder(yaml);
    for (int i = random.nextInt(3); i >= 0 && mutated.length() > 0; i--) {
      int at = random.nextInt(mutated.length());
      char noise = NOISE.charAt(random.nextInt(NOISE.length()));
      switch (random.nextInt(4)) {
        case 0 -> mutated.deleteCharAt(at);
        case 1 -> mutated.insert(at, noise);
        case 2 -> mutated.setCharAt(at, noise);
        default -> mutated.setLength(at);
      }
    }
    return mutated.toString();
  }

  private static final String[] PIECES = {
    "- ",
    "- ",
    "a: ",
    "b: ",
    "c:",
    "-",
    "k1",
    "x y",
    "'q'",
    "'it''s'",
    "\"d\"",
    "\"\\n\\t\\\"\"",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
    ": ",
    ":",
    " # c",
    "#",
    "|",
    "|-",
    "|+",
    "|2",
    ">",
    "",
    " ",
    "null",
    "~",
    "NULL",
    "1",
    "-5",
    "--- ",
    "...",
    "? ",
    "[a, b]",
    "{a: b}",
    "{a: [x, y], b: 'z'}",
    "http://x",
    "a:b",
    "\"k\": ",
    "'k': ",
    "k : ",
    "&x ",
    "*x",
    "!t ",
    "\t",
    "é",
    "%",
    "<<: ",
    "=",
  };

  private static String lines(Random random) {
    StringBuilder yaml = new StringBuilder();
    for (int line = random.nextInt(7); line >= 0; line--) {
      yaml.append(" ".repeat(random.nextInt(4) * (random.nextInt(6) == 0 ? 1 : 2)));
      for (int i = random.nextInt(4); i > 0; i--) {
        yaml.append(PIECES[random.nextInt(PIECES.length)]);
      }
      yaml.append(random.nextInt(30) == 0 ? "\r\n" : "\n");
    }
    return yaml.toString();
  }

  private static final String[] TEXTS = {
    "a",
    "two words",
    "x:y",
    "a#b",
    "12.50",
    "2026-11-20T12:10:00Z",
    "-1",
    "'it''s'",
    "\"\\\"q\\\"\"",
    "''",
    "null",
    "~",
    "string(20)",
    "é",
    "a, b",
    "\uD83D\uDE00 z",
    "\"\"",
    "'# no'",
    "(a) = 'b'",
  };

  private static void block(StringBuilder yaml, Random random, int indent, int depth) {
    boolean list = random.nextInt(3) == 0;
    for (int i = random.nextInt(3); i >= 0; i--) {
      if (random.nextInt(8) == 0) {
        yaml.append(" ".repeat(random.nextInt(5))).append(random.nextBoolean() ? "# c\n" : "\n");
      }
      yaml.append(" ".repeat(indent))
          .append(list ? "-" : (random.nextInt(9) == 0 ? "'k" + i + "'" : "k" + i) + ":");
      value(yaml, random, indent, depth, list);
    }
  }

  private static void value(
      StringBuilder yaml, Random random, int indent, int depth, boolean list) {
    switch (depth > 4 ? random.nextInt(4) : random.nextInt(8)) {
      case 0 -> yaml.append(random.nextBoolean() ? "\n" : " # c\n");
      case 1 ->
          yaml.append(' ').append(text(random)).append(random.nextInt(5) == 0 ? "  # c\n" : "\n");
      case 2 -> {
        yaml.append(' ');
        flow(yaml, random, depth);
        yaml.append('\n');
      }
      case 3 -> literal(yaml, random, indent);
      case 4 -> {
        if (list) {
          StringBuilder nested = new StringBuilder();
          block(nested, random, indent + 2, depth + 1);
          yaml.append(' ').append(nested.toString().stripLeading());
        } else {
          yaml.append("\n").append(" ".repeat(indent)).append("- x\n");
        }
      }
      default -> {
        yaml.append('\n');
        block(yaml, random, indent + 1 + random.nextInt(3), depth + 1);
      }
    }
  }

  private static void literal(StringBuilder yaml, Random random, int indent) {
    yaml.append(random.nextBoolean() ? " |\n" : " |-\n");
    String margin = " ".repeat(indent + 1 + random.nextInt(3));
    for (int i = random.nextInt(4); i >= 0; i--) {
      yaml.append(margin).append(" ".repeat(random.nextInt(3)));
      yaml.append(random.nextInt(4) == 0 ? "" : text(random)).append('\n');
      yaml.append(random.nextInt(5) == 0 ? "\n" : "");
    }
  }

  private static void flow(StringBuilder yaml, Random random, int depth) {
    boolean list = random.nextBoolean();
    yaml.append(list ? "[" : "{");
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      yaml.append(list ? "" : "f" + i + ": ");
      if (depth < 4 && random.nextInt(4) == 0) {
        flow(yaml, random, depth + 1);
      } else {
        yaml.append(text(random));
      }
      yaml.append(i + 1 == size ? "" : random.nextInt(6) == 0 ? ",\n  " : ", ");
    }
    yaml.append(list ? "]" : "}");
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }
}
