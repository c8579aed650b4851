package io.schemachain.lint.rule;

import io.schemachain.dialect.StatementKind;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** Several changes of the schema that are committed one by one. */
public final class SeveralChangesWithoutTransactionRule extends Rule {
  public SeveralChangesWithoutTransactionRule() {
    super(
        "several-changes-without-transaction",
        RuleGroup.TRANSACTIONS,
        Level.OFF,
        "When one of them fails those before it stay.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    boolean inTransaction =
        site.dialect().capabilities().transactionalDdl() && site.header().transaction();
    long changes =
        site.step().operations().stream()
            .filter(
                one -> one.statements().stream().anyMatch(sql -> sql.kind() == StatementKind.DDL))
            .count();
    if (!inTransaction && changes > 1) {
      report
          .at(site, changes + " changes of the schema are committed one by one.")
          .fix("Write a revision for each, so that the version says how far it came.");
    }
  }
}
