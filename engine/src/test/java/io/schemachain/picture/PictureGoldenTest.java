package io.schemachain.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each graph and exactly what is drawn of it. {@code -Dgolden.update=true} writes the pictures
 * anew: look at them in a browser before they are committed.
 */
final class PictureGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/picture");

  /** A page is an SVG and a table: a few show both. */
  private static final Set<String> PAGES = Set.of("empty", "linear", "offline", "dependency");

  static Stream<String> pictures() {
    return all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void is_drawn_like_this(String file) throws IOException {
    String drawn = all().get(file);
    Path golden = FOLDER.resolve(file);
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, drawn);
    }
    assertThat(golden).exists();
    assertThat(drawn).isEqualTo(Files.readString(golden));
  }

  @Test
  void every_file_has_its_graph() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(all().keySet());
    }
  }

  private static Map<String, String> all() {
    Map<String, String> pictures = new TreeMap<>();
    Graphs.golden()
        .forEach(
            (name, graph) -> {
              pictures.put(name + ".mmd", MermaidPicture.of(graph));
              pictures.put(name + ".svg", SvgPicture.of(graph));
              if (PAGES.contains(name)) {
                pictures.put(name + ".html", HtmlPicture.of(graph));
              }
            });
    return pictures;
  }
}
