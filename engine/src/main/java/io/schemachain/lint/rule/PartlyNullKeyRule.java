package io.schemachain.lint.rule;

import io.schemachain.lint.Indexes;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.model.Table;
import java.util.List;
import java.util.Optional;

/** On Oracle two rows are the same that have NULL in one column of a key. */
public final class PartlyNullKeyRule extends Rule {
  public PartlyNullKeyRule() {
    super(
        "partly-null-key",
        RuleGroup.PORTABILITY,
        Level.NOTE,
        "Oracle refuses rows that the other databases take, as long as another column of the key"
            + " has a value.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Optional<Table> table = Indexes.table(site);
    if (table.isEmpty() || !site.dialect().name().equals("oracle")) {
      return;
    }
    List<String> made = Indexes.madeBy(site, table.get());
    for (Indexes.One key : Indexes.of(table.get())) {
      boolean isKey = key.unique() && made.contains(key.name()) && key.columns().size() > 1;
      long nullable =
          key.columns().stream()
              .filter(name -> table.get().column(name).filter(Column::nullable).isPresent())
              .count();
      if (isKey && nullable > 0) {
        report
            .at(site, key.name() + " compares NULL like a value where another column has one.")
            .fix("Say `nullable: false`, with a value that stands for none.");
      }
    }
  }
}
