package io.schemachain.command;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.dialect.Dialect;
import io.schemachain.plan.PlanStep;
import io.schemachain.revision.RevisionHeader;
import java.util.List;

/** {@code transactions: run} asks for one transaction around all revisions of a run. */
final class OneTransaction {
  private OneTransaction() {}

  /** Reports what cannot be in it. */
  static void require(List<PlanStep> steps, Dialect dialect, Chain chain, Diagnostics diagnostics) {
    SourceLocation settings = chain.settings().location();
    if (!dialect.capabilities().transactionalDdl() && settings != null) {
      diagnostics.error(
          settings,
          "`transactions: run` asks for one transaction, and "
              + dialect.displayName()
              + " commits with every change of the schema.",
          "Remove it, or keep it for projects on PostgreSQL and SQLite.");
      return;
    }
    for (PlanStep step : steps) {
      RevisionHeader header = step.revision().header();
      if (!header.transaction()) {
        diagnostics.error(
            header.location(),
            "`transactions: run` in the settings asks for one transaction, and this revision for none.",
            "Remove `transaction: false` here, or `transactions: run` there.");
      } else if (!step.transactional()) {
        diagnostics.error(
            header.location(),
            "`transactions: run` in the settings asks for one transaction, and "
                + dialect.displayName()
                + " does not run this revision in one.",
            "Remove `concurrently` here, or `transactions: run` there.");
      }
    }
  }
}
