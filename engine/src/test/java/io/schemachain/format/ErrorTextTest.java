package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each broken document and exactly what is said about it. {@code -Dgolden.update=true} writes the
 * texts anew.
 */
final class ErrorTextTest {
  private static final Path FOLDER = Path.of("src/test/resources/format/errors");

  static Stream<Path> documents() throws IOException {
    return list(".yaml").stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void says_exactly_this(Path document) throws IOException {
    String yaml = Files.readString(document);
    String name = document.getFileName().toString();
    String said =
        name.startsWith("settings")
            ? settings(name, yaml)
            : name.startsWith("model") ? model(name, yaml) : revision(name, yaml);
    Path golden = Path.of(document.toString().replace(".yaml", ".txt"));
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      Files.writeString(golden, said + "\n");
    }
    assertThat(golden).exists();
    assertThat(said + "\n").isEqualTo(Files.readString(golden));
    assertThat(said).contains("error: ").doesNotContain("jackson").doesNotContain("snakeyaml");
  }

  @Test
  void every_text_has_its_document() throws IOException {
    assertThat(list(".txt"))
        .allSatisfy(text -> assertThat(Path.of(text.toString().replace(".txt", ".yaml"))).exists());
  }

  private static String revision(String name, String yaml) {
    Diagnostics diagnostics = new Diagnostics();
    Binding binding = Documents.binding(Map.of("tenant", "public"), "mariadb", "mysql");
    RevisionReader.read(new SourceText(name, yaml), diagnostics)
        .ifPresent(read -> read.bind(binding, diagnostics));
    return Documents.render(diagnostics);
  }

  private static String model(String name, String yaml) {
    Diagnostics diagnostics = new Diagnostics();
    Binding binding = Documents.binding(Map.of("tenant", "public"), "mariadb", "mysql");
    ModelReader.read(new SourceText(name, yaml), binding, diagnostics);
    return Documents.render(diagnostics);
  }

  private static String settings(String name, String yaml) {
    Diagnostics diagnostics = new Diagnostics();
    SettingsReader.read(new SourceText(name, yaml), diagnostics);
    return Documents.render(diagnostics);
  }

  private static List<Path> list(String ending) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
