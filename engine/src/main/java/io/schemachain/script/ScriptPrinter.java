package io.schemachain.script;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.LockWaits;
import io.schemachain.dialect.RowLoad;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.SqlSplitter;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Place;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.plan.Repeatable;
import io.schemachain.plan.Segment;
import io.schemachain.revision.RevisionGraph;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints a plan as a script for the database's own client. The script says what it is for, refuses
 * to run anywhere else, and keeps the same books as a run. The same plan gives the same bytes.
 */
public final class ScriptPrinter {
  private final Plan plan;
  private final Dialect dialect;
  private final ScriptStyle style;
  private final Bookkeeping bookkeeping;
  private final Header header;
  private final String run;
  private final ScriptGuards guards;
  private final ScriptText text;

  /**
   * What the plan does not know.
   *
   * @param tool name and version of this tool
   * @param from where the database is, for people: {@code base} or a revision
   * @param to where it will be
   * @param limits statements that limit how long others are waited for
   * @param onConnect statements that each session runs first, in the words of the user
   * @param defaultSchema where unqualified names live; empty for the session's own
   * @param createSchema whether the default schema is created when it does not exist
   * @param transactionPerRun one transaction around all revisions
   * @param goesOn where the first revision was interrupted, if it was
   * @param graph all revisions
   */
  public record Header(
      String tool,
      String from,
      String to,
      List<String> limits,
      List<String> onConnect,
      Optional<String> defaultSchema,
      boolean createSchema,
      boolean transactionPerRun,
      Optional<GoesOn> goesOn,
      RevisionGraph graph) {}

  /**
   * What is done of the first revision already.
   *
   * @param from the first statement to print
   * @param entry the last row of it in the journal
   * @param lastIsDone whether the statement of that row is done
   * @param line about it, for people
   */
  public record GoesOn(Place from, long entry, boolean lastIsDone, String line) {}

  private ScriptPrinter(Plan plan, Bookkeeping bookkeeping, Header header, Appendable out) {
    this.plan = requireNonNull(plan, "plan");
    this.dialect = plan.dialect();
    this.style = dialect.script();
    this.bookkeeping = requireNonNull(bookkeeping, "bookkeeping");
    this.header = requireNonNull(header, "header");
    this.run = run(plan, header);
    this.guards = new ScriptGuards(plan, bookkeeping, header, run);
    this.text = new ScriptText(style, out);
  }

  /** The script, with LF line ends, ending in a comment without one. */
  public static String print(Plan plan, Bookkeeping bookkeeping, Header header) {
    StringBuilder out = new StringBuilder();
    print(plan, bookkeeping, header, out);
    return out.toString();
  }

  /**
   * The same, piece by piece: rows of files are never held.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static void print(Plan plan, Bookkeeping bookkeeping, Header header, Appendable out) {
    new ScriptPrinter(plan, bookkeeping, header, out).print();
  }

  private void print() {
    if (plan.steps().isEmpty()) {
      nothing();
      return;
    }
    about();
    text.lines(style.preamble());
    session();
    text.lines(style.prepareGuard());
    text.comment("One runner at a time, and only where the database is at " + header.from() + ".");
    text.lines(style.lock(bookkeeping.versions()));
    text.lines(guards.isServer(server()));
    if (plan.applied().isEmpty()) {
      text.comment("The tables of this tool.");
      text.statements(bookkeeping.ensureTables());
    }
    text.lines(guards.begin());
    if (header.goesOn().isPresent()) {
      settle(header.goesOn().get());
    }
    if (header.transactionPerRun()) {
      plan.steps().forEach(step -> text.statements(step.sessionStatements()));
      text.lines(style.begin());
    }
    for (PlanStep step : plan.steps()) {
      step(step);
    }
    if (header.transactionPerRun()) {
      text.lines(style.commit());
      restoreSession(plan.steps().stream().anyMatch(step -> !step.sessionStatements().isEmpty()));
    }
    text.emptyLine();
    text.lines(style.unlock(bookkeeping.versions()));
    text.last("-- End of the script: the database is at " + header.to() + ".");
  }

  // The parts

  /** A guard or a lock would only let fail what cannot do harm. */
  private void nothing() {
    text.comment(header.tool() + ", for " + server());
    text.comment(
        "From "
            + header.from()
            + " to "
            + header.to()
            + ": nothing to do, and no statement in this script.");
    text.last("-- End of the script: the database is at " + header.from() + ".");
  }

