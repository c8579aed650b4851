package io.schemachain.lint.rule;

import io.schemachain.lint.Indexes;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.model.Index;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/** A key of several columns of which one may be NULL. */
public final class NullableInUniqueKeyRule extends Rule {
  public NullableInUniqueKeyRule() {
    super(
        "nullable-in-unique-key",
        RuleGroup.DESIGN,
        Level.NOTE,
        "Two rows with the same values and NULL in that column are not the same to the key, so that"
            + " it lets both in.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Optional<Table> table = Indexes.table(site);
    if (table.isEmpty() || site.dialect().name().equals("oracle")) {
      return; // Oracle takes such rows for the same, which is another rule.
    }
    List<String> made = Indexes.madeBy(site, table.get());
    for (UniqueConstraint unique : table.get().uniqueConstraints()) {
      if (made.contains(unique.name()) && !unique.nullsNotDistinct()) {
        look(site, table.get(), unique.name(), unique.columns(), report);
      }
    }
    for (Index index : table.get().indexes()) {
      if (made.contains(index.name()) && index.isKey() && !index.nullsNotDistinct()) {
        look(site, table.get(), index.name(), index.columns(), report);
      }
    }
  }

  private static void look(
      OperationSite site, Table table, String key, List<String> columns, Report report) {
    List<String> nullable =
        columns.stream()
            .filter(name -> table.column(name).filter(Column::nullable).isPresent())
            .toList();
    if (columns.size() > 1 && !nullable.isEmpty() && nullable.size() < columns.size()) {
      report
          .at(
              site,
              key + " lets rows be twice that have no " + String.join(" or no ", nullable) + ".")
          .fix(
              "Say `nullable: false`, with a value that stands for none, or `nulls_not_distinct`"
                  + " where the database has it.");
    }
  }
}
