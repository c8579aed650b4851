package io.schemachain.lint.rule;

import io.schemachain.diagnostic.Located;
import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.ValidateConstraint;
import io.schemachain.revision.Revision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A constraint is created without a look at the rows, and no revision looks at them later. */
public final class ConstraintNeverValidatedRule extends Rule {
  public ConstraintNeverValidatedRule() {
    super(
        "constraint-never-validated",
        RuleGroup.LOCKS,
        Level.NOTE,
        "Old rows may break it, the optimizer does not rely on it, and some databases "
            + "refuse later changes of such rows.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    Set<String> seen = new HashSet<>();
    site.revisions().forEach((dialect, revisions) -> look(revisions, site, seen, report));
  }

  private static void look(
      List<Revision> revisions, ChainSite site, Set<String> seen, Report report) {
    Set<String> settled = new HashSet<>();
    for (int i = revisions.size() - 1; i >= 0; i--) {
      Revision revision = revisions.get(i);
      for (int k = revision.upgrade().size() - 1; k >= 0; k--) {
        Located<Operation> located = revision.upgrade().get(k);
        settle(located.value(), settled);
        String key = unchecked(located.value());
        if (key != null
            && !settled.contains(key)
            && site.looked().contains(revision.header().id())
            && seen.add(located.location() + key)) {
          report
              .at(
                  revision.header(),
                  located.location(),
                  "No revision looks at the rows that "
                      + key.substring(key.indexOf(' ') + 1)
                      + " is for.")
              .fix("Add `validate_constraint` in a later revision.");
        }
      }
    }
  }

  private static void settle(Operation operation, Set<String> settled) {
    if (operation instanceof ValidateConstraint validate) {
      settled.add(key(validate.table(), validate.name()));
    } else if (operation instanceof DropConstraint drop && drop.name() != null) {
      settled.add(key(drop.table(), drop.name()));
    } else if (operation instanceof Execute execute && execute.effects() != null) {
      execute.effects().forEach(effect -> settle(effect, settled));
    }
  }

  private static @Nullable String unchecked(Operation operation) {
    if (operation instanceof CreateForeignKey create && !create.foreignKey().validated()) {
      return key(create.table(), create.foreignKey().name());
    }
    return operation instanceof CreateCheckConstraint create && !create.check().validated()
        ? key(create.table(), create.check().name())
        : null;
  }

  private static String key(TableName table, String name) {
    return table.key() + " " + name;
  }
}
