package io.schemachain.jpa;

import io.schemachain.dialect.Dialect;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes SQL of entities, as it is on the class path of a project. */
abstract class Provider {
  /** For people. */
  abstract String title();

  /** The implementation of the standard's {@code PersistenceProvider}. */
  abstract String className();

  /** What a project declares to have it. */
  abstract String artifact();

  /** As it calls itself. */
  abstract String version(EntityLoader loader) throws ReflectiveOperationException;

  /**
   * What makes it write for a database that it does not see, end each statement with a semicolon,
   * and do nothing else. A null takes back what a persistence unit says.
   *
   * @param settings what the user says
   * @throws JpaException if it knows no such database
   */
  abstract Map<String, @Nullable Object> properties(
      EntityLoader loader, Map<String, String> settings, Dialect dialect)
      throws ReflectiveOperationException;

  /** Whether the schema is whole only where a factory of entity managers is made, not by itself. */
  boolean needsFactory(EntityLoader loader) {
    return false;
  }

  /** The names by which it knows mapped classes, and packages with annotations. */
  abstract List<String> managed(List<String> classes);

  /**
   * Its script for a database, where it is known to write what that database does not take, as it
   * is meant.
   */
  String corrected(String sql, Dialect dialect) {
    return sql;
  }

  /** Silences what no property silences. */
  void quiet(EntityLoader loader) throws ReflectiveOperationException {}

  /**
   * The one on the class path.
   *
   * @param api {@code jakarta.persistence} or {@code javax.persistence}
   * @throws JpaException if there is none, more than one, or one of another API
   */
  static Provider find(EntityLoader loader, String api, Map<String, String> settings) {
    List<Provider> known = List.of(new Hibernate(), new EclipseLink());
    String wanted = settings.get(api + ".provider");
    List<Provider> found =
        known.stream()
            .filter(one -> jar(loader, one) != null)
            .filter(one -> wanted == null || one.className().equals(wanted))
            .toList();
    if (found.isEmpty()) {
      throw new JpaException(
          wanted == null
              ? "There is no JPA provider on the class path of the project."
              : "The JPA provider "
                  + wanted
                  + " is not one of Hibernate's or EclipseLink's on the class path of the project.",
          "Add "
              + known.get(0).artifact()
              + " or "
              + known.get(1).artifact()
              + " to its dependencies.",
          null);
    }
    if (found.size() > 1) {
      throw new JpaException(
          "There are two JPA providers on the class path of the project: "
              + String.join(
                  " and ",
                  found.stream().map(one -> one.title() + " in " + jar(loader, one)).toList())
              + ".",
          "Say which one it uses, under `properties` of `jpa`: `"
              + api
              + ".provider: "
              + found.get(0).className()
              + "`.",
          null);
    }
    Provider provider = found.get(0);
    provider.checkApi(loader, api);
    return provider;
  }

  private void checkApi(EntityLoader loader, String api) {
    try {
      Class<?> standard = loader.loadClass(api + ".spi.PersistenceProvider");
      if (standard.isAssignableFrom(loader.loadClass(className()))) {
        return;
      }
    } catch (ClassNotFoundException | LinkageError e) {
      // Another API: the one of the entities is not there, or the one of the provider.
    }
    throw PersistenceApi.twoVersions(api, title() + " in " + jar(loader, this));
  }

  /** The name of the jar or folder that a provider is in; null if it is not there. */
  private static @Nullable String jar(EntityLoader loader, Provider provider) {
    String file = provider.className().replace('.', '/') + ".class";
    URL url = loader.getResource(file);
    if (url == null) {
      return null;
    }
    String place = url.getPath();
    place = place.substring(0, place.length() - file.length()).replaceAll("!?/$", "");
    return place.substring(place.lastIndexOf('/') + 1);
  }
}
