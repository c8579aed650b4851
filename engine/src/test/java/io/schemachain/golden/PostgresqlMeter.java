package io.schemachain.golden;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.fact.Cost;
import io.schemachain.testdb.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Locks are read from pg_locks before the transaction ends; a new file node is a rewrite; what is
 * read the server says at DEBUG1. A partition counts as the table that it is of.
 */
final class PostgresqlMeter implements Meter {
  /** The weakest first; pg_locks writes them as one word. */
  static final List<String> LOCKS =
      List.of(
          "ACCESS SHARE",
          "ROW SHARE",
          "ROW EXCLUSIVE",
          "SHARE UPDATE EXCLUSIVE",
          "SHARE",
          "SHARE ROW EXCLUSIVE",
          "EXCLUSIVE",
          "ACCESS EXCLUSIVE");

  private static final String RELATIONS =
      "SELECT c.oid, CASE c.relkind WHEN 'S' THEN 0 ELSE COALESCE(pg_relation_filenode(c.oid), 0) END AS file, n.nspname || '.' || r.relname AS name, c.relname AS own"
          + " FROM pg_class c JOIN pg_class r ON r.oid = COALESCE(pg_partition_root(c.oid), c.oid)"
          + " JOIN pg_namespace n ON n.oid = r.relnamespace"
          + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!'"
          + " AND n.nspname <> 'information_schema'"
          // The sequence of an identity is part of its table.
          + " AND NOT EXISTS (SELECT 1 FROM pg_depend d"
          + " WHERE d.objid = c.oid AND c.relkind = 'S' AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0)";
  private static final String HELD =
      "SELECT relation, upper(regexp_replace(replace(mode, 'Lock', ''), '([a-z])([A-Z])', '\\1 \\2', 'g'))"
          + " FROM pg_locks WHERE locktype = 'relation' AND granted AND pid = ";
  private static final String TABLES =
      "SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!'"
          + " AND n.nspname <> 'information_schema'";
  private static final String WAITS = "SELECT 1 FROM pg_locks WHERE NOT granted AND pid = ";
  private static final String SCANNED =
      "SELECT relname || '/' || seq_scan FROM pg_stat_xact_user_tables WHERE seq_scan > 0";
  private static final Pattern BUILDING =
      Pattern.compile("building index \".*\" on table \"(.*)\" .*");
  private static final Pattern VERIFYING = Pattern.compile("verifying table \"(.*)\"");
  private static final Pattern REWRITING = Pattern.compile("rewriting table \"(.*)\"");
  private static final Pattern ALTERED =
      Pattern.compile("(?s)ALTER TABLE (?:.*?\\.)?\"?([^\" ]+)\"? .*");
  private static final String VALIDATING = "validating foreign key constraint";

  private record Relation(long oid, long file, String name, String own) {}

  @Override
  public List<Measurement> run(
      TestDatabase database, Connection connection, List<SqlStatement> statements)
      throws SQLException {
    Map<Long, Relation> before = relations(connection);
    Map<String, String> locks = new LinkedHashMap<>();
    Map<String, Cost> costs = new LinkedHashMap<>();
    for (SqlStatement statement : statements) {
      boolean isApart = isApart(statement);
      connection.setAutoCommit(!statement.inTransaction() && !isApart);
      List<String> scanned = texts(connection, SCANNED);
      List<String> messages =
          statement.text().contains(" CONCURRENTLY ")
              ? executeBesideWriter(database, connection, statement, before, locks)
              : execute(connection, statement);
      hold(connection, pid(connection), before, locks);
      if (isApart) {
        connection.commit();
      }
      for (String message : messages) {
        read(message, statement.text(), before, costs);
      }
      if (statement.text().startsWith("CREATE TABLE ")) {
        // What is said at DEBUG1 is not all.
        List<String> now = texts(connection, SCANNED);
        now.removeAll(scanned);
        now.forEach(one -> note(one.substring(0, one.indexOf('/')), Cost.SCAN, before, costs));
      }
    }
    compareFiles(before, relations(connection), costs);
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
    connection.setAutoCommit(true);
    List<Measurement> measured = new ArrayList<>();
    for (Relation relation : before.values()) {
      String lock = locks.get(relation.name);
      Cost cost = costs.getOrDefault(relation.name, Cost.METADATA);
      Measurement found = new Measurement(relation.name, lock, null, cost);
      if ((lock != null || cost != Cost.METADATA) && !measured.contains(found)) {
        measured.add(found);
      }
    }
    return measured;
  }

