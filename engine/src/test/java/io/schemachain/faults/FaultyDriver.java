package io.schemachain.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The real driver of a URL, with somebody who is asked before and after whatever goes to the server
 * in the first session of a run.
 */
public final class FaultyDriver implements Driver {
  private static final Map<String, Trap> TRAPS = new ConcurrentHashMap<>();

  /** Is told of what is sent; it may never return. */
  public interface Trap {
    void before(String what) throws SQLException;

    void after(String what) throws SQLException;
  }

  /** The next session of this URL goes through the trap: the one that does a run's work. */
  static void set(String url, Trap trap) {
    TRAPS.put(url, trap);
  }

  /** A loader that knows this driver alone. */
  static ClassLoader loader() {
    return new ClassLoader("faulty", FaultyDriver.class.getClassLoader()) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals("META-INF/services/java.sql.Driver")
            ? Collections.enumeration(Collections.singleton(service()))
            : super.getResources(name);
      }
    };
  }

  private static URL service() throws IOException {
    return new URL(
        null,
        "memory:driver",
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
              @Override
              public void connect() {}

              @Override
              public InputStream getInputStream() {
                return new ByteArrayInputStream(
                    FaultyDriver.class.getName().getBytes(StandardCharsets.UTF_8));
              }
            };
          }
        });
  }

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    Connection connection = DriverManager.getConnection(url, properties);
    Trap trap = TRAPS.remove(url);
    return trap == null ? connection : (Connection) wrap(connection, Connection.class, trap);
  }

  /** What a driver was asked for again, with what it gave for the trap in between. */
  private static Object wrap(Object target, Class<?> type, Trap trap) {
    return Proxy.newProxyInstance(
        FaultyDriver.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call(target, method, arguments, trap));
  }

  private static @Nullable Object call(
      Object target, Method method, Object @Nullable [] arguments, Trap trap) throws Throwable {
    String what = sent(method, arguments);
    if (what != null) {
      trap.before(what);
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (what != null) {
      trap.after(what);
    }
    if (result instanceof CallableStatement || result instanceof PreparedStatement) {
      return result;
    }
    return result instanceof Statement ? wrap(result, Statement.class, trap) : result;
  }

  /** What a call sends to the server; null where it sends nothing that matters. */
  private static @Nullable String sent(Method method, Object @Nullable [] arguments) {
    String name = method.getName();
    if (name.equals("executeBatch") || name.equals("commit")) {
      return name;
    }
    boolean isStatement = name.equals("execute") || name.equals("executeUpdate");
    return isStatement && arguments != null ? String.valueOf(arguments[0]) : null;
  }

  @Override
  public boolean acceptsURL(String url) {
    return true;
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
