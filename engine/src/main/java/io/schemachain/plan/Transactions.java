package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.revision.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which revisions run in a transaction, and reports those that cannot run as they were asked
 * to. A revision with one statement that no transaction may hold has none: each of its statements
 * is journaled.
 */
final class Transactions {
  private final Dialect dialect;
  private final Diagnostics diagnostics;
  private final boolean onePerRun;

  /**
   * @param onePerRun where the settings ask for one transaction around all; null where they do not
   */
  Transactions(Dialect dialect, Diagnostics diagnostics, @Nullable SourceLocation onePerRun) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.diagnostics = requireNonNull(diagnostics, "diagnostics");
    boolean possible = dialect.capabilities().transactionalDdl();
    this.onePerRun = onePerRun != null && possible;
    if (onePerRun != null && !possible) {
      diagnostics.error(
          onePerRun,
          "`transactions: run` asks for one transaction, and "
              + dialect.displayName()
              + " commits with every change of the schema.",
          "Remove it, or keep it for projects on PostgreSQL, SQLite and SQL Server.");
    }
  }

  /**
   * @param rendered the statements of each operation of the result
   */
  boolean isInOne(Revision revision, Replay.Result result, List<List<SqlStatement>> rendered) {
    boolean asked = revision.header().transaction();
    if (!asked) {
      requireNonePossible(revision);
    }
    boolean possible = true;
    for (int i = 0; i < rendered.size(); i++) {
      if (rendered.get(i).stream().anyMatch(SqlStatement::leavesTransaction)) {
        possible = false;
        if (onePerRun) {
          diagnostics.error(
              result.located().get(i).location(),
              "`transactions: run` in the settings asks for one transaction, and "
                  + dialect.displayName()
                  + " does this in none.",
              "Remove `transactions: run` there, or write this so that a transaction can hold it.");
        }
      }
    }
    return dialect.capabilities().transactionalDdl() && asked && possible;
  }

  private void requireNonePossible(Revision revision) {
    if (!dialect.capabilities().lockBeyondTransaction()) {
      diagnostics.error(
          revision.header().location(),
          dialect.displayName() + " does not support `transaction: false`.",
          "Its transactions are what keeps other runners out. Remove it.");
    }
    if (onePerRun) {
      diagnostics.error(
          revision.header().location(),
          "`transactions: run` in the settings asks for one transaction, and this revision for none.",
          "Remove `transaction: false` here, or `transactions: run` there.");
    }
  }
}