  /** A transaction could hold it, and it is committed by itself for the sake of others. */
  private static boolean isApart(SqlStatement statement) {
    return !statement.inTransaction()
        && statement.text().startsWith("ALTER TABLE ")
        && !statement.text().contains(" CONCURRENTLY");
  }

  private static Map<Long, Relation> relations(Connection connection) throws SQLException {
    Map<Long, Relation> relations = new LinkedHashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(RELATIONS)) {
      while (rows.next()) {
        long oid = rows.getLong(1);
        relations.put(
            oid, new Relation(oid, rows.getLong(2), rows.getString(3), rows.getString(4)));
      }
    }
    return relations;
  }

  private static List<String> execute(Connection connection, SqlStatement sql) throws SQLException {
    List<String> messages = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("SET client_min_messages = debug1");
      statement.clearWarnings();
      statement.execute(sql.text());
      for (SQLWarning warning = statement.getWarnings();
          warning != null;
          warning = warning.getNextWarning()) {
        messages.add(String.valueOf(warning.getMessage()));
      }
      statement.execute("SET client_min_messages = notice");
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\n" + sql.text(), e);
    }
    return messages;
  }

  /**
   * A statement that ends its own transactions leaves no lock behind: it is looked at from outside
   * while it waits for one who writes.
   */
  private static List<String> executeBesideWriter(
      TestDatabase database,
      Connection connection,
      SqlStatement sql,
      Map<Long, Relation> before,
      Map<String, String> locks)
      throws SQLException {
    int pid = pid(connection);
    try (Connection writer = database.connect();
        Connection observer = database.connect();
        Statement lock = writer.createStatement()) {
      writer.setAutoCommit(false);
      for (String table : texts(observer, TABLES)) {
        lock.execute("LOCK TABLE " + table + " IN ROW EXCLUSIVE MODE");
      }
      ExecutorService runner = Executors.newSingleThreadExecutor();
      try {
        Future<List<String>> messages = runner.submit(() -> execute(connection, sql));
        while (!messages.isDone() && texts(observer, WAITS + pid).isEmpty()) {
          Thread.sleep(5);
        }
        hold(observer, pid, before, locks);
        writer.rollback();
        return messages.get(1, TimeUnit.MINUTES);
      } finally {
        runner.shutdownNow();
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new SQLException(sql.text(), e);
    }
  }

  private static int pid(Connection connection) throws SQLException {
    return Integer.parseInt(texts(connection, "SELECT pg_backend_pid()").get(0));
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void hold(
      Connection connection, int pid, Map<Long, Relation> before, Map<String, String> locks)
      throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(HELD + pid)) {
      while (rows.next()) {
        Relation relation = before.get(rows.getLong(1));
        if (relation != null) {
          locks.merge(relation.name, rows.getString(2), PostgresqlMeter::stronger);
        }
      }
    }
  }

  static String stronger(String one, String other) {
    return LOCKS.indexOf(one) < LOCKS.indexOf(other) ? other : one;
  }

  private static void read(
      String message, String sql, Map<Long, Relation> before, Map<String, Cost> costs) {
    note(named(BUILDING, message), Cost.INDEX_BUILD, before, costs);
    note(named(VERIFYING, message), Cost.SCAN, before, costs);
    note(named(REWRITING, message), Cost.REWRITE, before, costs);
    if (message.startsWith(VALIDATING)) {
      // It does not say of which table.
      note(named(ALTERED, sql), Cost.SCAN, before, costs);
    }
  }

  private static @Nullable String named(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.matches() ? matcher.group(1) : null;
  }

  private static void note(
      @Nullable String own, Cost cost, Map<Long, Relation> before, Map<String, Cost> costs) {
    for (Relation relation : before.values()) {
      if (relation.own.equals(own)) {
        costs.merge(relation.name, cost, PostgresqlMeter::worse);
      }
    }
  }

  private static void compareFiles(
      Map<Long, Relation> before, Map<Long, Relation> after, Map<String, Cost> costs) {
    before.forEach(
        (oid, old) -> {
          Relation now = after.get(oid);
          if (now != null && now.file != old.file) {
            costs.merge(old.name, Cost.REWRITE, PostgresqlMeter::worse);
          }
        });
  }

  private static Cost worse(Cost one, Cost other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
