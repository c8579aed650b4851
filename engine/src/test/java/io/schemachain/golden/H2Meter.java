package io.schemachain.golden;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.fact.Cost;
import io.schemachain.testdb.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.Schema;
import org.h2.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Others have changed rows of each table: the one for which the statement waits is the one that it
 * takes alone. A new id of the table is a copy; what is read or built is not seen.
 */
final class H2Meter implements Meter {
  /** The weakest first. */
  static final List<String> LOCKS = List.of("SHARED", "EXCLUSIVE");

  private static final int LOCK_TIMEOUT = 50200;
  private static final Pattern WAITED =
      Pattern.compile("(?s).*Timeout trying to lock table (\".+?\"); SQL statement:.*");

  @Override
  public List<Measurement> run(
      TestDatabase database, Connection connection, List<SqlStatement> statements)
      throws SQLException {
    connection.setAutoCommit(true);
    Map<String, Integer> before = ids(connection);
    Set<String> waited = new LinkedHashSet<>();
    for (SqlStatement statement : statements) {
      execute(database, connection, statement, waited);
    }
    Map<String, Integer> after = ids(connection);
    List<Measurement> measured = new ArrayList<>();
    before.forEach(
        (table, id) -> {
          boolean isCopied = after.containsKey(table) && !id.equals(after.get(table));
          String lock = waited.contains(table) ? "EXCLUSIVE" : null;
          if (lock != null || isCopied) {
            measured.add(new Measurement(table, lock, null, isCopied ? Cost.COPY : null));
          }
        });
    return measured;
  }

  private static void execute(
      TestDatabase database, Connection connection, SqlStatement sql, Set<String> waited)
      throws SQLException {
    while (true) {
      List<Connection> writers = new ArrayList<>();
      try (Statement timeout = connection.createStatement()) {
        timeout.execute("SET LOCK_TIMEOUT 1");
        for (String table : ids(connection).keySet()) {
          if (!waited.contains(table)) {
            writers.add(writer(database, table));
          }
        }
        GoldenExecutionTest.execute(connection, sql);
        return;
      } catch (SQLException e) {
        String table = waitedFor(e, ids(connection).keySet());
        if (table == null || !waited.add(table)) {
          throw e;
        }
      } finally {
        for (Connection writer : writers) {
          writer.close();
        }
      }
    }
  }

  private static Connection writer(TestDatabase database, String table) throws SQLException {
    Connection writer = database.connect();
    writer.setAutoCommit(false);
    try (Statement statement = writer.createStatement()) {
      statement.execute("DELETE FROM " + table + " WHERE FALSE");
    }
    return writer;
  }

  /** The table that others have; null where it is another mistake. */
  private static @Nullable String waitedFor(SQLException e, Set<String> tables) {
    SQLException cause = e.getCause() instanceof SQLException inner ? inner : e;
    if (cause.getErrorCode() != LOCK_TIMEOUT) {
      return null;
    }
    Matcher matcher = WAITED.matcher(String.valueOf(cause.getMessage()));
    if (!matcher.matches()) {
      return null;
    }
    String name = "\"." + matcher.group(1);
    return tables.stream().filter(table -> table.endsWith(name)).findFirst().orElse(null);
  }

  /** By the quoted name with its schema. */
  private static Map<String, Integer> ids(Connection connection) throws SQLException {
    Map<String, Integer> ids = new LinkedHashMap<>();
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    for (Schema schema : session.getDatabase().getAllSchemas()) {
      for (Table table : schema.getAllTablesAndViews(session)) {
        if (!table.isView() && !schema.getName().equals("INFORMATION_SCHEMA")) {
          ids.put(table.getSQL(0), table.getId());
        }
      }
    }
    return ids;
  }
}