  private void about() {
    text.comment(header.tool() + ", for " + server());
    text.comment(
        "From " + header.from() + " to " + header.to() + ". Run it with: " + style.usage());
    for (PlanStep step : plan.steps()) {
      text.comment("  " + step.title());
      text.comment("    checksum " + step.revision().checksum());
    }
  }

  private void session() {
    restoreSession(true);
    text.terminated(header.limits());
    if (header.createSchema()) {
      header.defaultSchema().map(dialect::createSchemaIfNotExists).ifPresent(text::statement);
    }
    header.defaultSchema().map(dialect::useSchema).ifPresent(text::terminated);
    for (String sql : header.onConnect()) {
      for (SqlSplitter.Part statement : dialect.split(sql)) {
        text.terminated(statement.text());
      }
    }
    // Another sql_mode would be another reading of every constant.
    restoreSession(!header.onConnect().isEmpty());
  }

  /** What is known of the statement at which the first revision was interrupted. */
  private void settle(GoesOn goesOn) {
    text.comment(goesOn.line());
    text.lines(style.beginRows());
    text.lines(guards.lastOpenIs(goesOn.entry()));
    text.lines(style.afterStatementInRows());
    inRows(
        goesOn.lastIsDone()
            ? bookkeeping.foundDone(goesOn.entry())
            : bookkeeping.foundNotDone(goesOn.entry()));
    text.lines(style.commitRows());
  }

  private void step(PlanStep step) {
    text.emptyLine();
    text.comment(step.title());
    step.notes().forEach(text::comment);
    List<SqlStatement> session = header.transactionPerRun() ? List.of() : step.sessionStatements();
    text.statements(session);
    Place from = Place.START;
    if (goesOn(step)) {
      from = header.goesOn().orElseThrow().from();
      text.statements(step.sessionBefore(from));
    }
    int done = 0;
    for (Segment segment : step.segments()) {
      List<Bookkeeping.Entry> entries = step.entries(run, segment, from);
      if (entries.isEmpty() && segment.to() < step.operations().size()) {
        continue;
      }
      segment(step, segment, entries, done);
      done += entries.size();
    }
    restoreSession(!session.isEmpty());
    guards.passed(step);
  }

  /** Whether the step is one that an earlier run began. */
  private boolean goesOn(PlanStep step) {
    return header.goesOn().isPresent() && step.equals(plan.steps().get(0));
  }

  /**
   * @param done how many statements of the step stand before it
   */
  private void segment(PlanStep step, Segment segment, List<Bookkeeping.Entry> entries, int done) {
    boolean ownTransaction = segment.transactional() && !header.transactionPerRun();
    int parts = step.segments().size();
    if (parts > 1) {
      text.comment(
          "Part "
              + (step.segments().indexOf(segment) + 1)
              + " of "
              + parts
              + (ownTransaction ? ", in a transaction:" : ", which no transaction may hold:"));
    }
    if (ownTransaction) {
      text.lines(style.begin());
    }
    text.lines(done == 0 ? guards.before(step, goesOn(step)) : guards.behind(step, done));
    int operation = -1;
    for (Bookkeeping.Entry entry : entries) {
      if (entry.operationIndex() != operation) {
        operation = entry.operationIndex();
        PlannedOperation planned = step.operations().get(operation);
        text.comment(planned.title() + "  (" + planned.location() + ")");
      }
      operationStatement(segment, entry);
    }
    if (segment.transactional()) {
      text.statements(bookkeeping.ran(entries, step.transactional()));
    }
    if (segment.to() == step.operations().size()) {
      finish(step, segment, done + entries.size());
    }
    if (segment.transactional()) {
      text.lines(style.afterStatementInTransaction());
    }
    if (ownTransaction) {
      text.lines(style.commit());
    }
  }

