package io.schemachain.dialect;

import java.util.List;

/** What a script for the database's own client looks like around its statements. */
public interface ScriptStyle {
  /** The client the script is for, as it is started: {@code psql -f script.sql}. */
  String usage();

  /** Client settings that come first: stop at the first error, no surprises in the text. */
  List<String> preamble();

  /** A statement with what ends it in this client, no line end behind it. */
  String terminated(String statement);

  /** Starts the transaction of a revision; empty where DDL is not transactional. */
  List<String> begin();

  /** Ends it; empty where there is none. */
  List<String> commit();

  /**
   * Statements that take the lock for the whole script or stop it.
   *
   * @param key names what is locked
   */
  List<String> lock(String key);

  /** Statements that free the lock at the end. */
  List<String> unlock(String key);

  /** Statements that must precede every {@link #guard} once, such as a table it needs. */
  List<String> prepareGuard();

  /**
   * Statements that stop the script, also in a client that goes on after errors, unless the condition
   * holds.
   *
   * @param condition a boolean SQL expression; it may fail itself, which must stop the script as well
   * @param message said when it does not hold
   */
  List<String> guard(String condition, String message);
}
