package io.schemachain.lint.rule;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.Operation;
import java.util.List;

/** An index is built concurrently by a PostgreSQL that may lose rows from it. */
public final class ConcurrentIndexCorruptionRule extends Rule {
  private static final DatabaseVersion BEGINS = DatabaseVersion.of(14, 0);
  private static final DatabaseVersion MENDED = DatabaseVersion.of(14, 4);

  public ConcurrentIndexCorruptionRule() {
    super(
        "concurrent-index-corruption",
        RuleGroup.TRANSACTIONS,
        Level.OFF,
        "PostgreSQL 14.0 to 14.3 can leave rows out of an index that is built so, and queries then"
            + " do not find them.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    DatabaseVersion version = site.dialect().version();
    if (!site.dialect().name().equals("postgresql")
        || version.compareTo(BEGINS) < 0
        || version.compareTo(MENDED) >= 0) {
      return;
    }
    List<Operation> operations =
        site.isOnline() ? site.onlineOperations() : List.of(site.operation());
    for (Operation operation : operations) {
      if (operation instanceof CreateIndex create && create.concurrently()) {
        report
            .at(
                site,
                "The index "
                    + create.index().name()
                    + " may be without some rows where the server is older than 14.4.")
            .fix("Bring the servers to 14.4, and say so in the settings: `postgresql:14.4`.");
      }
    }
  }
}
