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
import io.schemachain.plan.Direction;
import io.schemachain.plan.Place;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.plan.Repeatable;
import io.schemachain.plan.Segment;
import io.schemachain.revision.Position;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable String holdsLock;
  private final Appendable out;

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
    this.holdsLock = style.holdsLock(bookkeeping.versions());
    this.out = requireNonNull(out, "out");
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
    lines(style.preamble());
    session();
    Position position = header.graph().position(plan.applied());
    lines(style.prepareGuard());
    comment("One runner at a time, and only where the database is at " + header.from() + ".");
    lines(style.lock(bookkeeping.versions()));
    lines(style.guard(dialect.isServer(), "This script is for " + server() + "."));
    if (plan.applied().isEmpty()) {
      comment("The tables of this tool.");
      bookkeeping.ensureTables().forEach(this::statement);
    }
    firstGuards(position);
    if (header.transactionPerRun()) {
      plan.steps().forEach(step -> step.sessionStatements().forEach(this::statement));
      lines(style.begin());
    }
    String run = run();
    for (PlanStep step : plan.steps()) {
      step(step, position, run);
    }
    if (header.transactionPerRun()) {
      lines(style.commit());
      restoreSession(plan.steps().stream().anyMatch(step -> !step.sessionStatements().isEmpty()));
    }
    write("\n");
    lines(style.unlock(bookkeeping.versions()));
    write("-- End of the script: the database is at " + header.to() + ".");
  }

  // The parts

  /** A guard or a lock would only let fail what cannot do harm. */
  private void nothing() {
    comment(header.tool() + ", for " + server());
    comment(
        "From "
            + header.from()
            + " to "
            + header.to()
            + ": nothing to do, and no statement in this script.");
    write("-- End of the script: the database is at " + header.from() + ".");
  }

  private void about() {
    comment(header.tool() + ", for " + server());
    comment("From " + header.from() + " to " + header.to() + ". Run it with: " + style.usage());
    for (PlanStep step : plan.steps()) {
      comment("  " + step.title());
      comment("    checksum " + step.revision().checksum());
    }
  }

  private void session() {
    restoreSession(true);
    limits(header.limits());
    if (header.createSchema()) {
      header.defaultSchema().map(dialect::createSchemaIfNotExists).ifPresent(this::statement);
    }
    header
        .defaultSchema()
        .ifPresent(schema -> lines(List.of(style.terminated(dialect.useSchema(schema)))));
    for (String text : header.onConnect()) {
      for (SqlSplitter.Part statement : dialect.split(text)) {
        lines(List.of(style.terminated(statement.text())));
      }
    }
    // Another sql_mode would be another reading of every constant.
    restoreSession(!header.onConnect().isEmpty());
  }

  /** One for each thing that may be wrong, so that the message tells what to do about it. */
  private void firstGuards(Position position) {
    List<String> mine =
        plan.steps().stream()
            .filter(step -> step.direction() == Direction.UPGRADE)
            .map(step -> step.revision().id())
            .toList();
    lines(
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
    if (header.goesOn().isPresent()) {
      settle(header.goesOn().get());
    } else if (!nothingOpen().isEmpty()) {
      lines(style.guard(nothingOpen(), openMessage()));
    }
  }

  /** What is known of the statement at which the first revision was interrupted. */
  private void settle(GoesOn goesOn) {
    comment(goesOn.line());
    lines(style.beginRows());
    lines(style.guard(bookkeeping.lastOpenIs(goesOn.entry()), openMessage()));
    lines(style.afterStatementInRows());
    inRows(
        goesOn.lastIsDone()
            ? bookkeeping.foundDone(goesOn.entry())
            : bookkeeping.foundNotDone(goesOn.entry()));
    lines(style.commitRows());
  }

  private String openMessage() {
    return "A revision is begun and not finished: see the last row of "
        + bookkeeping.journal()
        + ". mvn schema:upgrade goes on with it, mvn schema:plan prints what is left.";
  }

  private void step(PlanStep step, Position position, String run) {
    Revision revision = step.revision();
    write("\n");
    comment(step.title());
    step.notes().forEach(this::comment);
    List<SqlStatement> session = header.transactionPerRun() ? List.of() : step.sessionStatements();
    session.forEach(this::statement);
    Place from = from(step);
    step.sessionBefore(from).forEach(this::statement);
    int done = 0;
    for (Segment segment : step.segments()) {
      List<Bookkeeping.Entry> entries =
          step.entries(run, segment).stream()
              .filter(entry -> !entry.place().isBefore(from))
              .toList();
      if (entries.isEmpty() && segment.to() < step.operations().size()) {
        continue;
      }
      segment(
          step,
          segment,
          entries,
          done == 0 ? stepGuard(step, position) : partGuard(step, run, done),
          partGuard(step, run, done + entries.size()));
      done += entries.size();
    }
    restoreSession(!session.isEmpty());
    if (step.direction() == Direction.UPGRADE) {
      position.add(revision.id());
    } else {
      position.remove(revision.id());
    }
  }

  /** Where a step begins: its start, for all but the first. */
  private Place from(PlanStep step) {
    return goesOn(step) ? header.goesOn().map(GoesOn::from).orElse(Place.START) : Place.START;
  }

  private boolean goesOn(PlanStep step) {
    return header.goesOn().isPresent() && step.equals(plan.steps().get(0));
  }

  private void segment(
      PlanStep step,
      Segment segment,
      List<Bookkeeping.Entry> entries,
      List<String> guard,
      List<String> allDone) {
    boolean ownTransaction = segment.transactional() && !header.transactionPerRun();
    int parts = step.segments().size();
    if (parts > 1) {
      comment(
          "Part "
              + (step.segments().indexOf(segment) + 1)
              + " of "
              + parts
              + (ownTransaction ? ", in a transaction:" : ", which no transaction may hold:"));
    }
    if (ownTransaction) {
      lines(style.begin());
    }
    lines(guard);
    int operation = -1;
    for (Bookkeeping.Entry entry : entries) {
      if (entry.operationIndex() != operation) {
        operation = entry.operationIndex();
        PlannedOperation planned = step.operations().get(operation);
        comment(planned.title() + "  (" + planned.location() + ")");
      }
      operationStatement(segment, entry);
    }
    if (segment.transactional()) {
      bookkeeping.ran(entries, step.transactional()).forEach(this::statement);
    }
    if (segment.to() == step.operations().size()) {
      finish(step, segment, allDone);
    }
    if (segment.transactional()) {
      lines(style.afterStatementInTransaction());
    }
    if (ownTransaction) {
      lines(style.commit());
    }
  }

  /**
   * The version table and the journal say it together, or neither does.
   *
   * @param allDone asked where no transaction held the statements, of which one may have failed
   */
  private void finish(PlanStep step, Segment segment, List<String> allDone) {
    if (step.transactional()) {
      statement(bookkeeping.finished(step, "NULL"));
    } else if (segment.transactional()) {
      statement(bookkeeping.finished(step, "NULL"));
      statement(bookkeeping.finishedJournal(step));
    } else {
      lines(style.beginRows());
      lines(allDone);
      lines(style.afterStatementInRows());
      inRows(bookkeeping.finished(step, "NULL"));
      inRows(bookkeeping.finishedJournal(step));
      lines(style.commitRows());
    }
  }

  private void inRows(SqlStatement statement) {
    statement(statement);
    lines(style.afterStatementInRows());
  }

  private void restoreSession(boolean changed) {
    if (changed) {
      dialect.sessionSetup().forEach(text -> lines(List.of(style.terminated(text))));
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
      lines(style.beginRows());
      inRows(bookkeeping.started(entry));
      sent(entry.statement(), style.afterStatementInRows());
      inRows(bookkeeping.done(entry, "NULL"));
      lines(style.commitRows());
      return;
    }
    statement(bookkeeping.started(entry));
    boolean unlimited = !entry.statement().inTransaction();
    if (unlimited) {
      limits(dialect.waits().limits(LockWaits.Limits.OFF));
    }
    sent(entry.statement(), style.afterStatement());
    if (unlimited) {
      limits(header.limits());
    }
    statement(bookkeeping.done(entry, "NULL"));
  }

  /** Whether it is committed together with its row of the journal; a routine may end that. */
  private static boolean isOfRows(SqlStatement statement) {
    return statement.kind() == StatementKind.DML && !Repeatable.callsRoutine(statement.text());
  }

  private void limits(List<String> statements) {
    statements.forEach(text -> lines(List.of(style.terminated(text))));
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
      statement(statement);
      lines(after);
      return;
    }
    try (RowLoad.Statements statements = load.statements()) {
      for (String text = statements.next(); text != null; text = statements.next()) {
        lines(List.of(style.terminated(text)));
        lines(after);
      }
    }
  }

  private List<String> stepGuard(PlanStep step, Position position) {
    List<String> notApplied =
        step.direction() == Direction.UPGRADE ? List.of(step.revision().id()) : List.of();
    String condition =
        dialect.isServer()
            + "\n  AND "
            + bookkeeping.guard(position.size(), position.heads(), notApplied)
            + (goesOn(step) || nothingOpen().isEmpty() ? "" : "\n  AND " + nothingOpen());
    return style.guard(
        holdsLock == null ? condition : holdsLock + "\n  AND " + condition,
        printable("The database is not where " + step.title() + " begins."));
  }

  /** Between the parts of a revision: those before are done, and nothing behind them. */
  private List<String> partGuard(PlanStep step, String run, int done) {
    String condition = bookkeeping.done(run, step, done);
    return style.guard(
        holdsLock == null ? condition : holdsLock + "\n  AND " + condition,
        printable("A part of " + step.title() + " is not done."));
  }

  /**
   * Where a revision is more than one transaction: one that was begun and not finished stops the
   * script.
   */
  private String nothingOpen() {
    return plan.steps().stream().allMatch(PlanStep::transactional) ? "" : bookkeeping.nothingOpen();
  }

  /** Names this script in the journal; the same script always has the same name. */
  private String run() {
    String content =
        plan.steps().stream()
            .map(step -> step.direction() + step.revision().id() + step.revision().checksum())
            .collect(Collectors.joining("\n"));
    content += header.goesOn().map(goesOn -> "\n" + goesOn.entry()).orElse("");
    return Bookkeeping.SCRIPT + Bookkeeping.fingerprint(content).substring(0, 16);
  }

  // Text

  private void statement(SqlStatement statement) {
    lines(List.of(style.terminated(statement.text())));
  }

  private void lines(List<String> texts) {
    for (String text : texts) {
      write(text);
      write("\n");
    }
  }

  private void write(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line, whatever a message or a file name may hold. */
  private void comment(String text) {
    write(style.comment(printable(text)));
    write("\n");
  }

  /** Without line ends, and without what would turn the reading direction. */
  private static String printable(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> printable.appendCodePoint(Character.isISOControl(c) || isFormat(c) ? ' ' : c));
    return printable.toString();
  }

  /** Printable, all of it, as nearly every text is. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isFormat(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
