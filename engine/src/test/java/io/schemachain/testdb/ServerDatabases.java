package io.schemachain.testdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Databases on one server, made and dropped over one connection. */
final class ServerDatabases implements DatabaseSource {
  private static final Pattern URL = Pattern.compile("(jdbc:[a-z]+://[^/?]+/)([^?;]*)(.*)");

  private static final int NO_SUCH_THREAD = 1094;

  private final TestDatabase server;
  private final String prefix =
      String.format(Locale.ROOT, "t%06x_", ThreadLocalRandom.current().nextInt(1 << 24));
  private final AtomicInteger counter = new AtomicInteger();
  private @Nullable Connection connection;

  ServerDatabases(
      String dialect, String url, @Nullable String username, @Nullable String password) {
    this.server = new ExternalDatabase(dialect, url, username, password);
  }

  @Override
  public TestDatabase fresh() {
    String name = prefix + counter.incrementAndGet();
    create(name);
    return new Fresh(name, url(name));
  }

  /** The server's own database, for its administrator. */
  TestDatabase server() {
    return server;
  }

  private boolean isPostgres() {
    return server.dialect().equals("postgresql");
  }

  private void create(String name) {
    execute(
        "CREATE DATABASE "
            + name
            + (isPostgres() ? " TEMPLATE template0" : "")
            + (isPostgres(15) ? " STRATEGY file_copy" : ""));
  }

  private synchronized boolean isPostgres(int version) {
    try {
      return isPostgres() && connection().getMetaData().getDatabaseMajorVersion() >= version;
    } catch (SQLException e) {
      throw failed("its version", e);
    }
  }

  private void drop(String name) {
    if (isPostgres()) {
      execute("DROP DATABASE IF EXISTS " + name + (isPostgres(13) ? " WITH (FORCE)" : ""));
      return;
    }
    // An open transaction would hold the drop back.
    for (String id :
        query("SELECT id FROM information_schema.processlist WHERE db = '" + name + "'")) {
      kill(id);
    }
    execute("DROP DATABASE IF EXISTS " + name);
  }

  private String url(String name) {
    Matcher matcher = URL.matcher(server.url());
    if (!matcher.matches()) {
      throw new TestDatabaseException(
          "not a URL with a host and a database: "
              + server.url()
              + " (jdbc:postgresql://host:5432/postgres)");
    }
    return matcher.group(1) + name + matcher.group(3);
  }

  private synchronized void execute(String sql) {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private synchronized void kill(String id) {
    String sql = "KILL " + id;
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      // It was closed a moment ago, and the server has finished it by itself.
      if (e.getErrorCode() != NO_SUCH_THREAD) {
        throw failed(sql, e);
      }
    }
  }

  private TestDatabaseException failed(String sql, SQLException e) {
    return new TestDatabaseException(server.url() + ": " + sql + ": " + e.getMessage(), e);
  }

  private synchronized List<String> query(String sql) {
    try (Statement statement = connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private Connection connection() throws SQLException {
    Connection current = connection;
    if (current == null || !current.isValid(5)) {
      current = server.connect();
      connection = current;
    }
    return current;
  }

  private final class Fresh implements TestDatabase {
    private final String name;
    private final String url;
    private final AtomicBoolean closed = new AtomicBoolean();

    Fresh(String name, String url) {
      this.name = name;
      this.url = url;
    }

    @Override
    public String dialect() {
      return server.dialect();
    }

    @Override
    public String url() {
      return url;
    }

    @Override
    public @Nullable String username() {
      return server.username();
    }

    @Override
    public @Nullable String password() {
      return server.password();
    }

    @Override
    public void reset() {
      drop(name);
      create(name);
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        drop(name);
      }
    }

    @Override
    public String toString() {
      return url;
    }
  }
}
