package io.schemachain.testdb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fresh databases for tests.
 *
 * <p>A server starts with the first {@link #fresh} of its dialect, is shared by the JVM and ends
 * with it, however the JVM ends.
 *
 * <p>The environment variables {@code SCHEMA_TEST_<DIALECT>_URL}, {@code _USERNAME} and {@code
 * _PASSWORD} name another server instead (for SQLite and H2: what the URLs start with).
 *
 * <p>System properties:
 *
 * <ul>
 *   <li>{@code testdb.dir}, where files go (default {@code target/testdb})
 *   <li>{@code testdb.cache}, where unpacked servers go (default {@code cache} in testdb.dir)
 *   <li>{@code testdb.disk}, if set: data goes to testdb.dir even where /dev/shm has room
 *   <li>{@code testdb.mysql.zip}, MySQL's archive (default: in the local Maven repository)
 * </ul>
 */
public final class TestDatabases {
  /**
   * Dialects whose server cannot run on any machine for free: what they render is read by a grammar
   * instead, and no test executes it.
   */
  public static final List<String> NOT_HERE = List.of("oracle", "sqlserver");

  /** Every dialect that can be started, in the order of the documentation. */
  public static final List<String> DIALECTS =
      List.of("postgresql", "mysql", "mariadb", "sqlite", "h2");

  private static final Map<String, Lazy<DatabaseSource>> SOURCES =
      Map.of(
          "postgresql", source("postgresql", PostgresServer::start),
          "mysql", source("mysql", MySqlServer.INSTANCE::start),
          "mariadb", source("mariadb", MariaDbServer.INSTANCE::start),
          "sqlite", source("sqlite", SqliteFiles::inRunDirectory),
          "h2", source("h2", H2Databases::inMemory));

  private static final Lazy<DatabaseSource> H2_FILES = new Lazy<>(H2Databases::inFiles);

  private TestDatabases() {}

  /** A new, empty database that no other test sees. */
  public static TestDatabase fresh(String dialect) {
    return source(dialect).fresh();
  }

  /** A new, empty H2 database in a file, for tests that leave the JVM. */
  public static TestDatabase freshH2File() {
    return H2_FILES.get().fresh();
  }

  /**
   * A server that no other test uses, and that loses nothing when it is killed. It ends when it is
   * closed, or with the JVM.
   */
  public static TestServer ownServer(String dialect) {
    return switch (dialect) {
      case "postgresql" -> PostgresServer.startDurable();
      case "mysql" -> MySqlServer.INSTANCE.startDurable();
      case "mariadb" -> MariaDbServer.INSTANCE.startDurable();
      default -> throw new IllegalArgumentException("no server of its own for " + dialect);
    };
  }

  /** An existing database, for {@link Client}; closing it does not drop it. */
  public static TestDatabase at(
      String dialect, String url, @Nullable String username, @Nullable String password) {
    return new ExternalDatabase(dialect, url, username, password);
  }

  static DatabaseSource source(String dialect) {
    Lazy<DatabaseSource> source = SOURCES.get(dialect);
    if (source == null) {
      throw new IllegalArgumentException("no dialect '" + dialect + "', there are " + DIALECTS);
    }
    return source.get();
  }

  private static Lazy<DatabaseSource> source(String dialect, Supplier<DatabaseSource> local) {
    return new Lazy<>(
        () -> {
          String prefix = "SCHEMA_TEST_" + dialect.toUpperCase(Locale.ROOT);
          String url = System.getenv(prefix + "_URL");
          if (url == null || url.isEmpty()) {
            return local.get();
          }
          String username = System.getenv(prefix + "_USERNAME");
          String password = System.getenv(prefix + "_PASSWORD");
          return switch (dialect) {
            case "sqlite" -> new SqliteFiles(url);
            case "h2" -> new H2Databases(url, "", username, password);
            default -> new ServerDatabases(dialect, url, username, password);
          };
        });
  }
}
