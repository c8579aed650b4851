package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.TableName;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.ColumnPosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what an alteration of a column says, or a part of it. */
final class Alteration {
  private final TableName table;
  private final String column;
  private @Nullable String newName;
  private @Nullable DataType type;
  private @Nullable String using;
  private @Nullable Boolean nullable;
  private Change<DefaultValue> defaultValue = Change.none();
  private Change<Identity> identity = Change.none();
  private Change<Computed> computed = Change.none();
  private Change<String> comment = Change.none();
  private Change<String> collation = Change.none();
  private @Nullable ColumnPosition position;

  Alteration(TableName table, String column) {
    this.table = requireNonNull(table, "table");
    this.column = requireNonNull(column, "column");
  }

  Alteration type(DataType value) {
    type = value;
    return this;
  }

  Alteration nullable(boolean value) {
    nullable = value;
    return this;
  }

  Alteration comment(String value) {
    comment = Change.to(value);
    return this;
  }

  Alteration identity(Identity value) {
    identity = Change.to(value);
    return this;
  }

  Alteration defaultValue(Change<DefaultValue> value) {
    defaultValue = value;
    return this;
  }

  AlterColumn operation() {
    return new AlterColumn(
        table,
        column,
        newName,
        type,
        using,
        nullable,
        defaultValue,
        identity,
        computed,
        comment,
        collation,
        position);
  }

  private static final int ASPECTS = 8;

  /** All that say a part of what it says, those that say least first. */
  static List<AlterColumn> parts(AlterColumn whole) {
    List<AlterColumn> parts = new ArrayList<>();
    for (int size = 1; size < ASPECTS; size++) {
      for (int aspects = 1; aspects < 1 << ASPECTS; aspects++) {
        if (Integer.bitCount(aspects) == size) {
          part(whole, aspects, parts);
        }
      }
    }
    String column = whole.column();
    parts.add(new Alteration(whole.table(), column).defaultValue(Change.drop()).operation());
    parts.add(new Alteration(whole.table(), column).nullable(false).operation());
    parts.add(new Alteration(whole.table(), column).nullable(true).operation());
    return parts;
  }

  private static void part(AlterColumn whole, int aspects, List<AlterColumn> parts) {
    Alteration part = new Alteration(whole.table(), whole.column());
    int said = 0;
    if ((aspects & 1) != 0 && whole.type() != null) {
      part.type = whole.type();
      part.using = whole.using();
      said++;
    }
    if ((aspects & 2) != 0 && whole.nullable() != null) {
      part.nullable = whole.nullable();
      said++;
    }
    if ((aspects & 4) != 0 && whole.defaultValue().present()) {
      part.defaultValue = whole.defaultValue();
      said++;
    }
    if ((aspects & 8) != 0 && whole.identity().present()) {
      part.identity = whole.identity();
      said++;
    }
    if ((aspects & 16) != 0 && whole.computed().present()) {
      part.computed = whole.computed();
      said++;
    }
    if ((aspects & 32) != 0 && whole.comment().present()) {
      part.comment = whole.comment();
      said++;
    }
    if ((aspects & 64) != 0 && whole.collation().present()) {
      part.collation = whole.collation();
      said++;
    }
    if ((aspects & 128) != 0 && whole.position() != null) {
      part.position = whole.position();
      said++;
    }
    if (said == Integer.bitCount(aspects)) {
      parts.add(part.operation());
    }
  }
}
