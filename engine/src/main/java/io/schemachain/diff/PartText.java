package io.schemachain.diff;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.EnumType;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of a schema in a few words, for people. */
final class PartText {
  private PartText() {}

  /** What differs; a part that only one side has is said by itself. */
  static String difference(@Nullable Object before, @Nullable Object after) {
    if (before == null) {
      return of(after);
    }
    if (after == null) {
      return of(before);
    }
    String old = of(before);
    String wanted = of(after);
    return old.equals(wanted) ? name(before) + " -> " + name(after) : old + " -> " + wanted;
  }

  private static String name(Object part) {
    return part instanceof Constraint constraint
        ? constraint.name()
        : part instanceof Index index ? index.name() : "other details";
  }

  static String of(@Nullable Object part) {
    if (part instanceof Table table) {
      return table(table);
    }
    if (part instanceof Column column) {
      return ColumnComparator.text(column);
    }
    if (part instanceof Index index) {
      return index(index);
    }
    if (part instanceof Constraint constraint) {
      return constraint(constraint);
    }
    if (part instanceof EnumType type) {
      return String.join(", ", type.type().values());
    }
    if (part instanceof Sequence sequence) {
      return "from "
          + sequence.startOrDefault()
          + " by "
          + sequence.increment()
          + ", "
          + sequence.minOrDefault()
          + " to "
          + sequence.maxOrDefault()
          + (sequence.cycle() ? ", cycle" : "");
    }
    if (part instanceof Partitioning partitioning) {
      return partitioning.method().word()
          + " "
          + (partitioning.sql() == null
              ? String.join(", ", partitioning.columns())
              : partitioning.sql())
          + ": "
          + String.join(", ", partitioning.partitions().stream().map(p -> p.name()).toList());
    }
    if (part instanceof View view) {
      return view.sql().strip().replaceAll("\\s+", " ");
    }
    return part instanceof String text ? text : "";
  }

  private static String table(Table table) {
    List<String> lines = new ArrayList<>();
    table.columns().forEach(one -> lines.add(one.name() + " " + ColumnComparator.text(one)));
    for (Constraint one : table.constraints()) {
      lines.add(ObjectKind.of(one).words() + " " + one.name() + " " + constraint(one));
    }
    table.indexes().forEach(one -> lines.add("index " + one.name() + " " + index(one)));
    return String.join("\n", lines);
  }

  private static String constraint(Constraint constraint) {
    List<String> words = new ArrayList<>();
    if (constraint instanceof Check check) {
      words.add(check.sql().strip());
    } else if (constraint instanceof ForeignKey key) {
      words.add("(" + String.join(", ", key.columns()) + ") to " + key.referredTable());
      words.add("(" + String.join(", ", key.referredColumns()) + ")");
      if (key.onDelete() != null) {
        words.add("on delete " + key.onDelete().word());
      }
      if (key.onUpdate() != null) {
        words.add("on update " + key.onUpdate().word());
      }
      if (key.matchFull()) {
        words.add("match full");
      }
    } else if (constraint instanceof Exclusion exclusion) {
      words.add(exclusion.toString());
    } else {
      words.add("(" + String.join(", ", constraint.columns()) + ")");
    }
    if (constraint instanceof UniqueConstraint unique && unique.nullsNotDistinct()) {
      words.add("nulls not distinct");
    }
    switch (constraint.deferral()) {
      case NONE -> {}
      case INITIALLY_IMMEDIATE -> words.add("deferrable");
      case INITIALLY_DEFERRED -> words.add("initially deferred");
    }
    if (!constraint.validated()) {
      words.add("not validated");
    }
    return String.join(" ", words);
  }

  private static String index(Index index) {
    List<String> words = new ArrayList<>();
    if (index.unique()) {
      words.add("unique");
    }
    if (index.using() != null) {
      words.add(index.using());
    }
    words.add(
        "(" + String.join(", ", index.parts().stream().map(PartText::indexPart).toList()) + ")");
    if (!index.include().isEmpty()) {
      words.add("include (" + String.join(", ", index.include()) + ")");
    }
    if (index.nullsNotDistinct()) {
      words.add("nulls not distinct");
    }
    if (index.where() != null) {
      words.add("where " + index.where());
    }
    if (!index.options().isEmpty()) {
      words.add(index.options().words().toString());
    }
    return String.join(" ", words);
  }

  private static String indexPart(IndexPart part) {
    IndexPart.Options options = part.options();
    return (part instanceof IndexPart.ColumnPart column
            ? column.column() + (column.length() == null ? "" : "(" + column.length() + ")")
            : ((IndexPart.ExpressionPart) part).sql())
        + (options.collation() == null ? "" : " collate " + options.collation())
        + (options.operatorClass() == null ? "" : " " + options.operatorClass())
        + (options.descending() ? " desc" : "")
        + (options.nulls() == null ? "" : " nulls " + options.nulls().word());
  }
}
