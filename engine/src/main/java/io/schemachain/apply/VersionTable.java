package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.Table;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads our tables. Creates nothing, locks nothing, needs SELECT alone. */
public final class VersionTable {
  private final Database database;
  private final Bookkeeping bookkeeping;

  public VersionTable(Database database, Bookkeeping bookkeeping) {
    this.database = requireNonNull(database, "database");
    this.bookkeeping = requireNonNull(bookkeeping, "bookkeeping");
  }

  /**
   * What is applied, in the order of application; nothing where the table does not exist yet.
   *
   * @throws DatabaseStateException if there is a table of that name with other columns
   */
  public List<AppliedRevision> applied() {
    try {
      return exists(bookkeeping.versionTable()) ? rows() : List.of();
    } catch (SQLException e) {
      throw new ConnectionFailedException(
          "The table " + bookkeeping.versions() + " cannot be read: " + Database.reason(e), e);
    }
  }

  /** The canonical form of a revision as it was applied; the table must have its row. */
  public String document(String revision) {
    try {
      return String.valueOf(database.strings(bookkeeping.documentQuery(revision)).get(0));
    } catch (SQLException e) {
      throw new ConnectionFailedException(
          "The table " + bookkeeping.versions() + " cannot be read: " + Database.reason(e), e);
    }
  }

  /** Whether one revision is applied; the table must exist. */
  boolean isApplied(String revision) throws SQLException {
    return !database.strings(bookkeeping.appliedQuery(revision)).isEmpty();
  }

  private List<AppliedRevision> rows() throws SQLException {
    List<AppliedRevision> rows = new ArrayList<>();
    try (Statement statement = database.connection().createStatement();
        ResultSet row = statement.executeQuery(bookkeeping.appliedQuery())) {
      while (row.next()) {
        long millis = row.getLong(7);
        Long duration = row.wasNull() ? null : millis;
        rows.add(
            new AppliedRevision(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                iso(row.getString(5)),
                row.getString(6),
                duration));
      }
    }
    return rows;
  }

  /** {@code 2026-11-20 12:10:00.123456} as drivers give it, to the second. */
  private static String iso(String timestamp) {
    String text = timestamp.replace(' ', 'T');
    final int seconds = 19;
    return text.length() > seconds ? text.substring(0, seconds) : text;
  }

  /**
   * A statement of a revision that was not finished.
   *
   * @param state {@code started} when nobody knows whether it was done, {@code interrupted} when it
   *     is known that it was not, {@code failed} or {@code done}
   * @param entry its row in the journal
   * @param fingerprint of its text
   * @param session in which it ran, as the database calls it; empty where it does not
   * @param reached where the batches of a backfill go on; empty where none is done, and for others
   * @param run that began it
   */
  public record OpenStatement(
      String revision,
      String direction,
      int operation,
      int statement,
      String state,
      String error,
      String kind,
      long entry,
      String fingerprint,
      String session,
      String reached,
      String run) {
    /** Where it stands in its step. */
    public Place place() {
      return new Place(operation, statement);
    }

    /** Whether it is of a script, of which nobody knows what its client did with transactions. */
    public boolean isOfScript() {
      return run.startsWith(Bookkeeping.SCRIPT);
    }

    /** Whether something of it may be done. */
    public boolean isBegun() {
      return state.equals("started") || state.equals("done") || !reached.isEmpty();
    }
  }

  /** Revisions with anything in the journal that is not finished, whatever is applied. */
  public List<String> openRevisions() {
    return journal().stream().map(OpenStatement::revision).distinct().toList();
  }

  /**
   * Statements of revisions that were begun and never finished, the last first. Statements of a
   * revision that is applied whole are not among them, even when the run died before it said so.
   */
  public List<OpenStatement> open(List<AppliedRevision> applied) {
    List<String> ids = applied.stream().map(AppliedRevision::id).toList();
    List<OpenStatement> open = journal();
    open.removeIf(
        entry ->
            !entry.state().equals("started")
                && ids.contains(entry.revision()) == entry.direction().equals("upgrade"));
    return open;
  }

  private List<OpenStatement> journal() {
    try {
      List<OpenStatement> open = new ArrayList<>();
      if (!exists(bookkeeping.journalTable())) {
        return open;
      }
      try (Statement statement = database.connection().createStatement();
          ResultSet row = statement.executeQuery(bookkeeping.openQuery())) {
        while (row.next()) {
          open.add(
              new OpenStatement(
                  row.getString(1),
                  row.getString(2),
                  row.getInt(3),
                  row.getInt(4),
                  row.getString(5),
                  Objects.requireNonNullElse(row.getString(6), ""),
                  row.getString(7),
                  row.getLong(8),
                  row.getString(9),
                  Objects.requireNonNullElse(row.getString(10), ""),
                  Objects.requireNonNullElse(row.getString(11), ""),
                  row.getString(12)));
        }
      }
      return open;
    } catch (SQLException e) {
      throw new ConnectionFailedException(
          "The table " + bookkeeping.journal() + " cannot be read: " + Database.reason(e), e);
    }
  }

  /**
   * Whether one of our tables is not there yet.
   *
   * @throws DatabaseStateException if there is a table of that name with other columns
   */
  public boolean isMissing() {
    try {
      return !exists(bookkeeping.versionTable()) || !exists(bookkeeping.journalTable());
    } catch (SQLException e) {
      throw new ConnectionFailedException("The catalog cannot be read: " + Database.reason(e), e);
    }
  }

  private boolean exists(Table table) throws SQLException {
    List<String> found =
        database.strings(database.dialect().columnsOf(table.name())).stream()
            .map(name -> Names.fold(String.valueOf(name)))
            .toList();
    if (found.isEmpty()) {
      return false;
    }
    List<String> expected = table.columns().stream().map(Column::name).map(Names::fold).toList();
    if (!found.equals(expected)) {
      throw new DatabaseStateException(
          Status.INVALID,
          "There is a table "
              + table.name()
              + " with other columns ("
              + String.join(", ", found)
              + ") than this tool's ("
              + String.join(", ", expected)
              + "). It is left alone: choose another name under version_table in schema.yaml.");
    }
    return true;
  }
}
