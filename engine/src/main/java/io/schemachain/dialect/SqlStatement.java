package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One statement, ready to be sent: without a terminator.
 *
 * @param text what is sent; of a load what it is called, which nobody sends
 * @param inTransaction whether it may run inside a transaction; a setting of the session that may
 *     not is put before it, and with any other the revision runs without one
 * @param aftermath a query for what the statement left behind when it failed: a row for each, with a
 *     sentence and the statement that takes it away, NULL where none need; null where it leaves
 *     nothing
 * @param load rows of a file, sent in as many statements as they need; null for one statement
 * @param batches what a run does in place of the text, in pieces; null where it sends the text
 */
public record SqlStatement(
    String text,
    StatementKind kind,
    boolean inTransaction,
    @Nullable String aftermath,
    @Nullable RowLoad load,
    @Nullable RowBatches batches) {
  public SqlStatement {
    requireNonNull(text, "text");
    requireNonNull(kind, "kind");
    if (text.isBlank()) {
      throw new IllegalArgumentException("An empty statement");
    }
  }

  public SqlStatement(String text, StatementKind kind, boolean inTransaction) {
    this(text, kind, inTransaction, null, null, null);
  }

  static SqlStatement load(RowLoad load) {
    return new SqlStatement(load.title(), StatementKind.DML, true, null, load, null);
  }

  static SqlStatement backfill(String text, RowBatches batches) {
    return new SqlStatement(text, StatementKind.BACKFILL, false, null, null, batches);
  }

  public static SqlStatement ddl(String text) {
    return new SqlStatement(text, StatementKind.DDL, true);
  }

  public static SqlStatement dml(String text) {
    return new SqlStatement(text, StatementKind.DML, true);
  }

  public static SqlStatement check(String text) {
    return new SqlStatement(text, StatementKind.CHECK, true);
  }

  /** Whether it stands before the revision's transaction, once, and not in its place. */
  public boolean isHoisted() {
    return kind == StatementKind.SESSION && !inTransaction;
  }

  /** Whether the whole revision runs without a transaction because of it. */
  public boolean leavesTransaction() {
    return kind != StatementKind.SESSION && !inTransaction;
  }

  /** Changes the schema in transactions of its own, and may fail half done. */
  public static SqlStatement outsideTransaction(String text, String aftermath) {
    return new SqlStatement(text, StatementKind.DDL, false, aftermath, null, null);
  }

  /** A session setting that must stand outside a transaction. */
  public static SqlStatement session(String text) {
    return new SqlStatement(text, StatementKind.SESSION, false);
  }
}
