package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;

/** A constraint or an index gets another name, and is made anew for it while others wait. */
public final class RenameRewritesRule extends Rule {
  public RenameRewritesRule() {
    super("rename-rewrites", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof RenameConstraint rename) {
      look(site, "rename-constraint", rename.newName(), report);
    } else if (site.operation() instanceof RenameIndex rename) {
      look(site, "rename-index", rename.newName(), report);
    }
  }

  private static void look(OperationSite site, String form, String name, Report report) {
    Waiting.of(site, form)
        .ifPresent(
            waiting ->
                report
                    .at(site, "For the name " + name + ", " + waiting.sentence() + ".")
                    .growsWith(waiting.table())
                    .fix("Leave it its old name, which no program sees."));
  }
}
