package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.ScriptStyle;
import io.schemachain.model.TableName;
import java.util.List;

/**
 * Scripts for sqlcmd, and for SQL Server Management Studio, which may go on after an error. Each
 * statement is a batch. A session with NOEXEC executes nothing more; that is what stops a script in
 * a client that goes on.
 */
final class SqlserverScript implements ScriptStyle {
  /** In the context of the session, which no rollback changes. */
  private static final String PASSED = "N'schemachain_passed'";

  private final SqlserverDialect dialect;

  SqlserverScript(SqlserverDialect dialect) {
    this.dialect = dialect;
  }

  /** The code page is that of UTF-8; without it sqlcmd takes the one of the machine. */
  @Override
  public String usage() {
    return "sqlcmd -b -f 65001 -i <script>";
  }

  /** What an earlier script or the settings of the client may have left behind. */
  @Override
  public List<String> preamble() {
    return List.of(":on error exit", "SET NOEXEC OFF;\nSET IMPLICIT_TRANSACTIONS OFF;\nGO");
  }

  @Override
  public String terminated(String statement) {
    String text = ClientTraps.isIn(statement) ? ClientTraps.escaped(statement) : statement;
    return ScriptStyle.withSemicolon(text, dialect.lexis()) + "\nGO";
  }

  /** A variable is one in a comment as well. */
  @Override
  public String comment(String text) {
    return "-- " + text.replace("$(", "$ (");
  }

  @Override
  public List<String> begin() {
    return List.of("BEGIN TRANSACTION;\nGO");
  }

  @Override
  public List<String> commit() {
    return List.of("COMMIT TRANSACTION;\nGO");
  }

  @Override
  public List<String> lock(TableName versionTable) {
    return List.of(
        terminated(dialect.takeLock(versionTable)),
        guard(holdsLock(versionTable), "Another runner is at work on this database.").get(0));
  }

  /** Also where the script was stopped, and the client went on to here. */
  @Override
  public List<String> unlock(TableName versionTable) {
    return List.of(
        "SET NOEXEC OFF;\nGO",
        terminated(
            "IF "
                + holdsLock(versionTable)
                + "\nBEGIN\n  DECLARE @resource NVARCHAR(255) = "
                + dialect.lockName(versionTable)
                + ";\n  EXEC sys.sp_releaseapplock @Resource = @resource,"
                + " @LockOwner = N'Session', @DbPrincipal = N'public';\nEND"));
  }

  @Override
  public String holdsLock(TableName versionTable) {
    return "APPLOCK_MODE(N'public', "
        + dialect.lockName(versionTable)
        + ", N'Session') = N'Exclusive'";
  }

  @Override
  public List<String> prepareGuard() {
    return List.of();
  }

  /**
   * Three batches: one in which the condition fails itself, for want of a table, ends there, and
   * what it was to say stays unsaid.
   */
  @Override
  public List<String> guard(String condition, String message) {
    return List.of(
        terminated("EXEC sys.sp_set_session_context " + PASSED + ", 0")
            + "\n"
            + terminated(
                "IF " + condition + "\n  EXEC sys.sp_set_session_context " + PASSED + ", 1")
            + "\n"
            + terminated(
                "IF ISNULL(CAST(SESSION_CONTEXT("
                    + PASSED
                    + ") AS INT), 0) <> 1\nBEGIN\n  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;\n"
                    + "  RAISERROR("
                    + dialect.literals().string(message.replace("%", "%%"))
                    + ", 16, 1);\n  SET NOEXEC ON;\nEND"));
  }

  @Override
  public List<String> afterStatement() {
    return List.of("IF @@ERROR <> 0 SET NOEXEC ON;\nGO");
  }

  /** An error that XACT_ABORT does not know, of a statement that cannot be compiled, counts too. */
  @Override
  public List<String> afterStatementInTransaction() {
    return List.of(
        "IF @@ERROR <> 0 OR @@TRANCOUNT = 0\nBEGIN\n"
            + "  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;\n  SET NOEXEC ON;\nEND;\nGO");
  }
}
