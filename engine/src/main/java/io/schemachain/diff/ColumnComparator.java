package io.schemachain.diff;

import io.schemachain.diff.Difference.Aspect;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two columns of one name by their forms, and tells what differs in their own words. */
final class ColumnComparator {
  private final Column before;
  private final Column after;
  private final Column oldForm;
  private final Column newForm;
  private final List<Aspect> aspects = new ArrayList<>();

  private ColumnComparator(Column before, Column oldForm, Column after, Column newForm) {
    this.before = before;
    this.oldForm = oldForm;
    this.after = after;
    this.newForm = newForm;
  }

  static List<Aspect> compare(Column before, Column oldForm, Column after, Column newForm) {
    if (oldForm.equals(newForm)) {
      return List.of();
    }
    ColumnComparator comparator = new ColumnComparator(before, oldForm, after, newForm);
    comparator.run();
    return comparator.aspects;
  }

  private void run() {
    aspect(Aspect.Of.TYPE, Column::type, column -> column.type().toString());
    aspect(Aspect.Of.NULLABLE, Column::nullable, column -> String.valueOf(column.nullable()));
    aspect(Aspect.Of.DEFAULT, Column::defaultValue, column -> text(column.defaultValue()));
    aspect(Aspect.Of.IDENTITY, Column::identity, column -> text(column.identity()));
    aspect(Aspect.Of.COMPUTED, Column::computed, column -> text(column.computed()));
    aspect(Aspect.Of.COMMENT, Column::comment, Column::comment);
    aspect(Aspect.Of.COLLATION, Column::collation, Column::collation);
  }

  private void aspect(
      Aspect.Of of,
      Function<Column, @Nullable Object> value,
      Function<Column, @Nullable String> text) {
    if (!Objects.equals(value.apply(oldForm), value.apply(newForm))) {
      String old = text.apply(before);
      String wanted = text.apply(after);
      aspects.add(
          Objects.equals(old, wanted)
              ? new Aspect(of, text.apply(oldForm), text.apply(newForm))
              : new Aspect(of, old, wanted));
    }
  }

  /** A column without its name: {@code string(10) not null default 'active'}. */
  static String text(Column column) {
    StringBuilder words = new StringBuilder(column.type().toString());
    words.append(column.nullable() ? "" : " not null");
    append(words, " default ", text(column.defaultValue()));
    append(words, " identity ", text(column.identity()));
    append(words, " computed ", text(column.computed()));
    append(words, " collate ", column.collation());
    append(words, " comment ", column.comment());
    return words.toString();
  }

  private static void append(StringBuilder words, String label, @Nullable String value) {
    if (value != null) {
      words.append(label).append(value);
    }
  }

  private static @Nullable String text(@Nullable DefaultValue value) {
    if (value instanceof DefaultValue.Constant constant) {
      return "'" + constant.text() + "'";
    }
    return value == null ? null : ((DefaultValue.Expression) value).sql();
  }

  private static @Nullable String text(@Nullable Identity identity) {
    return identity == null
        ? null
        : (identity.always() ? "always" : "by default")
            + " from "
            + identity.startOrDefault()
            + " by "
            + identity.incrementOrDefault();
  }

  private static @Nullable String text(@Nullable Computed computed) {
    return computed == null
        ? null
        : "(" + computed.sql() + ") " + (computed.stored() ? "stored" : "virtual");
  }
}
