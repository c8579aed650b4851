package io.schemachain.lint.rule;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.fact.Cost;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.Operation;
import org.jspecify.annotations.Nullable;

/** A column comes or goes at once, by a MySQL that may not be able to read the table back. */
public final class InstantColumnCorruptionRule extends Rule {
  private static final DatabaseVersion OF = DatabaseVersion.of(8, 0);

  public InstantColumnCorruptionRule() {
    super(
        "instant-column-corruption",
        RuleGroup.DATA_LOSS,
        Level.OFF,
        "After a column was added or dropped INSTANT, MySQL 8.0.29 can write a log that neither it"
            + " nor a backup tool reads back.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    TableName table = changed(site.operation());
    if (table != null
        && site.dialect().name().equals("mysql")
        && site.dialect().version().equals(OF)
        && !site.isNew(table)
        && isInstant(site)) {
      report
          .at(site, "MySQL 8.0.29 does it INSTANT, and may not read " + table + " back.")
          .fix(
              "Bring the servers to 8.0.32 or later, and build tables anew that 8.0.29 changed so"
                  + " (`OPTIMIZE TABLE`).");
    }
  }

  /** A column that is dropped online asks for another algorithm. */
  private static boolean isInstant(OperationSite site) {
    return site.operation() instanceof DropColumn
        ? !site.isOnline()
        : site.effects().stream()
            .noneMatch(effect -> effect.cost() == Cost.REWRITE || effect.cost() == Cost.COPY);
  }

  private static @Nullable TableName changed(Operation operation) {
    if (operation instanceof AddColumn add) {
      return add.table();
    }
    return operation instanceof DropColumn drop ? drop.table() : null;
  }
}
