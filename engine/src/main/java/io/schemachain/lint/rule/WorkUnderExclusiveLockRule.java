package io.schemachain.lint.rule;

import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Lock.Blocked;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.model.TableName;
import io.schemachain.plan.Segment;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** In one transaction a table is locked against all, and then something takes long. */
public final class WorkUnderExclusiveLockRule extends Rule {
  public WorkUnderExclusiveLockRule() {
    super(
        "work-under-exclusive-lock",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Locks are held until the transaction ends: who uses the locked table waits for "
            + "all that comes behind it.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (Segment segment : site.step().segments()) {
      if (segment.transactional()) {
        look(site, segment, report);
      }
    }
  }

  private static void look(RevisionSite site, Segment segment, Report report) {
    Map<TableName, OperationSite> locked = new LinkedHashMap<>();
    Set<TableName> reported = new HashSet<>();
    for (OperationSite operation : site.operations()) {
      if (operation.index() < segment.from() || operation.index() >= segment.to()) {
        continue;
      }
      Set<TableName> own = new HashSet<>();
      Set<TableName> exclusive = new HashSet<>();
      boolean isLong = false;
      for (Effect effect : operation.effects()) {
        isLong |= isLong(effect);
        if (effect.table() != null && Waiting.blocksRows(effect)) {
          own.add(effect.table());
        }
        if (stays(effect, site)) {
          exclusive.add(effect.table());
        }
      }
      for (Map.Entry<TableName, OperationSite> lock : locked.entrySet()) {
        TableName table = lock.getKey();
        if (isLong && !own.contains(table) && reported.add(table)) {
          report(operation, lock.getValue(), table, report);
        }
      }
      exclusive.forEach(table -> locked.putIfAbsent(table, operation));
    }
  }

  /** What is inserted is in the file, so there is little of it. */
  private static boolean isLong(Effect effect) {
    return effect.cost().compareTo(Cost.ROWS) >= 0 && !effect.form().equals("insert-rows");
  }

  /** Whether nobody can use a table meanwhile that is there afterwards. */
  private static boolean stays(Effect effect, RevisionSite site) {
    return effect.table() != null
        && effect.blocks().contains(Blocked.READS)
        && site.after().find(effect.table()).isPresent();
  }

  private static void report(
      OperationSite operation, OperationSite lock, TableName table, Report report) {
    report
        .at(
            operation,
            "While this runs nobody can use "
                + table
                + ", which "
                + lock.planned().title()
                + " has locked.")
        .growsWith(table)
        .fix("Put it into a revision of its own, before or behind this one.");
  }
}
