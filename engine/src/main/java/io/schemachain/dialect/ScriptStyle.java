package io.schemachain.dialect;

import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script for the database's own client looks like around its statements. */
public interface ScriptStyle {
  /** The client the script is for, as it is started: {@code psql -f script.sql}. */
  String usage();

  /** Client settings that come first: stop at the first error, no surprises in the text. */
  List<String> preamble();

  /** A statement with what ends it in this client, no line end behind it. */
  String terminated(String statement);

  /** A statement with a semicolon, in a line of its own where a comment would hide it. */
  static String withSemicolon(String statement, SqlLexis lexis) {
    try {
      boolean open = TrailingComments.cut(statement, lexis).length() < statement.length();
      return statement + (open ? "\n;" : ";");
    } catch (SqlSyntaxException e) {
      return statement + "\n;"; // The database will say what is wrong with it.
    }
  }

  /** A comment of one line. */
  default String comment(String text) {
    return "-- " + text;
  }

  /** Starts the transaction of a revision; empty where DDL is not transactional. */
  List<String> begin();

  /** Ends it; empty where there is none. */
  List<String> commit();

  /** Starts a transaction of rows alone, which no database is without. */
  default List<String> beginRows() {
    return begin();
  }

  /** Ends it, and takes everything back where a statement in it failed. */
  default List<String> commitRows() {
    return commit();
  }

  /**
   * Statements that take the runner's lock for the whole script, the same as online, or stop it.
   */
  List<String> lock(TableName versionTable);

  /** Statements that free the lock at the end. */
  List<String> unlock(TableName versionTable);

  /** A condition that is true while this session has the lock; null where no statement can tell. */
  @Nullable String holdsLock(TableName versionTable);

  /** Statements that must precede every {@link #guard} once, such as a table it needs. */
  List<String> prepareGuard();

  /**
   * Statements that stop the script, also in a client that goes on after errors, unless the
   * condition holds.
   *
   * @param condition a boolean SQL expression; it may fail itself, which must stop the script as
   *     well
   * @param message said when it does not hold
   */
  List<String> guard(String condition, String message);

  /**
   * Statements behind each statement of a revision that keep the session from changing anything
   * more when that one failed, for clients that go on after errors; none where a transaction does
   * that.
   */
  default List<String> afterStatement() {
    return List.of();
  }

  /**
   * The same within a transaction, for databases where an error ends the transaction and the
   * statements behind it would run without one.
   */
  default List<String> afterStatementInTransaction() {
    return List.of();
  }

  /** The same within a transaction of rows alone. */
  default List<String> afterStatementInRows() {
    return afterStatementInTransaction();
  }
}
