package io.schemachain.dialect.oracle;

import io.schemachain.dialect.ScriptStyle;
import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scripts for SQL*Plus, which SQLcl runs as well. It ends at the first error because it is told to;
 * each statement commits.
 */
final class OracleScript implements ScriptStyle {

  private final OracleDialect dialect;

  OracleScript(OracleDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public String usage() {
    return "sqlplus -L -S <connection> < <script>";
  }

  /**
   * What a login script may have set otherwise. A client whose character set is not that of the
   * script, UTF-8, would change the texts in it without a word.
   */
  @Override
  public List<String> preamble() {
    return List.of(
        "WHENEVER SQLERROR EXIT FAILURE ROLLBACK",
        "WHENEVER OSERROR EXIT FAILURE ROLLBACK",
        "SET DEFINE OFF",
        "SET ESCAPE OFF",
        "SET SQLBLANKLINES ON",
        "SET BLOCKTERMINATOR OFF",
        "SET AUTOCOMMIT ON",
        terminated(
            "BEGIN\n  IF '\u00e4' <> UNISTR('\\00E4') THEN\n    RAISE_APPLICATION_ERROR("
                + PlSql.ERROR
                + ", 'Set NLS_LANG to .AL32UTF8.');\n  END IF;\nEND;"));
  }

  @Override
  public String terminated(String statement) {
    return SqlplusText.terminated(statement, dialect);
  }

  /** A hyphen at the end would join the next line to it. */
  @Override
  public String comment(String text) {
    return "-- " + text + (text.endsWith("-") ? "." : "");
  }

  @Override
  public List<String> begin() {
    return List.of();
  }

  @Override
  public List<String> commit() {
    return List.of();
  }

  @Override
  public List<String> beginRows() {
    return List.of("SET AUTOCOMMIT OFF");
  }

  @Override
  public List<String> commitRows() {
    return List.of("COMMIT;", "SET AUTOCOMMIT ON");
  }

  /** Without the right to execute DBMS_LOCK there is no lock that DDL does not free. */
  @Override
  public List<String> lock(TableName versionTable) {
    return List.of(
        withLock(
            versionTable,
            "SYS.DBMS_LOCK.REQUEST(:id, 6, 0)",
            "  IF taken NOT IN (0, 4) THEN\n    RAISE_APPLICATION_ERROR("
                + PlSql.ERROR
                + ", 'Another runner is at work on this database.');\n  END IF;\n"));
  }

  @Override
  public List<String> unlock(TableName versionTable) {
    return List.of(withLock(versionTable, "SYS.DBMS_LOCK.RELEASE(:id)", ""));
  }

  private String withLock(TableName versionTable, String call, String then) {
    return terminated(
        "DECLARE\n  may_lock INTEGER;\n  lock_id INTEGER;\n  taken INTEGER := 0;\nBEGIN\n"
            + "  SELECT COUNT(*), MAX("
            + dialect.lockId(versionTable)
            + ") INTO may_lock, lock_id FROM ALL_PROCEDURES WHERE OWNER = 'SYS' AND OBJECT_NAME ="
            + " 'DBMS_LOCK';\n"
            + "  IF may_lock > 0 THEN\n    EXECUTE IMMEDIATE 'BEGIN :taken := "
            + call
            + "; END;' USING OUT taken, lock_id;\n  END IF;\n"
            + then
            + "END;");
  }

  @Override
  public @Nullable String holdsLock(TableName versionTable) {
    return null;
  }

  @Override
  public List<String> prepareGuard() {
    return List.of();
  }

  /** A condition that cannot be asked is an error like any other. */
  @Override
  public List<String> guard(String condition, String message) {
    return List.of(terminated(PlSql.raiseUnless(condition, message, dialect.literals())));
  }
}
