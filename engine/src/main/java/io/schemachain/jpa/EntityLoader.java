package io.schemachain.jpa;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** The classes of a project, apart from all of ours: its parent knows the JDK alone. */
final class EntityLoader extends URLClassLoader {
  EntityLoader(List<URL> urls) {
    super("entities", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
