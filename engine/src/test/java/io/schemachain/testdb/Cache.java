package io.schemachain.testdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Directories that are made once, whole, by one JVM, and then only read. */
final class Cache {
  /** Fills a directory. */
  interface Filler {
    void fill(Path directory) throws IOException;
  }

  private Cache() {}

  /** The directory of that name, filled if it is new; it appears only when it is complete. */
  static Path directory(Path parent, String name, Filler filler) {
    Path directory = parent.resolve(name);
    if (Files.exists(directory)) {
      return directory;
    }
    try (FileChannel channel =
            FileChannel.open(
                parent.resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      if (lock.isValid() && !Files.exists(directory)) {
        Path unfinished = parent.resolve(name + ".unfinished");
        Directories.delete(unfinished);
        Files.createDirectory(unfinished);
        filler.fill(unfinished);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * File locks belong to the JVM: a second thread, or class loader, is refused and has to ask
   * again.
   */
  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        try {
          Thread.sleep(50);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new TestDatabaseException("interrupted", interrupted);
        }
      }
    }
  }
}
