package io.schemachain.lint.rule;

import io.schemachain.lint.Indexes;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Table;
import java.util.Optional;

/** A table has more indexes than most need. */
public final class ManyIndexesRule extends Rule {
  private static final int MANY = 10;

  public ManyIndexesRule() {
    super(
        "many-indexes",
        RuleGroup.DESIGN,
        Level.NOTE,
        "Each INSERT writes all of them, and on PostgreSQL most UPDATEs do.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Optional<Table> table = Indexes.table(site);
    int size = table.map(one -> Indexes.of(one).size()).orElse(0);
    if (size > MANY && !Indexes.madeBy(site, table.get()).isEmpty()) {
      report
          .at(site, table.get().name() + " has " + size + " indexes now, those of keys included.")
          .fix("Look which of them queries use, and drop the others.");
    }
  }
}
