package io.schemachain.apply;

import io.schemachain.dialect.RowBatches;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.PlannedOperation;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows in batches. Each is a transaction together with the place that it reached, which
 * stands in the journal: whatever stops it, the next run goes on from there.
 */
final class BatchRunner {
  private final Run run;
  private final Database database;
  private final Bookkeeping bookkeeping;
  private final RunListener listener;
  private @Nullable String sent;
  private boolean inTransaction;

  BatchRunner(Run run) {
    this.run = run;
    this.database = run.database();
    this.bookkeeping = run.bookkeeping();
    this.listener = run.listener();
  }

  /** Whether it ended within a batch. */
  boolean isInTransaction() {
    return inTransaction;
  }

  /** The statement that was sent last, for messages. */
  @Nullable SqlStatement sent() {
    return sent == null ? null : SqlStatement.dml(sent);
  }

  /**
   * Takes over what an earlier run left of the same statement, or begins.
   *
   * @return the key from which to go on; null from the first one
   */
  private @Nullable String start(Bookkeeping.Entry entry) throws SQLException {
    List<@Nullable String> left = database.strings(bookkeeping.reachedQuery(entry));
    if (left.isEmpty()) {
      database.execute(bookkeeping.settledBatches(entry).text());
      database.execute(bookkeeping.started(entry).text());
      return null;
    }
    database.execute(bookkeeping.resumed(entry).text());
    return left.get(0);
  }

  /**
   * @param millis how long it took, asked for at the end
   */
  void run(
      Bookkeeping.Entry entry,
      RowBatches batches,
      PlannedOperation operation,
      Supplier<String> millis)
      throws SQLException {
    String from = start(entry);
    String low = from == null ? one(batches.first()) : from;
    if (low == null) {
      database.execute(bookkeeping.done(entry, millis.get()).text());
    }
    long rows = 0;
    while (low != null) {
      String high = one(batches.next(low));
      String batch = high == null ? batches.last(low) : batches.between(low, high);
      SqlStatement note =
          high == null ? bookkeeping.done(entry, millis.get()) : bookkeeping.reached(entry, high);
      rows += together(batch, note);
      listener.rowsChanged(operation, rows);
      low = high;
    }
  }

  /** One batch and its place, again where it gave up waiting for a lock. */
  private long together(String batch, SqlStatement note) throws SQLException {
    Attempts attempts = new Attempts(run);
    while (true) {
      sent = batch;
      try {
        database.connection().setAutoCommit(false);
        inTransaction = true;
        long rows = update(batch);
        database.execute(note.text());
        database.connection().commit();
        database.connection().setAutoCommit(true);
        inTransaction = false;
        return rows;
      } catch (SQLException e) {
        if (isRolledBack(e) && attempts.again(e)) {
          continue;
        }
        throw e;
      }
    }
  }

  private boolean isRolledBack(SQLException failure) {
    try {
      database.connection().rollback();
      database.connection().setAutoCommit(true);
      inTransaction = false;
      return true;
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  private @Nullable String one(String query) throws SQLException {
    sent = query;
    List<@Nullable String> values = database.strings(query);
    return values.isEmpty() ? null : values.get(0);
  }

  private long update(String sql) throws SQLException {
    try (Statement statement = database.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      database.busy(true);
      return statement.executeUpdate(sql);
    } finally {
      database.busy(false);
    }
  }
}
