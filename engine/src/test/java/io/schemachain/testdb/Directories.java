package io.schemachain.testdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where files of the test databases lie. */
final class Directories {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ENOUGH = 2L << 30;

  private static final Lazy<Path> BASE = new Lazy<>(Directories::chooseBase);
  private static final Lazy<Path> RUN = new Lazy<>(() -> createRun());

  private Directories() {}

  /** What later JVMs use again: unpacked servers, libraries, template data directories. */
  static Path cache() {
    String configured = System.getProperty("testdb.cache");
    Path cache =
        configured == null
            ? BASE.get().resolve("cache")
            : Path.of(configured).toAbsolutePath().normalize();
    return create(cache);
  }

  /** What belongs to this JVM and is deleted at its end. */
  static Path run() {
    return RUN.get();
  }

  static Path create(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + directory, e);
    }
  }

  private static Path chooseBase() {
    Path configured =
        Path.of(System.getProperty("testdb.dir", "target/testdb")).toAbsolutePath().normalize();
    Path existing = configured;
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (Files.isWritable(existing)) {
      return create(configured);
    }
    return create(
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "schemachain-testdb-" + System.getProperty("user.name")));
  }

  private static Path createRun() {
    return createRun(memory().orElseGet(() -> BASE.get().resolve("run")));
  }

  /** A new directory that is deleted when the JVM ends. */
  static Path createRun(Path parent) {
    String prefix = "schemachain-testdb-" + ProcessHandle.current().pid() + "-";
    try {
      Path run = Files.createTempDirectory(create(parent), prefix);
      AtExit.delete(run);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The file system in memory, where there is room: there, databases are made and dropped several
   * times faster.
   */
  static Optional<Path> memory() {
    if (System.getProperty("testdb.disk") != null || !Files.isWritable(MEMORY)) {
      return Optional.empty();
    }
    try {
      FileStore store = Files.getFileStore(MEMORY);
      boolean fits = store.type().equals("tmpfs") && store.getUsableSpace() >= ENOUGH;
      return fits ? Optional.of(MEMORY) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
