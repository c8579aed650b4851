package io.schemachain.lint.rule;

import io.schemachain.fact.Effect;
import io.schemachain.fact.Lock;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TableName;
import io.schemachain.operation.Delete;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Update;
import io.schemachain.plan.Segment;
import org.jspecify.annotations.Nullable;

/** Rows are changed while a lock of the schema is held. */
public final class SchemaAndRowsTogetherRule extends Rule {
  public SchemaAndRowsTogetherRule() {
    super(
        "schema-and-rows-together",
        RuleGroup.TRANSACTIONS,
        Level.OFF,
        "The lock that the change of the schema took stays until the rows are done, and others wait for both.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (Segment segment : site.step().segments()) {
      if (!segment.transactional()) {
        continue;
      }
      TableName locked = null;
      for (OperationSite one : site.operations()) {
        if (one.index() < segment.from() || one.index() >= segment.to()) {
          continue;
        }
        if (locked != null && changesRows(one)) {
          report
              .at(one, "Rows are changed while others wait for " + locked + ".")
              .fix("Move it to a revision of its own, as a `backfill` where there are many rows.");
        } else if (locked == null) {
          locked = locked(one);
        }
      }
    }
  }

  private static boolean changesRows(OperationSite site) {
    Operation operation = site.operation();
    return (operation instanceof Update update && !site.isNew(update.table()))
        || (operation instanceof Delete delete && !site.isNew(delete.table()))
        || RawWords.statements(site).stream()
            .anyMatch(sql -> sql.matches("(?s)(?:update|delete|merge) .*"));
  }

  private static @Nullable TableName locked(OperationSite site) {
    if (changesRows(site)) {
      return null;
    }
    for (Effect effect : site.effects()) {
      if (effect.table() != null && effect.blocks().contains(Lock.Blocked.WRITES)) {
        return effect.table();
      }
    }
    return null;
  }
}
