package io.schemachain.jpa;

import io.schemachain.dialect.Dialect;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hibernate ORM, 5.6 and later. */
final class Hibernate extends Provider {
  private static final String DIALECT = "hibernate.dialect";
  private static final String COMMUNITY =
      "org.hibernate.community.dialect.CommunityDialectResolver";

  @Override
  String title() {
    return "Hibernate ORM";
  }

  @Override
  String className() {
    return "org.hibernate.jpa.HibernatePersistenceProvider";
  }

  @Override
  String artifact() {
    return "org.hibernate.orm:hibernate-core";
  }

  @Override
  String version(EntityLoader loader) throws ReflectiveOperationException {
    Object version =
        loader.loadClass("org.hibernate.Version").getMethod("getVersionString").invoke(null);
    return String.valueOf(version);
  }

  @Override
  Map<String, @Nullable Object> properties(
      EntityLoader loader, Map<String, String> settings, Dialect dialect)
      throws ReflectiveOperationException {
    Map<String, @Nullable Object> all = new HashMap<>();
    all.put(DIALECT, dialectClass(loader, settings.get(DIALECT), dialect));
    all.put("hibernate.hbm2ddl.auto", "none");
    all.put("hibernate.hbm2ddl.delimiter", ";");
    // Rows of import.sql are no part of the schema.
    all.put("hibernate.hbm2ddl.import_files", "");
    all.put("hibernate.hbm2ddl.skip_default_import_file", "true");
    // Connections come from nowhere, whatever a unit says.
    all.put(
        "hibernate.connection.provider_class",
        "org.hibernate.engine.jdbc.connections.internal.UserSuppliedConnectionProviderImpl");
    all.put("hibernate.boot.allow_jdbc_metadata_access", "false");
    all.put("hibernate.temp.use_jdbc_metadata_defaults", "false");
    for (String taken :
        List.of(
            "hibernate.multi_tenant_connection_provider",
            "hibernate.transaction.jta.platform",
            "hibernate.session_factory_name",
            "hibernate.cache.region.factory_class")) {
      all.put(taken, null);
    }
    // As they are declared, not by what the server stores best: a revision is read by people.
    all.put("hibernate.column_ordering_strategy", "legacy");
    all.put("hibernate.multiTenancy", "NONE");
    all.put("hibernate.transaction.coordinator_class", "jdbc");
    all.put("hibernate.cache.use_second_level_cache", "false");
    all.put("hibernate.cache.use_query_cache", "false");
    all.put("hibernate.jmx.enabled", "false");
    all.put("hibernate.show_sql", "false");
    return all;
  }

  /** Constraints of Bean Validation become lengths and NOT NULL there, as in the application. */
  @Override
  boolean needsFactory(EntityLoader loader) {
    return Stream.of("jakarta", "javax")
        .anyMatch(
            api ->
                loader.getResource(
                        "META-INF/services/" + api + ".validation.spi.ValidationProvider")
                    != null);
  }

  /** A package goes by its own name. */
  @Override
  List<String> managed(List<String> classes) {
    return classes.stream().map(name -> name.replaceFirst("\\.package-info$", "")).toList();
  }

  /** What Hibernate would take on a server of this version, or what the user made of it. */
  private static String dialectClass(EntityLoader loader, @Nullable String asked, Dialect dialect)
      throws ReflectiveOperationException {
    Class<?> found = resolved(loader, dialect);
    if (asked != null && !asked.isBlank()) {
      Class<?> own =
          loader.loadClass(asked.contains(".") ? asked : "org.hibernate.dialect." + asked);
      // Another database is asked for than the one of the application.
      if (found.isAssignableFrom(own) || own.isAssignableFrom(found)) {
        return own.getName();
      }
    }
    return found.getName();
  }

  private static Class<?> resolved(EntityLoader loader, Dialect dialect)
      throws ReflectiveOperationException {
    String base = "org.hibernate.engine.jdbc.dialect.";
    Class<?> resolver = loader.loadClass(base + "spi.DialectResolver");
    Class<?> info = loader.loadClass(base + "spi.DialectResolutionInfo");
    Object server =
        Proxy.newProxyInstance(
            loader, new Class<?>[] {info}, server(dialect, version(loader, dialect)));
    for (String one : List.of(base + "internal.StandardDialectResolver", COMMUNITY)) {
      if (loader.getResource(one.replace('.', '/') + ".class") != null) {
        Object found =
            resolver
                .getMethod("resolveDialect", info)
                .invoke(loader.loadClass(one).getConstructor().newInstance(), server);
        if (found != null) {
          return found.getClass();
        }
      }
    }
    throw new JpaException(
        "This Hibernate writes no SQL for " + dialect.displayName() + ".",
        "Add org.hibernate.orm:hibernate-community-dialects, in the version of hibernate-core (6 or"
            + " later), to the dependencies of the project.",
        null);
  }

  /** How Hibernate 6 and later compare versions; null before. */
  private static @Nullable Object version(EntityLoader loader, Dialect dialect)
      throws ReflectiveOperationException {
    String type = "org.hibernate.dialect.DatabaseVersion";
    if (loader.getResource(type.replace('.', '/') + ".class") == null) {
      return null;
    }
    return loader
        .loadClass(type)
        .getMethod("make", Integer.class, Integer.class)
        .invoke(null, dialect.productVersion().major(), dialect.productVersion().minor());
  }

  /**
   * A server as its driver would describe it. No default method is called as such: the JDK keeps
   * the class of the proxy that it was last called for, and so our loader.
   */
  private static InvocationHandler server(Dialect dialect, @Nullable Object version) {
    return (proxy, method, arguments) ->
        switch (method.getName()) {
          case "getDatabaseName" -> dialect.productName();
          case "getDatabaseVersion" -> dialect.productVersion().toString();
          case "getDatabaseMajorVersion", "getMajor" -> dialect.productVersion().major();
          case "getDatabaseMinorVersion", "getMinor" -> dialect.productVersion().minor();
          // Only what Hibernate 5 takes for MariaDB says so in the name of its driver.
          case "getDriverName" -> dialect.productName();
          case "getSQLKeywords" -> "";
          case "getConfigurationValues" -> Map.of();
          case "toString" -> dialect.toString();
          default ->
              method.getDeclaringClass().isInstance(version)
                  ? method.invoke(version, arguments)
                  : UnitInfo.nothing(method);
        };
  }
}
