package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** SQL computes a materialized view anew while nobody can read it. */
public final class RefreshMaterializedViewRule extends Rule {
  public RefreshMaterializedViewRule() {
    super(
        "refresh-materialized-view",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Reads wait until its query has run to the end.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (site.dialect().name().equals("postgresql")
          && statement.starts("REFRESH MATERIALIZED VIEW")
          && !statement.words().contains("CONCURRENTLY")
          && !statement.has("NO DATA")) {
        report
            .at(
                statement.site(),
                statement.beginning() + " computes it anew while reads of it wait.")
            .fix("Give the view a unique index and write REFRESH MATERIALIZED VIEW CONCURRENTLY.");
      }
    }
  }
}
