package io.schemachain.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * The classes of a JDBC driver, apart from all others: its parent knows the JDK alone.
 *
 * <p>A driver registers itself with {@code DriverManager} as soon as it is loaded, which would keep
 * it, and this loader, for as long as the JVM runs. Closing takes that back.
 */
public final class DriverLoader extends URLClassLoader {
  /** DriverManager lets a driver be taken out only by a class that its own loader knows. */
  private static final String HELPER = Deregistration.class.getName();

  public DriverLoader(List<URL> jars) {
    super("jdbc-driver", jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @Override
  public void close() throws IOException {
    try {
      deregister();
    } finally {
      super.close();
    }
  }

  private void deregister() throws IOException {
    synchronized (getClassLoadingLock(HELPER)) {
      if (findLoadedClass(HELPER) != null) {
        return;
      }
      try (InputStream in =
          DriverLoader.class.getResourceAsStream("DriverLoader$Deregistration.class")) {
        if (in == null) {
          throw new IOException(HELPER + " is missing");
        }
        byte[] code = in.readAllBytes();
        Class<?> helper = defineClass(HELPER, code, 0, code.length);
        ((Runnable) helper.getConstructor().newInstance()).run();
      } catch (ReflectiveOperationException e) {
        throw new IOException(e);
      }
    }
  }

  /** Defined once more, by the loader of the drivers. */
  public static final class Deregistration implements Runnable {
    public Deregistration() {}

    @Override
    public void run() {
      ClassLoader mine = getClass().getClassLoader();
      for (Driver driver : Collections.list(DriverManager.getDrivers())) {
        if (driver.getClass().getClassLoader() == mine) {
          try {
            DriverManager.deregisterDriver(driver);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
  }
}
