package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One statement, ready to be sent: without a terminator.
 *
 * @param text what is sent; of a load what it is called, which nobody sends
 * @param transaction how it runs where DDL is transactional; a setting of the session that may not
 *     be in a transaction is put before it, and for any other the revision is cut
 * @param aftermath a query for what the statement left behind when it failed: a row for each, with
 *     a sentence and the statement that takes it away, NULL where none need; null where it leaves
 *     nothing
 * @param load rows of a file, sent in as many statements as they need; null for one statement
 * @param batches what a run does in place of the text, in pieces; null where it sends the text
 */
public record SqlStatement(
    String text,
    StatementKind kind,
    TransactionUse transaction,
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

  public SqlStatement(String text, StatementKind kind, TransactionUse transaction) {
    this(text, kind, transaction, null, null, null);
  }

  static SqlStatement load(RowLoad load) {
    return new SqlStatement(
        load.title(), StatementKind.DML, TransactionUse.SHARED, null, load, null);
  }

  static SqlStatement backfill(String text, RowBatches batches) {
    return new SqlStatement(text, StatementKind.BACKFILL, TransactionUse.NONE, null, null, batches);
  }

  public static SqlStatement ddl(String text) {
    return new SqlStatement(text, StatementKind.DDL, TransactionUse.SHARED);
  }

  public static SqlStatement dml(String text) {
    return new SqlStatement(text, StatementKind.DML, TransactionUse.SHARED);
  }

  public static SqlStatement check(String text) {
    return new SqlStatement(text, StatementKind.CHECK, TransactionUse.SHARED);
  }

  /** Whether it stands before the revision's transaction, once, and not in its place. */
  public boolean isHoisted() {
    return kind == StatementKind.SESSION && !inTransaction();
  }

  /** Whether it may run inside a transaction. */
  public boolean inTransaction() {
    return transaction != TransactionUse.NONE;
  }

  /** Whether no transaction may hold it, where it stands. */
  public boolean leavesTransaction() {
    return kind != StatementKind.SESSION && !inTransaction();
  }

  /** Runs in a transaction of its own. */
  public static SqlStatement alone(String text) {
    return new SqlStatement(text, StatementKind.DDL, TransactionUse.OWN);
  }

  /** Changes the schema in no transaction with others, and leaves nothing when it fails. */
  public static SqlStatement apart(String text) {
    return new SqlStatement(text, StatementKind.DDL, TransactionUse.NONE);
  }

  /** Changes the schema in transactions of its own, and may fail half done. */
  public static SqlStatement outsideTransaction(String text, String aftermath) {
    return new SqlStatement(text, StatementKind.DDL, TransactionUse.NONE, aftermath, null, null);
  }

  /** A session setting that must stand outside a transaction. */
  public static SqlStatement session(String text) {
    return new SqlStatement(text, StatementKind.SESSION, TransactionUse.NONE);
  }
}
