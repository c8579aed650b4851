package io.schemachain.dialect.h2;

import io.schemachain.dialect.Literals;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.SqlLexis;
import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scripts for H2's RunScript, which stops at the first error unless told otherwise. DDL commits, so
 * that a script has no transactions and cannot hold a row as a lock.
 */
final class H2Script implements ScriptStyle {
  private final Literals literals;
  private final SqlLexis lexis;

  H2Script(H2Dialect dialect) {
    this.literals = dialect.literals();
    this.lexis = dialect.lexis();
  }

  @Override
  public String usage() {
    return "java -cp h2-<version>.jar org.h2.tools.RunScript -url <url> -user <user> -script"
        + " <script>";
  }

  @Override
  public List<String> preamble() {
    return List.of();
  }

  @Override
  public String terminated(String statement) {
    return ScriptStyle.withSemicolon(statement, lexis);
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
    return List.of("SET AUTOCOMMIT FALSE;");
  }

  @Override
  public List<String> commitRows() {
    return List.of("COMMIT;", "SET AUTOCOMMIT TRUE;");
  }

  @Override
  public List<String> lock(TableName versionTable) {
    return List.of();
  }

  @Override
  public List<String> unlock(TableName versionTable) {
    return List.of();
  }

  @Override
  public @Nullable String holdsLock(TableName versionTable) {
    return null;
  }

  @Override
  public List<String> prepareGuard() {
    return List.of();
  }

  /**
   * A variable stays false when the condition itself fails. A client that goes on after SIGNAL
   * loses its session.
   */
  @Override
  public List<String> guard(String condition, String message) {
    return List.of(
        "SET @schemachain_passed = FALSE;",
        "SET @schemachain_passed = (" + condition + ");",
        "SELECT CASE WHEN @schemachain_passed THEN TRUE ELSE SIGNAL('45000', "
            + literals.string(message)
            + ") END;",
        "SELECT CASE WHEN @schemachain_passed THEN TRUE ELSE ABORT_SESSION(SESSION_ID()) END;");
  }
}
