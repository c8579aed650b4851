package io.schemachain.testdb;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One isolated database; {@link #close()} drops it. */
public interface TestDatabase extends AutoCloseable {
  /** One of {@code postgresql}, {@code mysql}, {@code mariadb}, {@code sqlite}, {@code h2}. */
  String dialect();

  /** The JDBC URL, without user and password. */
  String url();

  @Nullable String username();

  @Nullable String password();

  /** Opens a new connection; the caller closes it. */
  default Connection connect() throws SQLException {
    Properties properties = new Properties();
    String username = username();
    if (username != null) {
      properties.setProperty("user", username);
    }
    String password = password();
    if (password != null) {
      properties.setProperty("password", password);
    }
    return DriverManager.getConnection(url(), properties);
  }

  /** Empties the database and keeps its URL. Connections that are still open may be killed. */
  void reset();

  /** Drops the database, killing connections that are still open; a second call does nothing. */
  @Override
  void close();
}
