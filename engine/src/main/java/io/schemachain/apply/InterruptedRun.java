package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.LockWaits;
import io.schemachain.dialect.SqlStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run that was interrupted left on the server: its session, and half of a statement. */
public final class InterruptedRun {
  private final Database database;

  public InterruptedRun(Database database) {
    this.database = requireNonNull(database, "database");
  }

  /**
   * Waits until a session of it has ended its statement.
   *
   * @param session as the database calls it; empty where it does not
   * @param since an expression for a time in UTC when it was at work
   * @return whether the database let us look, as far as it says so
   * @throws LockBusyException if it is still at work after so long
   */
  public boolean awaitEnd(String session, String since, Duration timeout) {
    String query = session.isEmpty() ? null : database.dialect().isAtWork(session, since);
    if (query == null) {
      return true;
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      try {
        List<@Nullable String> found = database.strings(query);
        if (found.isEmpty()) {
          return true;
        }
        if (found.get(0) == null) {
          return false;
        }
      } catch (SQLException e) {
        return false; // An account need not see the sessions of the server.
      }
      if (System.nanoTime() - deadline >= 0) {
        throw new LockBusyException(
            timeout, "the session " + session + " of the run that was interrupted", null);
      }
      RunLock.sleep();
    }
  }

  /**
   * What a statement left behind that did not come to its end.
   *
   * @param sentence about it, for people
   * @param remedy a statement that takes it away; null where there is none
   */
  public record Debris(String sentence, @Nullable String remedy) {}

  /** What a statement left behind, if it does so. */
  public List<Debris> debris(SqlStatement of) {
    if (of.aftermath() == null) {
      return List.of();
    }
    List<Debris> debris = new ArrayList<>();
    try (Statement statement = database.connection().createStatement();
        ResultSet row = statement.executeQuery(of.aftermath())) {
      while (row.next()) {
        debris.add(new Debris(row.getString(1), row.getString(2)));
      }
      return debris;
    } catch (SQLException e) {
      throw new ConnectionFailedException("The catalog cannot be read: " + Database.reason(e), e);
    }
  }

  /**
   * Takes it away, for as long as that needs: what no transaction may hold waits for those that are
   * open.
   *
   * @param limits those of the session, which it has again afterwards
   */
  public void remove(Debris debris, LockWaits.Limits limits) {
    if (debris.remedy() == null) {
      return;
    }
    try {
      limit(LockWaits.Limits.OFF);
      database.execute(debris.remedy());
      limit(limits);
    } catch (SQLException e) {
      throw new ConnectionFailedException(
          debris.sentence() + " It cannot be removed: " + Database.reason(e), e);
    }
  }

  private void limit(LockWaits.Limits limits) throws SQLException {
    for (String statement : database.dialect().waits().limits(limits)) {
      database.execute(statement);
    }
  }

  /**
   * Whether the first column of the first row is true.
   *
   * @throws ConnectionFailedException if the query fails
   */
  public boolean isTrue(String query) {
    try {
      return RunLock.isTrue(database.strings(query));
    } catch (SQLException e) {
      throw new ConnectionFailedException(
          "The query of done_when fails: " + Database.reason(e) + "\n    " + query, e);
    }
  }
}
