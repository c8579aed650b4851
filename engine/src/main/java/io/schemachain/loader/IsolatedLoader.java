package io.schemachain.loader;

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
 * Classes apart from all others: the parent of this loader knows the JDK alone.
 *
 * <p>A JDBC driver registers itself with {@code DriverManager} as soon as it is loaded, which would
 * keep it, and this loader, for as long as the JVM runs. Closing takes that back.
 */
public abstract class IsolatedLoader extends URLClassLoader {
  /** DriverManager lets a driver be taken out only by a class that its own loader knows. */
  private static final String HELPER = Deregistration.class.getName();

  protected IsolatedLoader(String name, List<URL> urls) {
    super(name, urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
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
      try {
        ((Runnable) defineOurs(HELPER).getConstructor().newInstance()).run();
      } catch (ReflectiveOperationException e) {
        throw new IOException(e);
      }
    }
  }

  /**
   * Defines a class of ours once more, as one of this loader.
   *
   * @throws IOException if its code cannot be read
   */
  protected final Class<?> defineOurs(String name) throws IOException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = IsolatedLoader.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException(name + " is missing");
      }
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length);
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
