package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawText;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.SafeForms;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Condition;
import io.schemachain.operation.Update;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All rows of a table are changed in one statement. */
public final class UnbatchedUpdateRule extends Rule {
  private static final Pattern RAW =
      Pattern.compile(
          "^update (?:only )?(?:(\\S+) \\. )?(\\S+) set (?:(?! where ).)*(?: where \\S+ is"
              + " null)?$");
  private static final Pattern IS_NULL = Pattern.compile("(?i)\\s*\\S+\\s+is\\s+null\\s*");

  public UnbatchedUpdateRule() {
    super(
        "unbatched-update",
        RuleGroup.TRANSACTIONS,
        Level.NOTE,
        "All of them are locked until the last one is done; whoever wants to change one of them"
            + " waits, and replicas fall behind.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof Update update) {
      if (!site.isNew(update.table()) && isForAll(update.where())) {
        look(site, update, report);
      }
      return;
    }
    RawText.find(site, RAW)
        .map(found -> table(found.group(1), found.group(2)))
        .filter(table -> site.table(table).isPresent() && !site.isNew(table))
        .ifPresent(
            table ->
                report
                    .at(site, message(table))
                    .growsWith(table)
                    .fix("Write it as a `backfill` in a revision of its own."));
  }

  private static void look(OperationSite site, Update update, Report report) {
    Report.Draft draft = report.at(site, message(update.table())).growsWith(update.table());
    if (SafeForms.hasSimpleKey(site.table(update.table()))) {
      draft
          .rewrite(
              List.of(
                  new Backfill(
                      update.table(),
                      update.set(),
                      update.where(),
                      null,
                      Backfill.DEFAULT_BATCH_SIZE)))
          .fix("Write it as a `backfill` in a revision of its own.");
    } else {
      draft.fix("Write it as a `backfill` along a unique column, in a revision of its own.");
    }
  }

  private static TableName table(@Nullable String schema, String name) {
    return new TableName(schema == null ? null : unquoted(schema), unquoted(name));
  }

  private static String unquoted(String name) {
    return name.replaceAll("[\"`\\[\\]]", "");
  }

  private static String message(TableName table) {
    return "One statement changes all rows of " + table + ".";
  }

  /** Of a column that is new each row is NULL. */
  private static boolean isForAll(Condition where) {
    return where instanceof Condition.All
        || (where instanceof Condition.Sql sql && IS_NULL.matcher(sql.sql()).matches())
        || (where instanceof Condition.Equal equal
            && equal.values().values().stream().allMatch(Value.Null.class::isInstance));
  }
}
