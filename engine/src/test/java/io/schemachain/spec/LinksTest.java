package io.schemachain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page is in the index, a rule's in that of its folder; no link leads nowhere. */
final class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");
  private static final Path FOLDER =
      Path.of("../format-spec/src/main/resources/io/schemachain/format/docs");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @Test
  void the_index_has_every_page() throws IOException {
    Path rules = FOLDER.resolve("rules");
    for (Path page : pages()) {
      boolean isRule = page.startsWith(rules) && !page.endsWith("README.md");
      Path folder = isRule ? rules : FOLDER;
      String path = folder.relativize(page).toString().replace('\\', '/');
      if (!path.equals("README.md")) {
        assertThat(Files.readString(folder.resolve("README.md"))).contains("](" + path + ")");
      }
    }
  }

  @Test
  void links_lead_somewhere() throws IOException {
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        assertThat(target).as("%s: %s", page.getFileName(), link.group()).exists();
        if (link.group(2) != null) {
          assertThat(anchors(target)).as(link.group()).contains(link.group(2));
        }
      }
    }
  }

  private static List<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
        .toList();
  }
}