  /**
   * The version table and the journal say it together, or neither does.
   *
   * @param statements how many of the step must be done where no transaction held them
   */
  private void finish(PlanStep step, Segment segment, int statements) {
    if (step.transactional()) {
      text.statement(bookkeeping.finished(step, "NULL"));
    } else if (segment.transactional()) {
      text.statement(bookkeeping.finished(step, "NULL"));
      text.statement(bookkeeping.finishedJournal(step));
    } else {
      text.lines(style.beginRows());
      text.lines(guards.behind(step, statements));
      text.lines(style.afterStatementInRows());
      inRows(bookkeeping.finished(step, "NULL"));
      inRows(bookkeeping.finishedJournal(step));
      text.lines(style.commitRows());
    }
  }

  private void inRows(SqlStatement statement) {
    text.statement(statement);
    text.lines(style.afterStatementInRows());
  }

  private void restoreSession(boolean changed) {
    if (changed) {
      text.terminated(dialect.sessionSetup());
    }
  }

  private String server() {
    return dialect.displayName() + " " + dialect.version() + " and newer";
  }

  private void operationStatement(Segment segment, Bookkeeping.Entry batched) {
    if (segment.transactional()) {
      sent(batched.statement(), style.afterStatementInTransaction());
      return;
    }
    // The loop of a script does not say where it is, so that no run can go on with it.
    Bookkeeping.Entry entry = asOneStatement(batched);
    if (isOfRows(entry.statement())) {
      // All of it comes and goes together: what a later run finds as started had no transaction.
      text.lines(style.beginRows());
      inRows(bookkeeping.started(entry));
      sent(entry.statement(), style.afterStatementInRows());
      inRows(bookkeeping.done(entry, "NULL"));
      text.lines(style.commitRows());
      return;
    }
    text.statement(bookkeeping.started(entry));
    boolean unlimited = !entry.statement().inTransaction();
    if (unlimited) {
      text.terminated(dialect.waits().limits(LockWaits.Limits.OFF));
    }
    sent(entry.statement(), style.afterStatement());
    if (unlimited) {
      text.terminated(header.limits());
    }
    text.statement(bookkeeping.done(entry, "NULL"));
  }

  /** Whether it is committed together with its row of the journal; a routine may end that. */
  private static boolean isOfRows(SqlStatement statement) {
    return statement.kind() == StatementKind.DML && !Repeatable.callsRoutine(statement.text());
  }

  private static Bookkeeping.Entry asOneStatement(Bookkeeping.Entry entry) {
    SqlStatement statement = entry.statement();
    return statement.batches() == null
        ? entry
        : new Bookkeeping.Entry(
            entry.run(),
            entry.step(),
            entry.operationIndex(),
            entry.statementIndex(),
            SqlStatement.dml(statement.text()));
  }

  private void sent(SqlStatement statement, List<String> after) {
    RowLoad load = statement.load();
    if (load == null) {
      text.statement(statement);
      text.lines(after);
      return;
    }
    try (RowLoad.Statements statements = load.statements()) {
      for (String sql = statements.next(); sql != null; sql = statements.next()) {
        text.terminated(sql);
        text.lines(after);
      }
    }
  }

  /** Names this script in the journal; the same script always has the same name. */
  private static String run(Plan plan, Header header) {
    String content =
        plan.steps().stream()
            .map(step -> step.direction() + step.revision().id() + step.revision().checksum())
            .collect(Collectors.joining("\n"));
    content += header.goesOn().map(goesOn -> "\n" + goesOn.entry()).orElse("");
    return Bookkeeping.SCRIPT + Bookkeeping.fingerprint(content).substring(0, 16);
  }
}
