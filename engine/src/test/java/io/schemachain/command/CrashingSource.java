package io.schemachain.command;

import io.schemachain.testdb.TestDatabase;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lends connections to a database until a run comes to a place of the test's choice: then all of
 * them are dropped as they are, and whatever the run does next fails, as if it had been killed.
 */
final class CrashingSource implements DataSource {
  private static final Set<String> SENDING = Set.of("execute", "executeUpdate", "executeBatch");

  private final TestDatabase database;
  private final Crash crash;
  private final List<Connection> open = new ArrayList<>();
  private boolean crashed;

  /** Says where. Is asked before each statement that is sent, and before each commit. */
  @FunctionalInterface
  interface Crash {
    /**
     * @param sql {@code COMMIT} for a commit
     */
    boolean before(String sql);
  }

  CrashingSource(TestDatabase database, Crash crash) {
    this.database = database;
    this.crash = crash;
  }

  boolean hasCrashed() {
    return crashed;
  }

  @Override
  public Connection getConnection() throws SQLException {
    requireAlive();
    Connection connection = database.connect();
    open.add(connection);
    return (Connection) proxy(Connection.class, connection);
  }

  private Object proxy(Class<?> type, Object real) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("isClosed") && crashed) {
            return true;
          }
          if (!method.getName().equals("close")) {
            before(method, arguments);
          }
          Object result = call(real, method, arguments);
          return result instanceof Statement && method.getName().equals("createStatement")
              ? proxy(Statement.class, result)
              : result;
        };
    return Proxy.newProxyInstance(
        CrashingSource.class.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void before(Method method, Object @Nullable [] arguments) throws SQLException {
    requireAlive();
    boolean sends = SENDING.contains(method.getName());
    if (!sends && !method.getName().equals("commit")) {
      return;
    }
    String sql = sends ? arguments == null ? "a batch" : (String) arguments[0] : "COMMIT";
    if (crash.before(sql)) {
      crashed = true;
      for (Connection connection : open) {
        connection.abort(Runnable::run);
        connection.close(); // To abort does nothing on H2.
      }
      requireAlive();
    }
  }

  private void requireAlive() throws SQLException {
    if (crashed) {
      throw new SQLException("The test has killed this run.", "08006");
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("test");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("Wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
