package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.TableName;
import io.schemachain.operation.Operation;
import io.schemachain.revision.Revision;
import io.schemachain.revision.Strategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts finer steps in the place of those operations that are to be done online, and reports where
 * there are none.
 */
final class Strategies {
  private final Dialect dialect;
  private final Diagnostics diagnostics;
  private final Strategy usual;
  private final boolean onePerRun;
  private @Nullable Online online;

  /**
   * @param usual of operations that say nothing; there it is a wish, and no order
   * @param onePerRun whether the settings ask for one transaction around all
   */
  Strategies(Dialect dialect, Diagnostics diagnostics, Strategy usual, boolean onePerRun) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.diagnostics = requireNonNull(diagnostics, "diagnostics");
    this.usual = requireNonNull(usual, "usual");
    this.onePerRun = onePerRun;
  }

  /**
   * @param derived whether nobody wrote the operations: what they undo was to be online, and they
   *     are where they can
   */
  Replay.Result apply(Revision revision, Replay.Result result, boolean derived) {
    if (!dialect.capabilities().online() || !asksForAny(revision, result)) {
      return result;
    }
    List<Located<Operation>> located = new ArrayList<>();
    List<OperationStep> steps = new ArrayList<>();
    List<OperationStep> written = new ArrayList<>();
    Set<TableName> isNew = new HashSet<>();
    for (int i = 0; i < result.steps().size(); i++) {
      OperationStep step = result.steps().get(i);
      Located<Operation> operation = result.located().get(i);
      Online.newTable(step).ifPresent(isNew::add);
      for (OperationStep one : steps(revision, operation, step, isNew, derived)) {
        boolean isItself = one.operation().equals(step.operation());
        located.add(isItself ? operation : new Located<>(one.operation(), operation.location()));
        steps.add(one);
        written.add(step);
      }
    }
    return new Replay.Result(located, steps, written, result.after());
  }

  private boolean asksForAny(Revision revision, Replay.Result result) {
    return usual == Strategy.ONLINE
        || result.located().stream().anyMatch(one -> said(revision, one) == Strategy.ONLINE);
  }

  private static @Nullable Strategy said(Revision revision, Located<Operation> operation) {
    return revision.remarks(operation.location()).strategy();
  }

  private List<OperationStep> steps(
      Revision revision,
      Located<Operation> operation,
      OperationStep step,
      Set<TableName> isNew,
      boolean derived) {
    Strategy said = said(revision, operation);
    boolean wished = said == null || derived;
    if ((said == null ? usual : said) != Strategy.ONLINE || (wished && onePerRun)) {
      return List.of(step);
    }
    Online.Way way = online().way(step, isNew);
    if (!way.isOnline()) {
      if (!wished) {
        UnsupportedFeatureException refusal = online().refusal(operation.value(), way);
        diagnostics.error(
            operation.location(), String.valueOf(refusal.getMessage()), refusal.hint());
      }
      return List.of(step);
    }
    if (way.steps().size() > 1 && onePerRun) {
      refuseTogether(operation);
    }
    OperationStep last = way.steps().get(way.steps().size() - 1);
    if (!last.after().isEquivalentTo(step.after())) {
      throw new IllegalStateException("The steps lead to another schema: " + way.steps());
    }
    return way.steps();
  }

  private Online online() {
    if (online == null) {
      online = Online.of(dialect);
    }
    return online;
  }

  private void refuseTogether(Located<Operation> operation) {
    diagnostics.error(
        operation.location(),
        "`transactions: run` in the settings asks for one transaction, and `strategy: online` for"
            + " several.",
        "Remove `transactions: run` there, or `strategy: online` here.");
  }
}
