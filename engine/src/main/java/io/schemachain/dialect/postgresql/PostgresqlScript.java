package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.ScriptStyle;
import io.schemachain.model.TableName;
import java.util.List;

/** Scripts for psql. */
final class PostgresqlScript implements ScriptStyle {
  private final PostgresqlDialect dialect;

  PostgresqlScript(PostgresqlDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public String usage() {
    return "psql -f <script>";
  }

  @Override
  public List<String> preamble() {
    return List.of("\\set ON_ERROR_STOP on", "SET client_min_messages = warning;");
  }

  @Override
  public String terminated(String statement) {
    return ScriptStyle.withSemicolon(statement, dialect.lexis());
  }

  @Override
  public List<String> begin() {
    return List.of("BEGIN;");
  }

  @Override
  public List<String> commit() {
    return List.of("COMMIT;");
  }

  @Override
  public List<String> lock(TableName versionTable) {
    return guard(
        "pg_try_advisory_lock(" + dialect.lockKey(versionTable) + ")",
        "Another runner is at work on this database.");
  }

  @Override
  public List<String> unlock(TableName versionTable) {
    return List.of(
        "DO $schemachain$ BEGIN PERFORM pg_advisory_unlock("
            + dialect.lockKey(versionTable)
            + "); END $schemachain$;");
  }

  /**
   * Within a transaction the lock can be taken again by the session that has it, and by no other.
   */
  @Override
  public String holdsLock(TableName versionTable) {
    return "pg_try_advisory_xact_lock(" + dialect.lockKey(versionTable) + ")";
  }

  @Override
  public List<String> prepareGuard() {
    return List.of();
  }

  @Override
  public List<String> guard(String condition, String message) {
    return List.of(dialect.raiseUnless(condition, message) + ";");
  }
}
