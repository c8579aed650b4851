package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.operation.AlterColumn;
import java.util.Optional;

/** A type that has no room for each value of the old one. */
public final class NarrowerTypeRule extends Rule {
  public NarrowerTypeRule() {
    super(
        "narrower-type",
        RuleGroup.DATA,
        Level.WARNING,
        "A value that does not fit makes it fail, or is rounded.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)
        || alter.type() == null
        || alter.using() != null
        || site.isNew(alter.table())) {
      return;
    }
    Optional<Column> old = site.column(alter.table(), alter.column());
    Optional<String> what = old.flatMap(column -> lost(column.type(), alter.type()));
    if (what.isEmpty()) {
      return;
    }
    report
        .at(
            site,
            alter.table()
                + "."
                + alter.column()
                + " goes from "
                + old.get().type()
                + " to "
                + alter.type()
                + ": "
                + what.get()
                + ".")
        .fix(
            "Look for such values before, and change them as they are meant, or leave the type as it is.");
  }

  private static Optional<String> lost(DataType from, DataType to) {
    if (!(from instanceof DataType.Scalar old) || !(to instanceof DataType.Scalar changed)) {
      return Optional.empty();
    }
    if (changed.kind().isNumber() && digits(old) > digits(changed)) {
      return Optional.of("a larger number does not fit");
    }
    if (old.kind().isCharacter() && changed.kind().isCharacter() && room(old) > room(changed)) {
      return Optional.of("a longer text does not fit");
    }
    if (isBytes(old) && isBytes(changed) && room(old) > room(changed)) {
      return Optional.of("more bytes do not fit");
    }
    return fraction(old) > fraction(changed)
        ? Optional.of("digits behind the point or the second are rounded or cut")
        : Optional.empty();
  }

  /** Digits in front of the point; 0 for what is no exact number, or does not become one. */
  private static int digits(DataType.Scalar type) {
    return switch (type.kind()) {
      case SMALLINT -> 5;
      case INTEGER -> 10;
      case BIGINT -> 19;
      case NUMERIC -> type.requireLength() - type.requireScale();
      case REAL, DOUBLE -> 20;
      default -> 0;
    };
  }

  private static int fraction(DataType.Scalar type) {
    return switch (type.kind()) {
      case NUMERIC -> type.requireScale();
      case DOUBLE -> 400;
      case REAL -> 200;
      case TIME, TIMESTAMP, TIMESTAMPTZ -> type.requireLength();
      default -> 0;
    };
  }

  private static boolean isBytes(DataType.Scalar type) {
    return switch (type.kind()) {
      case BINARY, VARBINARY, BLOB -> true;
      default -> false;
    };
  }

  private static int room(DataType.Scalar type) {
    Integer length = type.length();
    return length == null ? Integer.MAX_VALUE : length;
  }
}
