package io.schemachain.plan;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Schema;
import io.schemachain.operation.Operation;
import io.schemachain.plan.ColumnsInText.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two lists of operations make of a schema, the first before the second and the other way
 * round.
 *
 * @param a the first on the schema as it is
 * @param ab the second behind it
 * @param b the second on the schema as it is
 * @param ba the first behind it
 */
record BothOrders(Run a, Run ab, Run b, Run ba) {

  /**
   * One list on a schema.
   *
   * @param fitting those of its operations that fit
   * @param named the columns that the text in each of these names
   * @param problem what does not fit, or is refused by the database; null if all is well
   */
  record Run(
      Schema after,
      List<Located<Operation>> fitting,
      Map<Located<Operation>, Set<Named>> named,
      @Nullable String problem) {
    private boolean isLike(Run other) {
      return fitting.equals(other.fitting) && fits() == other.fits();
    }

    boolean fits() {
      return problem == null;
    }

    /** Whether all fits that fits in another run of the same list. */
    private boolean fitsAsWellAs(Run other) {
      return fitting.containsAll(other.fitting) && (fits() || !other.fits());
    }

    /**
     * The same without the operations whose text names a column in another run of the list that is
     * not there in this one. The model takes any text, the database does not.
     */
    private Run comparedWith(Run other) {
      List<Located<Operation>> left = new ArrayList<>();
      String found = problem;
      for (Located<Operation> operation : fitting) {
        Set<Named> missing = new TreeSet<>(other.named.getOrDefault(operation, Set.of()));
        missing.removeAll(named.getOrDefault(operation, Set.of()));
        if (missing.isEmpty()) {
          left.add(operation);
        } else if (found == null) {
          found = missing.iterator().next().missing();
        }
      }
      return new Run(after, left, named, found);
    }
  }

  static BothOrders of(
      List<Located<Operation>> first,
      List<Located<Operation>> second,
      Schema schema,
      Dialect dialect) {
    Run a = run(first, schema, dialect);
    Run b = run(second, schema, dialect);
    Run ab = run(second, a.after, dialect);
    Run ba = run(first, b.after, dialect);
    return new BothOrders(
        a.comparedWith(ba), ab.comparedWith(b), b.comparedWith(ab), ba.comparedWith(a));
  }

  private static Run run(List<Located<Operation>> operations, Schema before, Dialect dialect) {
    Diagnostics diagnostics = new Diagnostics();
    Replay.Result result = new Replay(dialect, diagnostics).run(operations, before);
    String problem =
        diagnostics.all().stream()
            .findFirst()
            .map(Diagnostic::message)
            .orElseGet(() -> refusal(result, dialect));
    Map<Located<Operation>, Set<Named>> named = new HashMap<>();
    for (int i = 0; i < result.steps().size(); i++) {
      OperationStep step = result.steps().get(i);
      Set<Named> columns = ColumnsInText.of(step.operation(), step.before());
      if (!columns.isEmpty()) {
        named.put(result.located().get(i), columns);
      }
    }
    return new Run(result.after(), result.located(), named, problem);
  }

  private static @Nullable String refusal(Replay.Result result, Dialect dialect) {
    try {
      dialect.render(result.steps());
      return null;
    } catch (UnsupportedFeatureException e) {
      return e.getMessage();
    }
  }

  /** Whether the order makes no difference: the same fits, and the schema is the same. */
  boolean agree() {
    return a.isLike(ba) && b.isLike(ab) && ab.after.isEquivalentTo(ba.after);
  }

  /** Whether nothing fits only in the other order. */
  boolean firstMayComeFirst() {
    return a.fitsAsWellAs(ba) && ab.fitsAsWellAs(b);
  }

  /** Whether nothing fits only in this order. */
  boolean secondMayComeFirst() {
    return b.fitsAsWellAs(ab) && ba.fitsAsWellAs(a);
  }
}
