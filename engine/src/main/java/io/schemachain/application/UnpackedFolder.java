package io.schemachain.application;

import static java.util.Objects.requireNonNull;

import io.schemachain.command.Folders;
import io.schemachain.command.PackageFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a class path in a folder of their own, for as long as they are needed: whatever kind
 * of archive they are in, they are read as everywhere.
 */
final class UnpackedFolder implements AutoCloseable {
  private final Path path;

  private UnpackedFolder(Path path) {
    this.path = requireNonNull(path, "path");
  }

  /**
   * @throws ApplicationException if there are no revisions, or they cannot be read
   */
  static UnpackedFolder of(ClassLoader classes, String place) {
    UnpackedFolder unpacked = new UnpackedFolder(newFolder());
    boolean whole = false;
    try {
      unpacked.fill(classes, place);
      whole = true;
    } catch (IOException e) {
      throw new ApplicationException("The revisions on the class path cannot be read: " + e, e);
    } finally {
      if (!whole) {
        unpacked.close();
      }
    }
    return unpacked;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("schemachain");
    } catch (IOException e) {
      throw new ApplicationException("There is no place for the revisions: " + e, e);
    }
  }

  private void fill(ClassLoader classes, String place) throws IOException {
    for (String name : index(classes, place)) {
      Path file = path.resolve(name).normalize();
      if (!file.startsWith(path)) {
        throw new ApplicationException("The index of " + place + " names " + name + ".");
      }
      Files.createDirectories(requireNonNull(file.getParent(), "parent"));
      try (InputStream in = classes.getResourceAsStream(place + "/" + name)) {
        if (in == null) {
          throw new ApplicationException(
              place + "/" + name + " is in the index and not on the class path. Build again.");
        }
        Files.copy(in, file);
      }
    }
  }

  private static List<String> index(ClassLoader classes, String place) throws IOException {
    try (InputStream in = classes.getResourceAsStream(place + "/" + PackageFolder.INDEX)) {
      if (in == null) {
        throw new ApplicationException(
            "There are no revisions on the class path, under "
                + place
                + ". The goal package puts them there: bind it in the POM.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Folders.delete(path);
    } catch (IOException e) {
      throw new ApplicationException("The folder " + path + " cannot be deleted: " + e, e);
    }
  }
}
