package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.List;

/** SQL builds a table anew to make it smaller, or to give its rows another form. */
public final class OptimizeTableRule extends Rule {
  private static final List<String> BUILDS =
      List.of("ENGINE INNODB", "FORCE", "ROW_FORMAT", "KEY_BLOCK_SIZE");

  public OptimizeTableRule() {
    super(
        "optimize-table",
        RuleGroup.LOCKS,
        Level.NOTE,
        "It needs room for a second table and slows down what runs beside it, and replicas lag"
            + " behind for as long as it took; where the table has a full-text index, writes"
            + " wait.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    if (!site.dialect().keys().contains("mysql")) {
      return;
    }
    for (RawWords statement : RawWords.of(site)) {
      if (!statement.isOfNewTable() && builds(statement)) {
        report
            .at(statement.site(), statement.beginning() + " writes all rows anew.")
            .fix(
                "Leave it out of revisions, unless the form of the rows is what must change: then see"
                    + " that the disk has room, and that replicas may lag.");
      }
    }
  }

  private static boolean builds(RawWords statement) {
    boolean optimizes = statement.starts("OPTIMIZE") && statement.has("TABLE");
    return optimizes
        || (statement.starts("ALTER TABLE") && BUILDS.stream().anyMatch(statement::has));
  }
}
