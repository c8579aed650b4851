package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.CreateIndex;

/** A fulltext or spatial index of a table in use is built while nobody can write. */
public final class FulltextOrSpatialIndexBlocksWritesRule extends Rule {
  public FulltextOrSpatialIndexBlocksWritesRule() {
    super("fulltext-or-spatial-index-blocks-writes", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateIndex create) {
      Waiting.of(site, "create-index/fulltext", "create-index/spatial")
          .ifPresent(waiting -> waiting.report(site, report, "For " + create.index().name()));
    }
  }
}
