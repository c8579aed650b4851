package io.schemachain.testdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One SQLite file per database. */
final class SqliteFiles implements DatabaseSource {
  private static final String SCHEME = "jdbc:sqlite:";

  private final String prefix;
  private final AtomicInteger counter = new AtomicInteger();

  /** Takes what the URLs start with, up to a part of the file name. */
  SqliteFiles(String prefix) {
    if (!prefix.startsWith(SCHEME)) {
      throw new TestDatabaseException("not a URL of SQLite: " + prefix);
    }
    this.prefix =
        String.format(
            Locale.ROOT, "%st%06x_", prefix, ThreadLocalRandom.current().nextInt(1 << 24));
  }

  static SqliteFiles inRunDirectory() {
    return new SqliteFiles(SCHEME + Directories.create(Directories.run().resolve("sqlite")) + "/");
  }

  @Override
  public TestDatabase fresh() {
    return new SqliteFile(prefix + counter.incrementAndGet() + ".db");
  }

  /** The file that a URL names. */
  static Path file(String url) {
    String file = url.substring(SCHEME.length());
    int options = file.indexOf('?');
    return Path.of(options < 0 ? file : file.substring(0, options));
  }

  private record SqliteFile(String url) implements TestDatabase {
    @Override
    public String dialect() {
      return "sqlite";
    }

    @Override
    public @Nullable String username() {
      return null;
    }

    @Override
    public @Nullable String password() {
      return null;
    }

    @Override
    public void reset() {
      close();
    }

    @Override
    public void close() {
      Path file = file(url);
      try {
        for (String suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
          Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
