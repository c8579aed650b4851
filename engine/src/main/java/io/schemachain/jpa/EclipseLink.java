package io.schemachain.jpa;

import io.schemachain.dialect.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** EclipseLink, 4 and later. */
final class EclipseLink extends Provider {
  private static final String PLATFORMS = "org.eclipse.persistence.platform.database.";
  private static final String TARGET = "eclipselink.target-database";
  private static final Pattern BIG_SERIAL = Pattern.compile("(?<=[ (,])BIGINT +SERIAL(?= )");
  private static final int OFF = 8;

  /** By the name of the product, as EclipseLink's own table has it. */
  private static final Map<String, String> PLATFORM =
      Map.of(
          "PostgreSQL", "PostgreSQL10Platform",
          "MySQL", "MySQLPlatform",
          "MariaDB", "MariaDBPlatform",
          "H2", "H2Platform",
          "Oracle", "OraclePlatform",
          "Microsoft SQL Server", "SQLServerPlatform");

  /** The longest names of its platforms in characters; longer ones are shortened. */
  private static final Map<String, Integer> LONGEST =
      Map.of("PostgreSQL", 63, "Oracle", 30, "Microsoft SQL Server", 22);

  private static final int LONGEST_ELSEWHERE = 50;

  /** How long a name may be, quotes included, before it is shortened. */
  static int longestName(Dialect dialect) {
    return LONGEST.getOrDefault(dialect.productName(), LONGEST_ELSEWHERE);
  }

  @Override
  String title() {
    return "EclipseLink";
  }

  @Override
  String className() {
    return "org.eclipse.persistence.jpa.PersistenceProvider";
  }

  @Override
  String artifact() {
    return "org.eclipse.persistence:org.eclipse.persistence.jpa";
  }

  @Override
  String version(EntityLoader loader) throws ReflectiveOperationException {
    Object version =
        loader.loadClass("org.eclipse.persistence.Version").getMethod("getVersion").invoke(null);
    return String.valueOf(version);
  }

  @Override
  Map<String, @Nullable Object> properties(
      EntityLoader loader, Map<String, String> settings, Dialect dialect) {
    Map<String, @Nullable Object> all = new HashMap<>();
    String platform = PLATFORM.get(dialect.productName());
    if (platform == null) {
      throw new JpaException(
          "EclipseLink writes no SQL for " + dialect.displayName() + ".",
          "Take another dialect, or Hibernate.",
          null);
    }
    all.put(TARGET, PLATFORMS + platform);
    all.put("eclipselink.ddl-generation", null);
    all.put("eclipselink.ddlgen-terminate-statements", "true");
    all.put("eclipselink.target-database-properties", "StoredProcedureTerminationToken=;");
    all.put("eclipselink.weaving", "false");
    all.put("eclipselink.logging.logger", "DefaultLogger");
    all.put("eclipselink.logging.level", "OFF");
    return all;
  }

  /** It reads no annotations of packages. */
  @Override
  List<String> managed(List<String> classes) {
    return classes.stream().filter(name -> !name.endsWith(".package-info")).toList();
  }

  /**
   * PostgreSQL has SERIAL in place of a type. EclipseLink writes it so for an Integer, and puts it
   * behind the type of all others.
   */
  @Override
  String corrected(String sql, Dialect dialect) {
    return dialect.productName().equals("PostgreSQL")
        ? BIG_SERIAL.matcher(sql).replaceAll("BIGSERIAL")
        : sql;
  }

  /** What is logged before there is a session. */
  @Override
  void quiet(EntityLoader loader) throws ReflectiveOperationException {
    Class<?> logs = loader.loadClass("org.eclipse.persistence.logging.AbstractSessionLog");
    Object log = logs.getMethod("getLog").invoke(null);
    logs.getMethod("setLevel", int.class).invoke(log, OFF);
  }
}
