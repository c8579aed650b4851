package io.schemachain.plan;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Schema;
import io.schemachain.operation.Operation;
import java.util.List;
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
   * @param problem what does not fit, or is refused by the database; null if all is well
   */
  record Run(Schema after, List<Located<Operation>> fitting, @Nullable String problem) {
    private boolean isLike(Run other) {
      return fitting.equals(other.fitting) && fits() == other.fits();
    }

    boolean fits() {
      return problem == null;
    }
  }

  static BothOrders of(
      List<Located<Operation>> first,
      List<Located<Operation>> second,
      Schema schema,
      Dialect dialect) {
    Run a = run(first, schema, dialect);
    Run b = run(second, schema, dialect);
    return new BothOrders(a, run(second, a.after, dialect), b, run(first, b.after, dialect));
  }

  private static Run run(List<Located<Operation>> operations, Schema before, Dialect dialect) {
    Diagnostics diagnostics = new Diagnostics();
    Replay.Result result = new Replay(dialect, diagnostics).run(operations, before);
    String problem =
        diagnostics.all().stream()
            .findFirst()
            .map(Diagnostic::message)
            .orElseGet(() -> refusal(result, dialect));
    return new Run(result.after(), result.located(), problem);
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

  boolean firstMayComeFirst() {
    return a.fits() && ab.fits();
  }

  boolean secondMayComeFirst() {
    return b.fits() && ba.fits();
  }
}
