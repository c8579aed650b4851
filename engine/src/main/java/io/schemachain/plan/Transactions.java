package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.TransactionUse;
import io.schemachain.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts revisions into transactions, and reports those that cannot run as they were asked to. What
 * no transaction may hold stands by itself, each of its statements journaled.
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
  List<Segment> cut(Revision revision, Replay.Result result, List<List<SqlStatement>> rendered) {
    int size = rendered.size();
    if (!revision.header().transaction()) {
      requireNonePossible(revision);
      return List.of(new Segment(0, size, false));
    }
    if (!dialect.capabilities().transactionalDdl()) {
      return List.of(new Segment(0, size, false));
    }
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < size; i++) {
      boolean none = false;
      boolean own = false;
      for (SqlStatement statement : rendered.get(i)) {
        none |= statement.leavesTransaction();
        own |= statement.transaction() == TransactionUse.OWN;
      }
      if (none) {
        requireNotTogether(result.located().get(i).location());
      }
      if (none || (own && !onePerRun)) {
        if (from < i) {
          segments.add(new Segment(from, i, true));
        }
        segments.add(new Segment(i, i + 1, !none));
        from = i + 1;
      }
    }
    if (from < size || segments.isEmpty()) {
      segments.add(new Segment(from, size, true));
    }
    return segments;
  }

  private void requireNotTogether(SourceLocation location) {
    if (onePerRun) {
      diagnostics.error(
          location,
          "`transactions: run` in the settings asks for one transaction, and "
              + dialect.displayName()
              + " does this in none.",
          "Remove `transactions: run` there, or write this so that a transaction can hold it.");
    }
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
