package io.schemachain.lint.rule;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.lint.DefinedColumn;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TypeKind;

/** A moment on MySQL that cannot be after January 2038. */
public final class TimestampEnds2038Rule extends Rule {
  private static final DatabaseVersion LONGER = DatabaseVersion.of(11, 5);

  public TimestampEnds2038Rule() {
    super(
        "timestamp-ends-2038",
        RuleGroup.PORTABILITY,
        Level.NOTE,
        "A later moment, of a contract or a certificate, is refused.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Dialect dialect = site.dialect();
    boolean ends =
        dialect.name().equals("mysql")
            || (dialect.name().equals("mariadb") && dialect.version().compareTo(LONGER) < 0);
    for (DefinedColumn defined : DefinedColumn.of(site)) {
      if (ends && defined.column().type().is(TypeKind.TIMESTAMPTZ)) {
        report
            .at(site, defined + " is TIMESTAMP there, which ends on 2038-01-19.")
            .fix("Write `timestamp` and keep UTC in it, where later moments can be meant.");
      }
    }
  }
}
