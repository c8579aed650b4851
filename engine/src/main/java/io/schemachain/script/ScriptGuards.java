package io.schemachain.script;

import static io.schemachain.script.ScriptText.printable;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Direction;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.revision.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stops a script where it must not go on: on another database, at another place, behind a part
 * that failed. Knows where the database is while the script is written, step by step.
 */
final class ScriptGuards {
  private final Plan plan;
  private final Dialect dialect;
  private final ScriptStyle style;
  private final Bookkeeping bookkeeping;
  private final ScriptPrinter.Header header;
  private final String run;
  private final Position position;
  private final @Nullable String holdsLock;

  /** Null where each revision is one transaction: none can be begun and not finished. */
  private final @Nullable String nothingOpen;

  /**
   * @param run names the script in the journal
   */
  ScriptGuards(Plan plan, Bookkeeping bookkeeping, ScriptPrinter.Header header, String run) {
    this.plan = plan;
    this.dialect = plan.dialect();
    this.style = dialect.script();
    this.bookkeeping = bookkeeping;
    this.header = header;
    this.run = run;
    this.position = header.graph().position(plan.applied());
    this.holdsLock = style.holdsLock(bookkeeping.versions());
    this.nothingOpen =
        plan.steps().stream().allMatch(PlanStep::transactional) ? null : bookkeeping.nothingOpen();
  }

  List<String> isServer(String server) {
    return style.guard(dialect.isServer(), "This script is for " + server + ".");
  }

  /** One for each thing that may be wrong, so that the message tells what to do about it. */
  List<String> begin() {
    List<String> mine =
        plan.steps().stream()
            .filter(step -> step.direction() == Direction.UPGRADE)
            .map(step -> step.revision().id())
            .toList();
    List<String> lines =
        new ArrayList<>(
            style.guard(
                bookkeeping.guard(position.size(), position.heads(), mine),
                "This database is not at "
                    + header.from()
                    + ". See SELECT revision FROM "
                    + bookkeeping.versions()
                    + ", and print the script from there: mvn schema:"
                    + plan.steps().get(0).direction().word()
                    + " -Dschema.sql -Dschema.target=<there>:"
                    + header.to()));
    if (header.goesOn().isEmpty() && nothingOpen != null) {
      lines.addAll(style.guard(nothingOpen, openMessage()));
    }
    return lines;
  }

  /** The journal's last open row is still the one that the script was printed for. */
  List<String> lastOpenIs(long entry) {
    return style.guard(bookkeeping.lastOpenIs(entry), openMessage());
  }

  private String openMessage() {
    return "A revision is begun and not finished: see the last row of "
        + bookkeeping.journal()
        + ". mvn schema:upgrade goes on with it, mvn schema:plan prints what is left.";
  }

  /**
   * Before the first part of a step.
   *
   * @param goesOn whether an earlier run began it
   */
  List<String> before(PlanStep step, boolean goesOn) {
    List<String> notApplied =
        step.direction() == Direction.UPGRADE ? List.of(step.revision().id()) : List.of();
    String condition =
        dialect.isServer()
            + "\n  AND "
            + bookkeeping.guard(position.size(), position.heads(), notApplied)
            + (goesOn || nothingOpen == null ? "" : "\n  AND " + nothingOpen);
    return style.guard(
        held(condition), printable("The database is not where " + step.title() + " begins."));
  }

  /** Between the parts of a revision: those before are done, and nothing behind them. */
  List<String> behind(PlanStep step, int statements) {
    return style.guard(
        held(bookkeeping.done(run, step, statements)),
        printable("A part of " + step.title() + " is not done."));
  }

  private String held(String condition) {
    return holdsLock == null ? condition : holdsLock + "\n  AND " + condition;
  }

  /** From here on, the step is behind the script. */
  void passed(PlanStep step) {
    if (step.direction() == Direction.UPGRADE) {
      position.add(step.revision().id());
    } else {
      position.remove(step.revision().id());
    }
  }
}
