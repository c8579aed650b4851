package io.schemachain.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of classes, or a jar, which is looked at as a folder. */
final class ClassFolder implements AutoCloseable {
  private static final String CLASS = ".class";

  private final Path place;
  private final boolean isOwn;
  private final Path root;
  private final @Nullable FileSystem jar;

  /**
   * @param isOwn whether the project compiles what is in it
   * @throws JpaException if it is a file that cannot be read as a jar
   */
  ClassFolder(Path place, boolean isOwn) {
    this.place = place;
    this.isOwn = isOwn;
    this.jar = Files.isRegularFile(place) ? open(place) : null;
    this.root = jar == null ? place : jar.getPath("/");
  }

  private static FileSystem open(Path jar) {
    try {
      return FileSystems.newFileSystem(jar);
    } catch (IOException | RuntimeException e) {
      throw new JpaException(
          jar + " is on the class path, and cannot be read: " + e.getMessage(),
          "If it was not fetched whole, delete its folder in the local repository and build again.",
          e);
    }
  }

  boolean isOwn() {
    return isOwn;
  }

  boolean isJar() {
    return jar != null;
  }

  /** For people: from where they stand, and of a jar its name. */
  String shown() {
    return isJar() ? String.valueOf(place.getFileName()) : shown(place);
  }

  static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }

  /** A file in it, or null. */
  @Nullable Path file(String path) {
    Path file = root.resolve(path);
    return Files.isRegularFile(file) ? file : null;
  }

  /** The class of that name, or null. */
  @Nullable Path classFile(String name) {
    return file(name.replace('.', '/') + CLASS);
  }

  /**
   * The class files of a package and those below it, in order. What a jar has for other versions of
   * Java is left out, for it has the names of others; and the declaration of a module, which has no
   * meaning on a class path.
   *
   * @param packageName empty for all
   */
  List<Path> classFiles(String packageName) {
    Path folder = root.resolve(packageName.replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Path others = root.resolve("META-INF");
    try (Stream<Path> below = Files.walk(folder)) {
      return below
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(CLASS))
          .filter(file -> !file.startsWith(others) && !file.endsWith("module-info.class"))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new JpaException(
          shown() + " cannot be read: " + e,
          "It is on the class path. Let the user who runs Maven read it, or build it again.",
          e);
    }
  }

  @Override
  public void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }
}
