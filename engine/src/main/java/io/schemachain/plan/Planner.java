package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Schema;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Inverse;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Reversal;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import io.schemachain.revision.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans. Replays what is applied, in the order of its application, then renders each revision
 * from the schema before it. Asks no database.
 */
public final class Planner {
  private final Dialect dialect;
  private final Diagnostics diagnostics;
  private final Replay replay;
  private final Transactions transactions;
  private final Strategies strategies;

  /**
   * @param diagnostics takes everything that does not fit or is not supported; a plan made with
   *     errors in it must not be used
   */
  public Planner(Dialect dialect, Diagnostics diagnostics) {
    this(dialect, diagnostics, null, Strategy.FAST);
  }

  /**
   * @param oneTransaction where the settings ask for one transaction around all revisions; null
   *     where they do not
   * @param usual the strategy of operations that name none
   */
  public Planner(
      Dialect dialect,
      Diagnostics diagnostics,
      @Nullable SourceLocation oneTransaction,
      Strategy usual) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.diagnostics = requireNonNull(diagnostics, "diagnostics");
    this.replay = new Replay(dialect, diagnostics);
    this.transactions = new Transactions(dialect, diagnostics, oneTransaction);
    this.strategies = new Strategies(dialect, diagnostics, usual, oneTransaction != null);
  }

  /** Applies revisions on top of those that are applied; both in their order. */
  public Plan upgrade(List<Revision> applied, List<Revision> pending) {
    Schema schema = schemaAfter(applied);
    List<PlanStep> steps = new ArrayList<>(pending.size());
    for (Revision revision : pending) {
      Replay.Result result = replay.run(revision.upgrade(), schema);
      Replay.Result done = strategies.apply(revision, result, false);
      steps.add(step(revision, Direction.UPGRADE, done, revision.omissions()));
      schema = result.after();
    }
    return new Plan(dialect, ids(applied), steps);
  }

  /** The schema that revisions lead to, in their order. */
  public Schema schemaAfter(List<Revision> revisions) {
    Schema schema = Schema.empty(dialect.nameScopes());
    for (Revision revision : revisions) {
      schema = replay.run(revision.upgrade(), schema).after();
    }
    return schema;
  }

  /**
   * Undoes the last of the applied revisions.
   *
   * @param undone those to undo, the last applied first
   */
  public Plan downgrade(List<Revision> applied, List<Revision> undone) {
    Map<String, Replay.Result> history = new HashMap<>();
    Schema schema = Schema.empty(dialect.nameScopes());
    for (Revision revision : applied) {
      Replay.Result result = replay.run(revision.upgrade(), schema);
      history.put(revision.id(), result);
      schema = result.after();
    }
    List<PlanStep> steps = new ArrayList<>(undone.size());
    for (Revision revision : undone) {
      Replay.Result up = requireNonNull(history.get(revision.id()), revision.id());
      if (revision.downgrade() instanceof Downgrade.Irreversible irreversible) {
        refuse(revision, irreversible);
        break; // What is below cannot be told without it.
      }
      DowngradeOperations down = downgradeOf(revision, up);
      Replay.Result result = replay.run(down.operations(), schema);
      Replay.Result done = strategies.apply(revision, result, isDerived(revision));
      steps.add(step(revision, Direction.DOWNGRADE, done, down.notes()));
      schema = result.after();
    }
    return new Plan(dialect, ids(applied), steps);
  }

  /**
   * Replays and renders everything, up and each revision down again, for the sake of what is found
   * wrong. Revisions are in order.
   */
  public void check(List<Revision> revisions) {
    Schema schema = Schema.empty(dialect.nameScopes());
    for (Revision revision : revisions) {
      Replay.Result up = replay.run(revision.upgrade(), schema);
      Replay.Result done = strategies.apply(revision, up, false);
      transactions.cut(revision, done, render(done));
      boolean fits = up.steps().size() == revision.upgrade().size();
      if (fits && !(revision.downgrade() instanceof Downgrade.Irreversible)) {
        checkDowngrade(revision, schema, up);
      }
      schema = up.after();
    }
  }

  private void checkDowngrade(Revision revision, Schema before, Replay.Result up) {
    int errors = diagnostics.all().size();
    Replay.Result down = replay.run(downgradeOf(revision, up).operations(), up.after());
    render(strategies.apply(revision, down, isDerived(revision)));
    if (diagnostics.all().size() == errors && !down.after().isEquivalentTo(before)) {
      diagnostics.error(
          downgradeLocation(revision),
          "The downgrade of "
              + revision.id()
              + " does not lead back to the schema before it: "
              + String.join("; ", SchemaDifference.describe(before, down.after()))
              + ".",
          "Add what is missing, write `downgrade: auto`, or `downgrade: {irreversible: <reason>}`.");
    }
  }

  private static SourceLocation downgradeLocation(Revision revision) {
    return revision.downgrade() instanceof Downgrade.Listed listed && !listed.operations().isEmpty()
        ? listed.operations().get(0).location()
        : revision.header().location();
  }

  private static List<String> ids(List<Revision> revisions) {
    return revisions.stream().map(Revision::id).toList();
  }

  private record DowngradeOperations(List<Located<Operation>> operations, List<String> notes) {}

  private static boolean isDerived(Revision revision) {
    return revision.downgrade() instanceof Downgrade.Auto;
  }

  private DowngradeOperations downgradeOf(Revision revision, Replay.Result up) {
    Downgrade downgrade = revision.downgrade();
    if (downgrade instanceof Downgrade.Listed listed) {
      return new DowngradeOperations(listed.operations(), revision.downgradeOmissions());
    }
    return derived(up);
  }

  private void refuse(Revision revision, Downgrade.Irreversible irreversible) {
    diagnostics.error(
        revision.header().location(),
        "The revision "
            + revision.header().title()
            + " is irreversible: "
            + irreversible.reason()
            + ".",
        "Choose a target above it.");
  }

  private DowngradeOperations derived(Replay.Result up) {
    List<Located<Operation>> operations = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = up.steps().size() - 1; i >= 0; i--) {
      OperationStep step = up.steps().get(i);
      SourceLocation location = up.located().get(i).location();
      Reversal reversal = Inverse.of(step.operation(), step.before());
      if (reversal instanceof Reversal.Operations inverse) {
        inverse.operations().forEach(op -> operations.add(new Located<>(op, location)));
      } else if (reversal instanceof Reversal.PassedOver passed) {
        notes.add("Not undone: " + passed.reason() + " (" + location + ").");
      } else {
        diagnostics.error(
            location,
            "The downgrade cannot be derived: " + ((Reversal.Unknown) reversal).reason() + ".",
            "Write a `downgrade` list, or `downgrade: {irreversible: <reason>}`.");
      }
    }
    Collections.reverse(notes);
    return new DowngradeOperations(operations, notes);
  }

  private PlanStep step(
      Revision revision, Direction direction, Replay.Result result, List<String> notes) {
    List<List<SqlStatement>> rendered = render(result);
    List<PlannedOperation> operations = new ArrayList<>(rendered.size());
    for (int i = 0; i < rendered.size(); i++) {
      Located<Operation> located = result.located().get(i);
      operations.add(
          new PlannedOperation(
              result.steps().get(i),
              result.written().get(i),
              located.value().accept(OperationTitle.OF),
              located.location(),
              rendered.get(i),
              Losses.in(result.steps().get(i).operation())));
    }
    List<Segment> segments = transactions.cut(revision, result, rendered);
    return new PlanStep(revision, direction, operations, segments, notes);
  }

  /**
   * All refusals are collected. Operations may need each other (an identity column and its key), so
   * one that is refused alone is to blame only when the others pass without it and not with it.
   */
  private List<List<SqlStatement>> render(Replay.Result result) {
    List<OperationStep> steps = result.steps();
    for (int i = 0; i < steps.size(); i++) {
      FileRows.check(steps.get(i), dialect, diagnostics);
      requireAlone(i, result);
    }
    try {
      return dialect.render(steps);
    } catch (UnsupportedFeatureException whole) {
      Map<Integer, UnsupportedFeatureException> suspects = new LinkedHashMap<>();
      for (int i = 0; i < steps.size(); i++) {
        int index = i;
        refusal(List.of(steps.get(i))).ifPresent(e -> suspects.put(index, e));
      }
      Set<Integer> guilty = new HashSet<>(suspects.keySet());
      for (Integer suspect : suspects.keySet()) {
        guilty.remove(suspect);
        if (refusal(without(steps, guilty)).isPresent()) {
          guilty.add(suspect);
        }
      }
      if (guilty.isEmpty()) {
        report(result.located().get(0).location(), whole);
      }
      suspects.forEach(
          (index, e) -> {
            if (guilty.contains(index)) {
              report(result.located().get(index).location(), e);
            }
          });
      return Collections.nCopies(steps.size(), List.of());
    }
  }

  /** Its author says what comes before and after it; that of an online operation has its place. */
  private void requireAlone(int index, Replay.Result result) {
    if (result.written().get(index).operation() instanceof Backfill && result.steps().size() > 1) {
      diagnostics.error(
          result.located().get(index).location(),
          "A backfill commits in between, so it is the only operation of its revision.",
          "Put what comes before and after it into revisions of their own.");
    }
  }

  private void report(SourceLocation location, UnsupportedFeatureException e) {
    diagnostics.error(location, String.valueOf(e.getMessage()), e.hint());
  }

  private Optional<UnsupportedFeatureException> refusal(List<OperationStep> steps) {
    try {
      requireNonNull(dialect.render(steps), "rendered");
      return Optional.empty();
    } catch (UnsupportedFeatureException e) {
      return Optional.of(e);
    }
  }

  private static List<OperationStep> without(List<OperationStep> steps, Set<Integer> left) {
    List<OperationStep> others = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (!left.contains(i)) {
        others.add(steps.get(i));
      }
    }
    return others;
  }
}
