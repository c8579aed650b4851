package io.schemachain.lint.rule;

import io.schemachain.lint.Keys;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Index;
import io.schemachain.model.Table;
import io.schemachain.operation.DropIndex;
import java.util.Optional;

/** Two rows can have what only one could have. */
public final class DropUniqueIndexRule extends Rule {
  public DropUniqueIndexRule() {
    super(
        "drop-unique-index",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "From now on rows can have the same values, and an upsert on them fails or adds "
            + "a second row. To create it again there must be no duplicates.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof DropIndex drop) || site.isNew(drop.table())) {
      return;
    }
    Optional<Index> index = site.table(drop.table()).flatMap(table -> table.index(drop.index()));
    Optional<Table> end = site.revision().after().find(drop.table());
    if (index.isEmpty() || !index.get().unique() || end.isEmpty()) {
      return;
    }
    boolean replaced =
        end.get().indexes().stream()
            .anyMatch(other -> other.unique() && other.parts().equals(index.get().parts()));
    if (!replaced && !Keys.areUnique(end.get(), index.get().columns())) {
      report
          .at(
              site,
              "Rows of "
                  + drop.table()
                  + " may from now on be alike: the unique index "
                  + drop.index()
                  + " is dropped.")
          .fix(
              "Drop it only where another key or a program sees to it; to change it, create the new"
                  + " one in the same revision.");
    }
  }
}
