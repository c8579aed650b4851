package io.schemachain.jpa;

import io.schemachain.loader.IsolatedLoader;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a project, apart from all of ours: its parent knows the JDK alone.
 *
 * <p>What logs in here logs nowhere. The project's own settings of its logging would write its log
 * files, and without any, Logback writes every step to the standard output. SLF4J takes what its
 * own library has for nothing, instead of saying that it has found nothing.
 */
final class EntityLoader extends IsolatedLoader {
  /** What the loggers that a class path may have look for, each as a file beside this class. */
  private static final Set<String> QUIET =
      Set.of(
          "META-INF/services/org.jboss.logging.LoggerProvider",
          "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
          "logback-test.xml",
          "log4j2-test.xml");

  /** Loaded as the services file says, by JBoss Logging, which is not on our class path. */
  private static final Set<String> OURS =
      Set.of("io.schemachain.jpa.SilentLogging", "io.schemachain.jpa.SilentLogger");

  private final List<URL> urls;

  EntityLoader(List<URL> urls) {
    super("entities", urls);
    this.urls = List.copyOf(urls);
  }

  /** A second loader of the same classes, for a provider that looks at them before it has them. */
  EntityLoader again() {
    return new EntityLoader(urls);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (OURS.contains(name)) {
      try {
        return defineOurs(name);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
    return super.findClass(name);
  }

  @Override
  public @Nullable URL findResource(String name) {
    return QUIET.contains(name) ? quiet(name) : super.findResource(name);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    if (!QUIET.contains(name)) {
      return super.findResources(name);
    }
    List<URL> found = new ArrayList<>();
    found.add(quiet(name));
    return Collections.enumeration(found);
  }

  private static URL quiet(String name) {
    String file = "quiet/" + name.substring(name.lastIndexOf('/') + 1);
    URL url = EntityLoader.class.getResource(file);
    if (url == null) {
      throw new IllegalStateException(file + " is missing");
    }
    return url;
  }
}
