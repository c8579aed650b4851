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

/** A unique text that is compared without regard to case. */
public final class TextKeyComparesDifferentlyRule extends Rule {
  public TextKeyComparesDifferentlyRule() {
    super(
        "text-key-compares-differently",
        RuleGroup.PORTABILITY,
        Level.OFF,
        "Two values that differ by case are one to this key, and two to the same key on other"
            + " databases.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Optional<Table> table = Indexes.table(site);
    if (table.isEmpty() || !site.isOn("mysql", "mariadb", "sqlserver")) {
      return;
    }
    List<String> made = Indexes.madeBy(site, table.get());
    for (Indexes.One key : Indexes.of(table.get())) {
      if (!key.unique() || !made.contains(key.name())) {
        continue;
      }
      for (String name : key.columns()) {
        Column column = table.get().column(name).orElseThrow();
        if (column.type().kind() != null
            && column.type().kind().isCharacter()
            && column.collation() == null) {
          report
              .at(
                  site,
                  "'A' and 'a' are the same in "
                      + table.get().name()
                      + "."
                      + name
                      + ", unless the server is set up otherwise.")
              .fix(
                  "Say `collation`, such as utf8mb4_bin or Latin1_General_100_BIN2, or write one"
                      + " case only.");
        }
      }
    }
  }
}
