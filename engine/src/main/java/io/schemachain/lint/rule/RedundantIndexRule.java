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

/** An index that another one can stand in for. */
public final class RedundantIndexRule extends Rule {
  public RedundantIndexRule() {
    super(
        "redundant-index",
        RuleGroup.DESIGN,
        Level.NOTE,
        "Each write pays for it, while the longer index finds the same rows.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Optional<Table> table = Indexes.table(site);
    if (table.isEmpty()) {
      return;
    }
    List<String> made = Indexes.madeBy(site, table.get());
    List<Indexes.One> all = Indexes.lasting(site, table.get());
    for (Indexes.One shorter : all) {
      for (Indexes.One longer : all) {
        boolean isMade = made.contains(shorter.name()) || made.contains(longer.name());
        if (isMade
            && !shorter.unique()
            && shorter.isPlain()
            && longer.isPlain()
            && begins(longer, shorter)) {
          report
              .at(
                  site,
                  shorter.name()
                      + " is the beginning of "
                      + longer.name()
                      + " of "
                      + table.get().name()
                      + ".")
              .fix(
                  "Leave " + shorter.name() + " out, unless queries read nothing but its columns.");
          return;
        }
      }
    }
  }

  private static boolean begins(Indexes.One longer, Indexes.One shorter) {
    int size = shorter.columns().size();
    return longer.columns().size() > size
        && longer.columns().subList(0, size).equals(shorter.columns());
  }
}
