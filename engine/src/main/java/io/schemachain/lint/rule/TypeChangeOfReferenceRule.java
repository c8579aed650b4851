package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AlterColumn;
import java.util.List;

/** The type of a column changes that a foreign key ties to another table. */
public final class TypeChangeOfReferenceRule extends Rule {
  public TypeChangeOfReferenceRule() {
    super(
        "type-change-of-reference",
        RuleGroup.LOCKS,
        Level.WARNING,
        "The key is checked again on all rows, and the other table is locked as well "
            + "until it is.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)) {
      return;
    }
    List<String> others =
        site.effects().stream()
            .filter(effect -> effect.form().equals("alter-column/referring-type"))
            .filter(effect -> !alter.table().equals(effect.table()) && Waiting.blocksRows(effect))
            .map(Waiting::who)
            .toList();
    if (!others.isEmpty()) {
      report
          .at(
              site,
              "While the type of "
                  + alter.table()
                  + "."
                  + alter.column()
                  + " changes, "
                  + String.join(", ", others)
                  + " wait as well.")
          .growsWith(alter.table())
          .fix(
              "Drop the foreign key in a revision before it, and create it again behind it once"
                  + " both columns have the new type, with `strategy: online` where the database has it.");
    }
  }
}
