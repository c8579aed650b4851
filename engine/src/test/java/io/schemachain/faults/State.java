package io.schemachain.faults;

import io.schemachain.testdb.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All that must be the same whatever happened on the way: the rows of every table, the revisions
 * that are applied, what is open in the journal, and the catalog against the model.
 */
record State(List<String> lines) {
  private static final List<String> AT_HEAD =
      List.of(
          "SELECT id, email, full_name, mood, visits, phone FROM users ORDER BY id",
          "SELECT user_id, total FROM orders ORDER BY user_id",
          "SELECT id, text FROM remarks ORDER BY id");

  private static final List<String> AT_FIRST =
      List.of(
          "SELECT id, email, name, mood, visits FROM users ORDER BY id",
          "SELECT user_id, total FROM orders ORDER BY user_id",
          "SELECT id, text FROM notes ORDER BY id");

  private static final List<String> OURS =
      List.of(
          "SELECT position, revision, checksum FROM schemachain_version ORDER BY position",
          "SELECT revision, state FROM schemachain_journal WHERE state IN ('started', 'done')");

  /**
   * @throws io.schemachain.diagnostic.SchemaException if the catalog is not what the model says
   */
  static State of(TestDatabase database, Runs runs, String goal) throws SQLException {
    return of(database, runs, goal.equals("upgrade") ? AT_HEAD : AT_FIRST);
  }

  /** The same of another chain, whose rows these queries ask for. */
  static State of(TestDatabase database, Runs runs, List<String> rows) throws SQLException {
    List<String> lines = new ArrayList<>(runs.drift().messages());
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String query : rows) {
        read(statement, query, lines);
      }
      for (String query : OURS) {
        read(statement, query, lines);
      }
    }
    return new State(lines);
  }

  private static void read(Statement statement, String query, List<String> lines)
      throws SQLException {
    lines.add(query);
    try (ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i == 1 ? "" : " | ").append(rows.getString(i));
        }
        lines.add(line.toString());
      }
    }
  }
}
