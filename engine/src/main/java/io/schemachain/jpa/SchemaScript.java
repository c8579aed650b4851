package io.schemachain.jpa;

import io.schemachain.dialect.Dialect;
import java.io.StringWriter;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the provider on the class path write the SQL that creates the schema of entities, without a
 * connection: the standard's own schema generation, to a script.
 */
final class SchemaScript {
  private final EntityLoader loader;
  private final String api;
  private final Provider provider;

  private SchemaScript(EntityLoader loader, String api, Provider provider) {
    this.loader = loader;
    this.api = api;
    this.provider = provider;
  }

  /**
   * What the provider wrote.
   *
   * @param provider for people: {@code Hibernate ORM 6.6.4}
   */
  record Written(String sql, String provider) {}

  /**
   * @param classes the mapped classes; of a unit, which lists its own, for messages alone
   * @param unit a persistence unit, or null for the classes alone
   * @param settings properties for the provider
   * @throws JpaException if the provider refuses, with its reason in words
   */
  static Written write(
      EntityLoader loader,
      String api,
      List<String> classes,
      @Nullable String unit,
      Map<String, String> settings,
      Dialect dialect) {
    Provider provider = Provider.find(loader, api, settings);
    SchemaScript script = new SchemaScript(loader, api, provider);
    return LoaderThread.call(
        loader,
        () -> {
          try {
            return script.written(classes, unit, settings, dialect);
          } catch (JpaException e) {
            throw e;
          } catch (Exception | LinkageError e) {
            throw ProviderFailure.of(provider.title(), loader, classes, e);
          }
        });
  }

  private Written written(
      List<String> classes, @Nullable String unit, Map<String, String> settings, Dialect dialect)
      throws Exception {
    provider.quiet(loader);
    Object entry = loader.loadClass(provider.className()).getConstructor().newInstance();
    Class<?> standard = loader.loadClass(api + ".spi.PersistenceProvider");
    StringWriter script = new StringWriter();
    Map<String, @Nullable Object> properties = new HashMap<>(settings);
    properties.remove(ProviderSettings.MAPPINGS);
    properties.putAll(withoutConnection());
    properties.putAll(toScript(script, dialect));
    properties.putAll(provider.properties(loader, settings, dialect));
    boolean whole = provider.needsFactory(loader);
    if (unit == null) {
      Class<?> infoType = loader.loadClass(api + ".spi.PersistenceUnitInfo");
      try (UnitInfo info =
          new UnitInfo(loader, infoType, provider.managed(classes), mappings(settings), root())) {
        String method = whole ? "createContainerEntityManagerFactory" : "generateSchema";
        close(
            standard
                .getMethod(method, infoType, Map.class)
                .invoke(entry, info.proxy(), properties));
      }
    } else {
      String method = whole ? "createEntityManagerFactory" : "generateSchema";
      Object made =
          standard.getMethod(method, String.class, Map.class).invoke(entry, unit, properties);
      if (made == null || made.equals(false)) {
        throw new JpaException(
            provider.title() + " does not take the persistence unit '" + unit + "'.",
            "Its <provider> in META-INF/persistence.xml is another one, which is not on the class"
                + " path: take that line out, or write "
                + provider.className()
                + ".",
            null);
      }
      close(made);
    }
    return new Written(
        provider.corrected(script.toString(), dialect),
        provider.title() + " " + provider.version(loader));
  }

  private static void close(@Nullable Object made) throws Exception {
    if (made instanceof AutoCloseable factory) {
      factory.close();
    }
  }

  private static List<String> mappings(Map<String, String> settings) {
    String files = settings.get(ProviderSettings.MAPPINGS);
    return files == null ? List.of() : List.of(files.split(","));
  }

  private URL root() {
    return loader.getURLs()[0];
  }

  /** What a unit, or an application, says of its database is not for us. */
  private static Map<String, @Nullable Object> withoutConnection() {
    Map<String, @Nullable Object> all = new HashMap<>();
    for (String prefix : List.of("jakarta.persistence.", "javax.persistence.")) {
      for (String taken :
          List.of(
              "sql-load-script-source",
              "schema-generation.create-script-source",
              "schema-generation.drop-script-source")) {
        all.put(prefix + taken, null);
      }
    }
    return all;
  }

  private Map<String, @Nullable Object> toScript(StringWriter script, Dialect dialect) {
    String generation = api + ".schema-generation.";
    Map<String, @Nullable Object> all = new HashMap<>();
    all.put(generation + "database.action", "none");
    all.put(generation + "scripts.action", "create");
    all.put(generation + "scripts.create-target", script);
    all.put(generation + "create-source", "metadata");
    all.put(api + ".database-product-name", dialect.productName());
    all.put(api + ".database-major-version", Integer.toString(dialect.productVersion().major()));
    all.put(api + ".database-minor-version", Integer.toString(dialect.productVersion().minor()));
    return all;
  }
}
