package io.schemachain.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which properties a provider is not told by the user, since something else says them. */
public final class EntityProperties {
  /** What their names begin with, and why. */
  private static final Map<String, String> REFUSED = refused();

  /** Of a refused group, and yet with an effect on the schema that nothing else says. */
  private static final List<String> FREE =
      List.of(
          "hibernate.hbm2ddl.default_constraint_mode", "hibernate.hbm2ddl.schema_filter_provider");

  private EntityProperties() {}

  private static Map<String, String> refused() {
    String script = "Schemachain itself lets the provider write the SQL.";
    String connection = "no database is connected to.";
    String dialect = "the database is what `dialects` in schema.yaml or -Dschema.dialect says.";
    Map<String, String> refused = new LinkedHashMap<>();
    for (String api : List.of("jakarta.persistence.", "javax.persistence.")) {
      refused.put(api + "schema-generation", script);
      refused.put(api + "create-database-schemas", script);
      refused.put(api + "sql-load-script-source", script);
      refused.put(api + "database-", dialect);
      refused.put(api + "jdbc.", connection);
      refused.put(api + "jtaDataSource", connection);
      refused.put(api + "nonJtaDataSource", connection);
    }
    refused.put("hibernate.hbm2ddl.", script);
    refused.put("hibernate.boot.allow_jdbc_metadata_access", connection);
    refused.put("hibernate.temp.use_jdbc_metadata_defaults", connection);
    for (String pool :
        List.of("connection", "agroal", "c3p0", "hikari", "jndi", "proxool", "vibur")) {
      refused.put("hibernate." + pool + ".", connection);
    }
    refused.put("hibernate.physical_naming_strategy", "`naming: {physical: …}` says it.");
    refused.put("hibernate.implicit_naming_strategy", "`naming: {implicit: …}` says it.");
    refused.put("eclipselink.ddl-generation", script);
    refused.put("eclipselink.create-ddl-jdbc-file-name", script);
    refused.put("eclipselink.drop-ddl-jdbc-file-name", script);
    refused.put("eclipselink.application-location", script);
    refused.put("eclipselink.target-database", dialect);
    refused.put("eclipselink.jdbc.", connection);
    refused.put("eclipselink.connection-pool", connection);
    return refused;
  }

  /** Why a property is not taken from the user; nothing for one that is passed on. */
  public static Optional<String> refusal(String name) {
    if (FREE.contains(name)) {
      return Optional.empty();
    }
    return REFUSED.entrySet().stream()
        .filter(refused -> name.startsWith(refused.getKey()))
        .map(
            refused ->
                "The property '"
                    + name
                    + "' is not taken: "
                    + refused.getValue()
                    + " Leave it out here.")
        .findFirst();
  }
}
