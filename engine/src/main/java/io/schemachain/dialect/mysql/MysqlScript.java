package io.schemachain.dialect.mysql;

import io.schemachain.dialect.ScriptStyle;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scripts for the mysql and mariadb clients, which stop at the first error unless started with
 * {@code --force}. A session that is read-only refuses every statement that changes anything, DDL
 * as well; that is what stops a script in a client that goes on.
 */
final class MysqlScript implements ScriptStyle {
  private final MysqlDialect dialect;
  private final String client;
  private final String readOnly;

  MysqlScript(MysqlDialect dialect, String client) {
    this.dialect = dialect;
    this.client = client;
    this.readOnly = dialect.features().readOnlyVariable();
  }

  @Override
  public String usage() {
    return client + " <database> < <script>";
  }

  /** A server can be set up with another autocommit, and would lose the bookkeeping at the end. */
  @Override
  public List<String> preamble() {
    return List.of("SET NAMES utf8mb4;", "SET SESSION autocommit = ON;");
  }

  @Override
  public String terminated(String statement) {
    if (ClientText.hasSemicolon(statement)) {
      String delimiter =
          Stream.of("$$", "//", "@@", "^^", "~~~~")
              .filter(candidate -> !statement.contains(candidate))
              .findFirst()
              .orElse("$schemachain$");
      return "DELIMITER " + delimiter + "\n" + statement + "\n" + delimiter + "\nDELIMITER ;";
    }
    return ScriptStyle.withSemicolon(statement, dialect.lexis());
  }

  @Override
  public List<String> begin() {
    return List.of();
  }

  @Override
  public List<String> commit() {
    return List.of();
  }

  /** What is read-only begins with the next transaction only, so that a failure is kept in mind. */
  @Override
  public List<String> beginRows() {
    return List.of("SET @schemachain_failed = FALSE;", "START TRANSACTION;");
  }

  /** A script has no IF, so that the server is handed the word that fits. */
  @Override
  public List<String> commitRows() {
    return List.of(
        "SET @schemachain_end = IF(@schemachain_failed, 'ROLLBACK', 'COMMIT');",
        "PREPARE schemachain_end FROM @schemachain_end;",
        "EXECUTE schemachain_end;",
        "DEALLOCATE PREPARE schemachain_end;");
  }

  @Override
  public List<String> lock(TableName versionTable) {
    return guard(
        "GET_LOCK(" + dialect.lockName(versionTable) + ", 0) = 1",
        "Another runner is at work on this database.");
  }

  @Override
  public List<String> unlock(TableName versionTable) {
    return List.of("DO RELEASE_LOCK(" + dialect.lockName(versionTable) + ");");
  }

  @Override
  public String holdsLock(TableName versionTable) {
    return "IS_USED_LOCK(" + dialect.lockName(versionTable) + ") = CONNECTION_ID()";
  }

  /** A session that was stopped, and is used again. */
  @Override
  public List<String> prepareGuard() {
    return List.of("SET SESSION TRANSACTION READ WRITE;");
  }

  /**
   * A session that is read-only by now stays so, whatever this guard says. The session is read-only
   * first, in words that no version lacks, and whatever goes wrong in the condition leaves it so.
   * Where the condition does not hold the message is an impossible value of the variable: "Variable
   * 'transaction_read_only' can't be set to the value of '…'".
   */
  @Override
  public List<String> guard(String condition, String message) {
    return List.of(
        "SET @schemachain_stopped = @@" + readOnly + ";",
        "SET SESSION TRANSACTION READ ONLY;",
        "SET SESSION "
            + readOnly
            + " = (SELECT IF(NOT @schemachain_stopped\n  AND "
            + condition
            + ", 'OFF', "
            + dialect.literals().string(message)
            + "));");
  }

  @Override
  public List<String> afterStatementInRows() {
    return List.of(
        "SET @schemachain_failed = @schemachain_failed OR @@error_count > 0;", keepsReadOnly());
  }

  private String keepsReadOnly() {
    return "SET SESSION " + readOnly + " = @@" + readOnly + " OR @schemachain_failed;";
  }

  /** In two steps: MariaDB's error_count is 0 within a SET of a system variable. */
  @Override
  public List<String> afterStatement() {
    return List.of("SET @schemachain_failed = @@error_count > 0;", keepsReadOnly());
  }
}
