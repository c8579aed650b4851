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

/** A type becomes one that not all values of the old fit into. */
public final class NarrowTypeRule extends Rule {
  public NarrowTypeRule() {
    super(
        "narrow-type",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Where one row has such a value the change fails, and with lenient settings of "
            + "the database it cuts the value.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)
        || alter.using() != null
        || site.isNew(alter.table())
        || site.dialect().name().equals("sqlite")) { // It does not hold values to their type.
      return;
    }
    Optional<Column> old = site.column(alter.table(), alter.column());
    if (old.isPresent()
        && old.get().type() instanceof Scalar from
        && alter.type() instanceof Scalar to
        && isNarrower(from, to)) {
      String name = alter.table() + "." + alter.column();
      report
          .at(site, "Not every " + from + " of " + name + " fits into " + to + ".")
          .fix(
              "Look for rows that do not fit and mend them first, and have a check constraint keep"
                  + " new ones out until then; or leave the column as it is.");
    }
  }

  private static boolean isNarrower(Scalar from, Scalar to) {
    if (from.kind().isInteger() && to.kind().isInteger()) {
      return from.kind().compareTo(to.kind()) > 0;
    }
    if (from.kind() == TypeKind.NUMERIC && to.kind() == TypeKind.NUMERIC) {
      return from.requireLength() - from.requireScale() > to.requireLength() - to.requireScale();
    }
    boolean bounded =
        to.kind() == TypeKind.STRING
            || to.kind() == TypeKind.CHAR
            || to.kind() == TypeKind.VARBINARY;
    if (!bounded) {
      return false;
    }
    boolean unbounded = from.kind() == TypeKind.TEXT || from.kind() == TypeKind.BLOB;
    boolean sameSort =
        from.kind().isCharacter() == to.kind().isCharacter()
            && (from.kind().isCharacter()
                || from.kind() == TypeKind.VARBINARY
                || from.kind() == TypeKind.BLOB);
    return sameSort && (unbounded || from.requireLength() > to.requireLength());
  }
}
