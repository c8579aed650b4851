package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One statement, ready to be sent: without a terminator.
 *
 * @param text what is sent; of a load what it is called, which nobody sends
 * @param inTransaction whether it may run inside a transaction; those that may not are put before
 *     or after it by the plan
 * @param load rows of a file, sent in as many statements as they need; null for one statement
 */
public record SqlStatement(
    String text, StatementKind kind, boolean inTransaction, @Nullable RowLoad load) {
  public SqlStatement {
    requireNonNull(text, "text");
    requireNonNull(kind, "kind");
    if (text.isBlank()) {
      throw new IllegalArgumentException("An empty statement");
    }
  }

  public SqlStatement(String text, StatementKind kind, boolean inTransaction) {
    this(text, kind, inTransaction, null);
  }

  static SqlStatement load(RowLoad load) {
    return new SqlStatement(load.title(), StatementKind.DML, true, load);
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

  /** A session setting that must stand outside a transaction. */
  public static SqlStatement session(String text) {
    return new SqlStatement(text, StatementKind.SESSION, false);
  }
}
