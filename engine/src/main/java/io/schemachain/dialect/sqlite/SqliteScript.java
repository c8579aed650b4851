package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.Literals;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.SqlLexis;
import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scripts for sqlite3. It stops at an error because of {@code .bail on}; for a client that goes on,
 * what failed stands in a temporary table, and COMMIT is preceded by a ROLLBACK where anything
 * does.
 */
final class SqliteScript implements ScriptStyle {
  private final Literals literals;
  private final SqlLexis lexis;

  SqliteScript(SqliteDialect dialect) {
    this.literals = dialect.literals();
    this.lexis = dialect.lexis();
  }

  @Override
  public String usage() {
    return "sqlite3 <database> < <script>";
  }

  @Override
  public List<String> preamble() {
    return List.of(".bail on");
  }

  @Override
  public String terminated(String statement) {
    return ScriptStyle.withSemicolon(ShellLines.safe(statement), lexis);
  }

  @Override
  public List<String> begin() {
    return List.of("BEGIN IMMEDIATE;");
  }

  /** NULL is refused, and OR ROLLBACK takes everything back. */
  @Override
  public List<String> commit() {
    return List.of(
        "INSERT OR ROLLBACK INTO temp.schemachain_guard"
            + " SELECT NULL FROM temp.schemachain_guard;",
        "COMMIT;");
  }

  /** BEGIN IMMEDIATE is the lock. */
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
    return List.of(SqliteChecks.PREPARE + ";");
  }

  /** The failure is noted first, so that it stays when the condition itself fails. */
  @Override
  public List<String> guard(String condition, String message) {
    String text = literals.string(message);
    return List.of(
        "INSERT INTO temp.schemachain_guard (failed) VALUES (" + text + ");",
        "DELETE FROM temp.schemachain_guard WHERE failed = " + text + " AND (" + condition + ");",
        SqliteChecks.STOP + ";");
  }
}
