package io.schemachain.testdb;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Makes databases for programs outside this JVM and writes down where they are.
 *
 * <p>Arguments: {@code --output=FILE} (default {@code target/testdb.properties}), {@code
 * --databases=NAME,...}, then dialects (default all). The file has {@code <dialect>.<name>.url},
 * {@code .username} and {@code .password} for each database and, without names, {@code
 * <dialect>.url} and so on for one. The servers run until the JVM exits; under exec:java that is
 * the end of the Maven build.
 */
public final class TestDatabaseServers {
  private TestDatabaseServers() {}

  public static void main(String[] arguments) throws IOException {
    // Its thread would outlive exec:java, which warns about that.
    System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    Path output = Path.of("target/testdb.properties");
    List<String> names = List.of();
    List<String> dialects = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("--output=")) {
        output = Path.of(argument.substring("--output=".length()));
      } else if (argument.startsWith("--databases=")) {
        names = List.of(argument.substring("--databases=".length()).split(","));
      } else if (TestDatabases.DIALECTS.contains(argument)) {
        dialects.add(argument);
      } else {
        throw new IllegalArgumentException(
            "'" + argument + "' is none of --output=, --databases=, " + TestDatabases.DIALECTS);
      }
    }
    Properties properties = new Properties();
    for (String dialect : dialects.isEmpty() ? TestDatabases.DIALECTS : dialects) {
      if (names.isEmpty()) {
        put(properties, dialect, outsideThisJvm(dialect));
      }
      for (String name : names) {
        put(properties, dialect + "." + name, outsideThisJvm(dialect));
      }
    }
    Path parent = output.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    try (Writer writer = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
      properties.store(
          writer, "databases until the end of process " + ProcessHandle.current().pid());
    }
  }

  private static TestDatabase outsideThisJvm(String dialect) {
    boolean inMemory = dialect.equals("h2") && System.getenv("SCHEMA_TEST_H2_URL") == null;
    return inMemory ? TestDatabases.freshH2File() : TestDatabases.fresh(dialect);
  }

  private static void put(Properties properties, String key, TestDatabase database) {
    properties.setProperty(key + ".url", database.url());
    String username = database.username();
    properties.setProperty(key + ".username", username == null ? "" : username);
    String password = database.password();
    properties.setProperty(key + ".password", password == null ? "" : password);
  }
}
