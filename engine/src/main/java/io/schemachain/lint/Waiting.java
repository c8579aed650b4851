package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Lock.Blocked;
import io.schemachain.model.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Work on a table that others wait for, the longer the more rows there are.
 *
 * @param table that is locked
 * @param effect what is done to it
 */
public record Waiting(TableName table, Effect effect) {
  /** What happens to whom, for rules about it. */
  public static final String WHY =
      "Whoever wants to change a row waits until it is done, and who comes later waits behind them."
          + " It takes longer the more rows there are.";

  public Waiting {
    requireNonNull(table, "table");
    requireNonNull(effect, "effect");
  }

  /**
   * The worst of an operation's forms that begin like one of these; empty where it does none of
   * them, where nothing is sent or nobody waits, or where the author asked for steps and the
   * database has them.
   */
  public static Optional<Waiting> of(OperationSite site, String... forms) {
    if ((site.isOnline() && site.hasOnlineForm()) || site.planned().statements().isEmpty()) {
      return Optional.empty();
    }
    return site.effects().stream()
        .filter(effect -> List.of(forms).stream().anyMatch(form -> effect.form().startsWith(form)))
        .filter(Waiting::isLong)
        .max(Comparator.comparing(Effect::cost))
        .map(effect -> new Waiting(requireNonNull(effect.table()), effect));
  }

  private static boolean isLong(Effect effect) {
    return effect.table() != null
        && effect.cost().compareTo(Cost.SCAN) >= 0
        && effect.cost() != Cost.UNKNOWN
        && blocksRows(effect);
  }

  /** Whether others cannot read, or cannot write. */
  public static boolean blocksRows(Effect effect) {
    return effect.blocks().contains(Blocked.READS) || effect.blocks().contains(Blocked.WRITES);
  }

  /** Who waits: {@code reads and writes of users}. */
  public static String who(Effect effect) {
    return effect.blocks().contains(Blocked.READS)
        ? "reads and writes of " + effect.table()
        : "writes to " + effect.table();
  }

  /** {@code all rows of users are read while writes to users wait}. */
  public String sentence() {
    return work() + " while " + who(effect) + " wait";
  }

  private String work() {
    return switch (effect.cost()) {
      case SCAN -> "all rows of " + table + " are read";
      case INDEX_BUILD -> "an index of " + table + " is built";
      case REWRITE -> "all rows of " + table + " are written anew";
      case COPY -> table + " is copied";
      default -> throw new IllegalStateException(effect.cost() + " takes no time");
    };
  }

  /**
   * Reports it, with the way out that the database has.
   *
   * @param what the beginning of the message: {@code To make users.email NOT NULL}
   * @param steps what to do where it can be done in steps: {@code Build it beside them}
   */
  public void report(OperationSite site, Report report, String what, String steps) {
    reportAs(site, report, what + ", " + sentence() + ".", steps);
  }

  /** The same with a message of its own. */
  public void reportAs(OperationSite site, Report report, String message, String steps) {
    Report.Draft draft = report.at(site, message).growsWith(table);
    if (site.hasOnlineForm()) {
      draft.online().fix(steps + ": `strategy: online`.");
    } else {
      draft.fix(otherwise(site));
    }
  }

  /** The same where no database has such steps. */
  public void report(OperationSite site, Report report, String what) {
    draft(site, report, what).fix(otherwise(site));
  }

  /** The same where other words say what to do. */
  public Report.Draft draft(OperationSite site, Report report, String what) {
    return report.at(site, what + ", " + sentence() + ".").growsWith(table);
  }

  /** What to do where the database has no other way. */
  public static String otherwise(OperationSite site) {
    if (site.isRaw() && site.isPossibleOnline()) {
      return "Write it as an operation with `strategy: online` in place of SQL.";
    }
    String beside =
        site.dialect().keys().contains("mysql")
            ? ", or let a tool copy it beside them, such as pt-online-schema-change"
            : "";
    return "There is no other way here: choose a time when nobody uses the table" + beside + ".";
  }
}
