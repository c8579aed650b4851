package io.schemachain.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documents of format-spec. */
final class Corpus {
  static final Path SPEC = Path.of("../format-spec/src/main/resources/io/schemachain/format");

  private Corpus() {}

  static List<Path> documents(String kind) throws IOException {
    return list(SPEC.resolve("corpus").resolve(kind), ".yaml");
  }

  static List<Path> list(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  static boolean isSettings(Path document) {
    return name(document).startsWith("settings");
  }

  static boolean isModel(Path document) {
    return name(document).startsWith("model");
  }

  static boolean isRevision(Path document) {
    return !isSettings(document) && !isModel(document);
  }

  static String name(Path file) {
    return file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
  }
}
