package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.fact.Effect;
import io.schemachain.model.Column;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.plan.Online;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.revision.Remarks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation in its place: all that a rule may know of it. */
public final class OperationSite {
  private final RevisionSite revision;
  private final int index;
  private final PlannedOperation planned;
  private final OperationStep step;
  private final List<Effect> effects;
  private final Online online;
  private final boolean isOnline;
  private @Nullable List<Operation> onlineOperations;
  private @Nullable List<String> rawStatements;

  /**
   * @param step the one of the plan, or one that raw SQL stands for
   * @param isOnline whether the plan has it otherwise than it is written
   */
  OperationSite(
      RevisionSite revision,
      int index,
      PlannedOperation planned,
      OperationStep step,
      List<Effect> effects,
      Online online,
      boolean isOnline) {
    this.revision = requireNonNull(revision, "revision");
    this.index = index;
    this.planned = requireNonNull(planned, "planned");
    this.step = requireNonNull(step, "step");
    this.effects = List.copyOf(effects);
    this.online = requireNonNull(online, "online");
    this.isOnline = isOnline;
  }

  /** The operation; of raw SQL that is understood one of those that it stands for. */
  public Operation operation() {
    return step.operation();
  }

  /** The schema before it. */
  public Schema before() {
    return step.before();
  }

  /** The schema after it. */
  public Schema after() {
    return step.after();
  }

  /** The revision that it is of. */
  public RevisionSite revision() {
    return revision;
  }

  public Dialect dialect() {
    return revision.dialect();
  }

  /** Whether its database is one of these. */
  public boolean isOn(String... dialects) {
    return Arrays.asList(dialects).contains(dialect().name());
  }

  /** Its place among the operations of the revision, counted from 0. */
  public int index() {
    return index;
  }

  /**
   * With its statements, as the plan has it; one that is done online with those of all its steps.
   */
  public PlannedOperation planned() {
    return planned;
  }

  /** What it costs; without what is done to tables that nobody else knows yet. */
  public List<Effect> effects() {
    return effects;
  }

  /** What its author says of it beside what it does. */
  public Remarks remarks() {
    return revision.step().revision().remarks(planned.location());
  }

  /**
   * Whether it is done in steps that let others work, or asks the database for that; by a word of
   * its own or of the settings.
   */
  public boolean isOnline() {
    return isOnline;
  }

  /** Whether {@code strategy: online} is possible on this database, in this version. */
  public boolean hasOnlineForm() {
    return !isRaw() && isPossibleOnline();
  }

  /** The same of what raw SQL stands for, if it were written as an operation. */
  boolean isPossibleOnline() {
    return !onlineOperations().isEmpty();
  }

  /** Whether the author wrote SQL, of which this is a part. */
  public boolean isRaw() {
    return planned.step().operation() instanceof Execute;
  }

  /**
   * The operations that {@code strategy: online} makes of it, which may be itself, with statements
   * that ask for it; none where it is not possible.
   */
  public List<Operation> onlineOperations() {
    if (onlineOperations == null) {
      onlineOperations = findOnlineOperations();
    }
    return onlineOperations;
  }

  private List<Operation> findOnlineOperations() {
    if (!dialect().capabilities().online()) {
      return List.of();
    }
    Online.Way way = online.way(step, revision.newTables());
    return way.isOnline() ? way.steps().stream().map(OperationStep::operation).toList() : List.of();
  }

  /**
   * The statements of raw SQL, also where its effects are known: each in one line, a blank between
   * all words, symbols and texts, bare words in lower case, without comments. None for any other
   * operation.
   */
  public List<String> rawStatements() {
    if (rawStatements == null) {
      rawStatements = RawText.statements(planned, dialect());
    }
    return rawStatements;
  }

  /** The table of that name before the operation. */
  public Optional<Table> table(TableName name) {
    return before().find(name);
  }

  /** A column of a table before the operation. */
  public Optional<Column> column(TableName table, String column) {
    return before().find(table).flatMap(found -> found.column(column));
  }

  /** Whether nobody else knows the table yet, since what is looked at creates it. */
  public boolean isNew(TableName table) {
    return revision.isNew(table);
  }

  /** The number of rows of a table, where somebody measured it. */
  public Optional<Long> rows(TableName table) {
    return revision.statistics().rows(table);
  }
}
