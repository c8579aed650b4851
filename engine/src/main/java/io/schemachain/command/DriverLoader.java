package io.schemachain.command;

import io.schemachain.loader.IsolatedLoader;
import java.net.URL;
import java.util.List;

/** The classes of a JDBC driver, apart from all others. */
public final class DriverLoader extends IsolatedLoader {
  public DriverLoader(List<URL> jars) {
    super("jdbc-driver", jars);
  }
}
