package io.schemachain.diff;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * After a migration nothing is left to migrate, and the way back leads back: on real databases,
 * with random schemas and changes of them.
 *
 * <p>{@code -Ddiff.seeds=100:400} takes these seeds instead of a few, {@code -Ddiff.dialect=h2} one
 * database.
 */
final class MigrationPropertyTest {
  private static final String SEEDS = System.getProperty("diff.seeds", "1:7");
  private static final String ONLY = System.getProperty("diff.dialect", "");

  @TestFactory
  Stream<DynamicNode> databases() {
    String[] range = SEEDS.split(":", 2);
    return TestDatabases.DIALECTS.stream()
        .filter(name -> ONLY.isEmpty() || ONLY.equals(name))
        .map(
            name ->
                DynamicContainer.dynamicContainer(
                    name,
                    LongStream.range(Long.parseLong(range[0]), Long.parseLong(range[1]))
                        .mapToObj(
                            seed ->
                                DynamicTest.dynamicTest("seed " + seed, () -> run(name, seed)))));
  }

  static void run(String name, long seed) throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect()) {
      Dialect given =
          Dialects.ALL.stream().filter(d -> d.name().equals(name)).findAny().orElseThrow();
      Dialect dialect =
          given.forVersion(
              given.serverVersion(connection.getMetaData().getDatabaseProductVersion()));
      new MigrationCheck(dialect, connection).check(seed);
    }
  }
}
