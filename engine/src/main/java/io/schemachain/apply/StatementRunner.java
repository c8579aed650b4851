package io.schemachain.apply;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.dialect.CopyIn;
import io.schemachain.dialect.RowLoad;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.plan.Segment;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends the statements of a step within a transaction: one by one when somebody watches, else in
 * batches, which saves a round trip each. A statement that gives rows is never in a batch: a driver
 * may stop it after the first row.
 */
final class StatementRunner {
  private static final Pattern FIRST_NUMBER = Pattern.compile("\\d{1,6}");
  private static final SqlStatement COMMIT = SqlStatement.dml("COMMIT");
  private static final int BATCH_STATEMENTS = 200;
  private static final int BATCH_CHARACTERS = 1 << 20;

  private final Database database;
  private final RunListener listener;
  private final boolean batches;
  private final List<Position> batch = new ArrayList<>();
  private int batchCharacters;
  private @Nullable Position position;
  private boolean committing;

  /**
   * @param batches whether the database is a round trip away
   */
  StatementRunner(Database database, RunListener listener, boolean batches) {
    this.batches = batches;
    this.database = database;
    this.listener = listener;
  }

  /**
   * A statement in its operation; the operation is null for our own bookkeeping.
   *
   * @param of the statement of the plan that it is, or is a part of
   */
  record Position(@Nullable PlannedOperation operation, SqlStatement statement, SqlStatement of) {
    Position(@Nullable PlannedOperation operation, SqlStatement statement) {
      this(operation, statement, statement);
    }
  }

  /**
   * What is sent behind the operations.
   *
   * @param inBatch whether it may go with them; else it is made when they have run
   * @param commit whether the transaction ends with it; if so and all of it goes in one batch, the
   *     commit goes along, and {@link Transaction#commit} finds nothing left to do
   */
  record Last(Supplier<List<SqlStatement>> statements, boolean inBatch, boolean commit) {}

  /** The statement that ran last, or failed; null before the first. */
  @Nullable Position position() {
    return position;
  }

  void run(PlanStep step, Segment segment, Last last) throws SQLException {
    for (int i = segment.from(); i < segment.to(); i++) {
      PlannedOperation operation = step.operations().get(i);
      listener.operationStarted(operation, i + 1, step.operations().size());
      for (SqlStatement statement : operation.statements()) {
        if (statement.load() != null) {
          load(operation, statement, statement.load());
        } else if (!statement.isHoisted()) {
          send(new Position(operation, statement), canBatch(statement));
        }
      }
    }
    if (!last.inBatch()) {
      flush();
    }
    boolean inBatch = last.inBatch() && batches && !listener.wantsOperations();
    for (SqlStatement statement : last.statements().get()) {
      send(new Position(null, statement), inBatch);
    }
    if (inBatch && last.commit()) {
      committing = true;
      send(new Position(null, COMMIT), true);
    }
    flush();
  }

  /** Ends the transaction. */
  void commit(Transaction transaction) throws SQLException {
    committing = true;
    transaction.commit();
  }

  /** Whether nobody knows what became of the transaction, since the answer to COMMIT is lost. */
  boolean isCommitLost() {
    return committing && database.isBroken();
  }

  /** Rows of a file, by the driver's own way where it has one. */
  void load(PlannedOperation operation, SqlStatement statement, RowLoad load) throws SQLException {
    flush();
    position = new Position(operation, statement);
    try {
      sendRows(operation, statement, load);
    } catch (SchemaException e) {
      throw new SQLException(e.getMessage(), e);
    }
    flush();
  }

  private void sendRows(PlannedOperation operation, SqlStatement statement, RowLoad load)
      throws SQLException {
    CopyIn copy = load.copy();
    Optional<CopyBridge> bridge =
        copy == null ? Optional.empty() : CopyBridge.of(database.connection(), copy);
    if (copy != null && bridge.isPresent()) {
      bridge.get().send(copy, load);
      return;
    }
    try (RowLoad.Statements statements = load.statements()) {
      for (String text = statements.next(); text != null; text = statements.next()) {
        send(new Position(operation, SqlStatement.dml(text), statement), batches);
      }
    }
  }

  private boolean canBatch(SqlStatement statement) {
    if (!batches || listener.wantsOperations() || statement.kind() == StatementKind.CHECK) {
      return false;
    }
    String text = statement.text().stripLeading();
    String start = text.substring(0, Math.min(8, text.length())).toUpperCase(Locale.ROOT);
    return start.startsWith("CREATE ")
        || start.startsWith("ALTER ")
        || start.startsWith("DROP ")
        || start.startsWith("COMMENT ")
        || start.startsWith("INSERT ")
        || start.startsWith("UPDATE ")
        || start.startsWith("DELETE ");
  }

  private void send(Position next, boolean inBatch) throws SQLException {
    if (!inBatch) {
      flush();
      position = next;
      database.execute(next.statement().text());
      return;
    }
    batch.add(next);
    batchCharacters += next.statement().text().length();
    if (batch.size() >= BATCH_STATEMENTS || batchCharacters >= BATCH_CHARACTERS) {
      flush();
    }
  }

  private void flush() throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    List<Position> sent = List.copyOf(batch);
    batch.clear();
    batchCharacters = 0;
    position = sent.get(0);
    if (sent.size() == 1) {
      database.execute(sent.get(0).statement().text());
      return;
    }
    try (Statement statement = database.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      for (Position one : sent) {
        statement.addBatch(one.statement().text());
      }
      database.busy(true);
      statement.executeBatch();
      position = sent.get(sent.size() - 1);
    } catch (BatchUpdateException e) {
      position = sent.get(Math.min(failedIndex(e), sent.size() - 1));
      throw e.getNextException() == null ? e : e.getNextException();
    } finally {
      database.busy(false);
    }
  }

  /**
   * Drivers stop at the failure, or mark it. PostgreSQL's marks every entry, since all are undone,
   * and names the failed one by its number in the message alone.
   */
  private static int failedIndex(BatchUpdateException failure) {
    int[] counts = failure.getUpdateCounts();
    int marked = 0;
    while (marked < counts.length && counts[marked] != Statement.EXECUTE_FAILED) {
      marked++;
    }
    if (marked > 0 || failure.getMessage() == null) {
      return marked;
    }
    Matcher number = FIRST_NUMBER.matcher(failure.getMessage());
    return number.find() ? Integer.parseInt(number.group()) : marked;
  }
}
