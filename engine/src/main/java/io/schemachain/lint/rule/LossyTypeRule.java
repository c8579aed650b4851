package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.model.DataType.Scalar;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AlterColumn;
import java.util.Optional;

/** A type becomes one that rounds the values of the old. */
public final class LossyTypeRule extends Rule {
  public LossyTypeRule() {
    super(
        "lossy-type",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "What is rounded away is gone without a word, and no downgrade brings it back.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)
        || alter.using() != null
        || site.isNew(alter.table())
        || isExact(site.dialect().name())) {
      return;
    }
    Optional<Column> old = site.column(alter.table(), alter.column());
    if (old.isPresent()
        && old.get().type() instanceof Scalar from
        && alter.type() instanceof Scalar to) {
      String lost = lost(from, to);
      if (!lost.isEmpty()) {
        String name = alter.table() + "." + alter.column();
        report
            .at(site, "The " + lost + " of " + name + " is lost from " + from + " to " + to + ".")
            .fix(
                "Add a column of the new type beside it, fill that, and drop the old one when nobody"
                    + " misses what it had; or say by `using` how values become new ones.");
      }
    }
  }

  /** Whether values stay as they are, or the change is refused. */
  private static boolean isExact(String dialect) {
    return dialect.equals("sqlite") || dialect.equals("oracle");
  }

  private static String lost(Scalar from, Scalar to) {
    boolean hasFraction = from.kind().isNumber() && !from.kind().isInteger();
    if (hasFraction && to.kind().isInteger() && !isWhole(from)) {
      return "fraction";
    }
    if (from.kind() == TypeKind.NUMERIC
        && to.kind() == TypeKind.NUMERIC
        && from.requireScale() > to.requireScale()) {
      return to.requireScale() == 0 ? "fraction" : "fraction beyond " + to.scale() + " digits";
    }
    if (from.kind() == TypeKind.DOUBLE && to.kind() == TypeKind.REAL) {
      return "precision";
    }
    boolean wasTime = from.kind() == TypeKind.TIMESTAMP || from.kind() == TypeKind.TIMESTAMPTZ;
    if (wasTime && to.kind() == TypeKind.DATE) {
      return "time of day";
    }
    boolean sameTime = from.kind() == to.kind() && (wasTime || from.kind() == TypeKind.TIME);
    return sameTime && from.requireLength() > to.requireLength() ? "fraction of the second" : "";
  }

  private static boolean isWhole(Scalar type) {
    return type.kind() == TypeKind.NUMERIC && type.requireScale() == 0;
  }
}
