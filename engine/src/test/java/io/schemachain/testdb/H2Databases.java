package io.schemachain.testdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** H2 databases, in memory or in files. */
final class H2Databases implements DatabaseSource {
  private static final String IN_MEMORY = "jdbc:h2:mem:";

  private final String prefix;
  private final String options;
  private final @Nullable String username;
  private final @Nullable String password;
  private final AtomicInteger counter = new AtomicInteger();

  H2Databases(String prefix, String options, @Nullable String username, @Nullable String password) {
    this.prefix =
        String.format(
            Locale.ROOT, "%st%06x_", prefix, ThreadLocalRandom.current().nextInt(1 << 24));
    this.options = options;
    this.username = username;
    this.password = password;
  }

  static H2Databases inMemory() {
    return new H2Databases(IN_MEMORY, ";DB_CLOSE_DELAY=-1", "sa", "");
  }

  static H2Databases inFiles() {
    return new H2Databases(
        "jdbc:h2:file:" + Directories.create(Directories.run().resolve("h2")) + "/", "", "sa", "");
  }

  @Override
  public TestDatabase fresh() {
    return new H2Database(
        prefix + counter.incrementAndGet() + options, username, password, new AtomicBoolean());
  }

  private record H2Database(
      String url, @Nullable String username, @Nullable String password, AtomicBoolean closed)
      implements TestDatabase {
    @Override
    public String dialect() {
      return "h2";
    }

    @Override
    public void reset() {
      execute("DROP ALL OBJECTS");
    }

    @Override
    public void close() {
      // Connecting again would make the database again.
      if (closed.compareAndSet(false, true)) {
        boolean inMemory = url.startsWith(IN_MEMORY);
        execute(inMemory ? "SHUTDOWN IMMEDIATELY" : "DROP ALL OBJECTS DELETE FILES");
      }
    }

    private void execute(String sql) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new TestDatabaseException(url + ": " + sql + ": " + e.getMessage(), e);
      }
    }
  }
}
