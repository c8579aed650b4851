package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of example projects, with the version of this build filled in. */
final class Projects {
  private static final Path TARGET = Path.of(Maven.property("it.target"));

  private static final List<String> DRIVERS = List.of("h2", "mariadb", "mysql", "postgresql");

  private Projects() {}

  /** Copies a project to a fresh folder. */
  static Path copy(Path from, String name) {
    Path to = TARGET.resolve("walkthrough").resolve(name);
    try {
      delete(to);
      for (Path source : tree(from)) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.writeString(target, filled(source), UTF_8);
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of the invoker's projects, for those that are run from here. */
  static synchronized Path settings() {
    Path settings = TARGET.resolve("walkthrough-settings.xml");
    try {
      if (!Files.exists(settings)) {
        String filled = filled(Path.of("src/it/settings.xml"));
        // Maven 4 refuses settings with a password that it cannot decrypt, also where nobody asks
        // for it.
        String withoutServers = filled.replaceAll("(?s)<servers>.*</servers>", "");
        Files.writeString(settings, withoutServers, UTF_8);
      }
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String filled(Path file) throws IOException {
    String text =
        Files.readString(file, UTF_8)
            .replace("@project.version@", Maven.property("it.version"))
            .replace(
                "@localRepositoryUrl@", Path.of(Maven.property("it.outer")).toUri().toString());
    for (String driver : DRIVERS) {
      text = text.replace("@" + driver + ".version@", Maven.property("it." + driver + ".version"));
    }
    return text;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> paths = tree(folder);
      for (int i = paths.size() - 1; i >= 0; i--) {
        Files.delete(paths.get(i));
      }
    }
  }

  /** A folder and all that is in it, folders before their content. */
  static List<Path> tree(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    }
  }
}
