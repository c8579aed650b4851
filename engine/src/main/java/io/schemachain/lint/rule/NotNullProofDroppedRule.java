package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Check;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.DropConstraint;
import java.util.List;
import java.util.Optional;

/** A check is dropped that would have proved a column NOT NULL, just before it is made so. */
public final class NotNullProofDroppedRule extends Rule {
  public NotNullProofDroppedRule() {
    super(
        "not-null-proof-dropped",
        RuleGroup.LOCKS,
        Level.WARNING,
        "With the check the database knows that no row is NULL; without it all rows are "
            + "looked at while nobody can use the table.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    if (!site.dialect().name().equals("postgresql") || !site.dialect().version().atLeast(12, 0)) {
      return;
    }
    List<OperationSite> operations = site.operations();
    for (int i = 0; i < operations.size(); i++) {
      OperationSite dropped = operations.get(i);
      Optional<Check> check = proof(dropped);
      if (check.isEmpty()) {
        continue;
      }
      for (OperationSite later : operations.subList(i + 1, operations.size())) {
        if (later.operation() instanceof AlterColumn alter
            && Boolean.FALSE.equals(alter.nullable())
            && alter.table().equals(((DropConstraint) dropped.operation()).table())
            && check.get().saysNotNull(alter.column())) {
          report
              .at(
                  dropped,
                  check.get().name()
                      + " proves that "
                      + alter.table()
                      + "."
                      + alter.column()
                      + " is not NULL, and goes before that is needed.")
              .growsWith(alter.table())
              .rewrite(List.of(alter, dropped.operation()))
              .fix("Make the column NOT NULL first, then drop the check.");
        }
      }
    }
  }

  private static Optional<Check> proof(OperationSite site) {
    if (!(site.operation() instanceof DropConstraint drop) || site.isNew(drop.table())) {
      return Optional.empty();
    }
    return site.table(drop.table())
        .flatMap(drop::find)
        .filter(Check.class::isInstance)
        .map(Check.class::cast)
        .filter(Check::validated);
  }
}
