package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A long chain: the revisions under src/benchmark/chain, over and over, each round with tables of
 * its own. The same length gives the same files.
 */
final class GeneratedChain {
  private static final Path TEMPLATES = Path.of("src/benchmark/chain");

  private GeneratedChain() {}

  /** Writes the files of a chain into a schema folder. */
  static void write(Path schemaFolder, int revisions) {
    try {
      Path versions = Files.createDirectories(schemaFolder.resolve("versions"));
      List<String> templates = templates();
      for (int i = 0; i < revisions; i++) {
        Files.writeString(versions.resolve(id(i) + ".yaml"), revision(templates, i), UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> templates() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      List<String> templates = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        templates.add(Files.readString(file, UTF_8));
      }
      return templates;
    }
  }

  private static String revision(List<String> templates, int i) {
    int round = i / templates.size();
    return templates
        .get(i % templates.size())
        .replace("@revision@", id(i))
        .replace("@down_revision@", i == 0 ? "null" : id(i - 1))
        .replace("@n@", String.format("%04d", round))
        .replace("@before@", String.format("%04d", Math.max(0, round - 1)));
  }

  /** Twelve hexadecimal digits that look as arbitrary as those of a person's chain. */
  private static String id(int i) {
    return String.format("%012x", ((i + 1) * 0x9E3779B97F4A7C15L) >>> 16);
  }
}
