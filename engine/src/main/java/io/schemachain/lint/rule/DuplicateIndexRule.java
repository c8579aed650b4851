package io.schemachain.lint.rule;

import io.schemachain.lint.Indexes;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Table;
import java.util.List;
import java.util.Optional;

/** An index that is there already under another name. */
public final class DuplicateIndexRule extends Rule {
  public DuplicateIndexRule() {
    super(
        "duplicate-index",
        RuleGroup.DESIGN,
        Level.WARNING,
        "Each write pays for both, and no query is faster for the second.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Optional<Table> table = Indexes.table(site);
    if (table.isEmpty()) {
      return;
    }
    List<String> made = Indexes.madeBy(site, table.get());
    List<Indexes.One> all = Indexes.lasting(site, table.get());
    for (int i = 0; i < all.size(); i++) {
      for (int k = 0; k < i; k++) {
        Indexes.One one = all.get(i);
        Indexes.One other = all.get(k);
        boolean isMade = made.contains(one.name()) || made.contains(other.name());
        boolean isSame = one.columns().equals(other.columns()) && one.isPlain() && other.isPlain();
        if (isMade && isSame) {
          report
              .at(
                  site,
                  other.name()
                      + " and "
                      + one.name()
                      + " are over the same columns of "
                      + table.get().name()
                      + ".")
              .fix("Keep the one that is unique, or the one that is older.");
        }
      }
    }
  }
}
