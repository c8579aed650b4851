package io.schemachain.golden;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.fact.Cost;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
          // The sequence of an identity is part of its table, and who reads a view reads tables.
          + " AND c.relkind <> 'v' AND NOT EXISTS (SELECT 1 FROM pg_depend d"
          + " WHERE d.objid = c.oid AND c.relkind = 'S' AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0)";
  private static final String HELD =
      "SELECT relation, upper(regexp_replace(replace(mode, 'Lock', ''), '([a-z])([A-Z])', '\\1 \\2', 'g'))"
          + " FROM pg_locks WHERE locktype = 'relation' AND pid = pg_backend_pid()"
          + " AND relation IS NOT NULL";
  private static final Pattern BUILDING =
      Pattern.compile("building index \".*\" on table \"(.*)\" .*");
  private static final Pattern VERIFYING = Pattern.compile("verifying table \"(.*)\"");
  private static final Pattern REWRITING = Pattern.compile("rewriting table \"(.*)\"");
  private static final Pattern ALTERED =
      Pattern.compile("(?s)ALTER TABLE (?:.*?\\.)?\"?([^\" ]+)\"? .*");
  private static final String VALIDATING = "validating foreign key constraint";

  private record Relation(long oid, long file, String name, String own) {}

  @Override
  public List<Measurement> run(Connection connection, List<SqlStatement> statements)
      throws SQLException {
    Map<Long, Relation> before = relations(connection);
    Map<String, String> locks = new LinkedHashMap<>();
    Map<String, Cost> costs = new LinkedHashMap<>();
    boolean outside = false;
    for (SqlStatement statement : statements) {
      connection.setAutoCommit(!statement.inTransaction());
      outside |= !statement.inTransaction();
      List<String> messages = execute(connection, statement);
      hold(connection, before, locks);
      for (String message : messages) {
        read(message, statement.text(), before, costs);
      }
    }
    compareFiles(before, relations(connection), costs);
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
    connection.setAutoCommit(true);
    List<Measurement> measured = new ArrayList<>();
    for (Relation relation : before.values()) {
      String lock = outside ? null : locks.get(relation.name);
      Cost cost = costs.getOrDefault(relation.name, Cost.METADATA);
      Measurement found = new Measurement(relation.name, lock, null, cost);
      if ((lock != null || cost != Cost.METADATA) && !measured.contains(found)) {
        measured.add(found);
      }
    }
    return measured;
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

  private static void hold(
      Connection connection, Map<Long, Relation> before, Map<String, String> locks)
      throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(HELD)) {
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
