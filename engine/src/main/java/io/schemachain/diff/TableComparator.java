package io.schemachain.diff;

import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares two tables of one name, part by part. The order of parts says nothing. */
final class TableComparator {
  private final StoredForm form;
  private final Side from;
  private final Side to;
  private final List<Difference> differences;

  TableComparator(StoredForm form, Side from, Side to, List<Difference> differences) {
    this.form = form;
    this.from = from;
    this.to = to;
    this.differences = differences;
  }

  void compare(Table before, Table after) {
    Table oldForm = form.of(before);
    Table newForm = form.of(after);
    columns(before, oldForm, after, newForm);
    pairUp(
        constraints(before, oldForm, from),
        constraints(after, newForm, to),
        (old, wanted) -> new Difference.OfConstraint(after.name(), old, wanted));
    pairUp(
        indexes(before, oldForm, from),
        indexes(after, newForm, to),
        (old, wanted) -> new Difference.OfIndex(after.name(), old, wanted));
    if (!Objects.equals(oldForm.comment(), newForm.comment())) {
      differences.add(new Difference.OfComment(after.name(), oldForm.comment(), newForm.comment()));
    }
    if (!Objects.equals(oldForm.partitioning(), newForm.partitioning())
        && !oldForm
            .withColumns(newForm.columns())
            .withPartitioning(newForm.partitioning())
            .isEquivalentTo(oldForm.withColumns(newForm.columns()))) {
      differences.add(
          new Difference.OfPartitioning(after.name(), before.partitioning(), after.partitioning()));
    }
    if (!oldForm.options().equals(newForm.options())) {
      differences.add(new Difference.OfOptions(after.name(), before, after));
    }
  }

  // Columns

  private void columns(Table before, Table oldForm, Table after, Table newForm) {
    for (int i = 0; i < before.columns().size(); i++) {
      Column old = before.columns().get(i);
      Optional<Column> wanted = after.column(old.name());
      if (wanted.isEmpty()) {
        differences.add(new Difference.OfColumn(after.name(), old, null, List.of()));
        continue;
      }
      List<Difference.Aspect> aspects =
          ColumnComparator.compare(
              old,
              oldForm.columns().get(i),
              wanted.get(),
              newForm.column(old.name()).orElseThrow());
      if (!aspects.isEmpty()) {
        differences.add(new Difference.OfColumn(after.name(), old, wanted.get(), aspects));
      }
    }
    for (Column wanted : after.columns()) {
      if (before.column(wanted.name()).isEmpty()) {
        differences.add(new Difference.OfColumn(after.name(), null, wanted, List.of()));
      }
    }
  }

  // Constraints and indexes

  /**
   * A part in both its forms.
   *
   * @param form without a name
   * @param written as the side has it
   * @param hasName whether its name says something
   */
  private record Part<T>(T form, T written, ObjectKind kind, String name, boolean hasName) {
    boolean isCalledLike(Part<T> other) {
      return hasName && other.hasName && kind == other.kind && name.equalsIgnoreCase(other.name);
    }
  }

  private static List<Part<Constraint>> constraints(Table table, Table form, Side side) {
    List<Part<Constraint>> parts = new ArrayList<>();
    for (Constraint constraint : form.constraints()) {
      ObjectKind kind = ObjectKind.of(constraint);
      String name = constraint.name();
      parts.add(
          new Part<>(
              constraint.withName("x"),
              written(table.constraints(), c -> ObjectKind.of(c) == kind && c.name().equals(name))
                  .orElse(constraint),
              kind,
              name,
              !side.hasMadeUp(table.name(), kind, name)));
    }
    return parts;
  }

  private static List<Part<Index>> indexes(Table table, Table form, Side side) {
    List<Part<Index>> parts = new ArrayList<>();
    for (Index index : form.indexes()) {
      String name = index.name();
      parts.add(
          new Part<>(
              index.withName("x"),
              written(table.indexes(), i -> i.name().equals(name)).orElse(index),
              ObjectKind.INDEX,
              name,
              !side.hasMadeUp(table.name(), ObjectKind.INDEX, name)));
    }
    return parts;
  }

  private static <T> Optional<T> written(List<T> parts, Predicate<T> isMeant) {
    return parts.stream().filter(isMeant).findFirst();
  }

  /**
   * First those of one name, then those that differ in nothing else, then the primary keys, of
   * which a table has one.
   */
  private <T> void pairUp(
      List<Part<T>> before,
      List<Part<T>> after,
      BiFunction<@Nullable T, @Nullable T, Difference> difference) {
    List<Part<T>> left = new ArrayList<>(before);
    List<Part<T>> wanted = new ArrayList<>(after);
    pair(left, wanted, Part::isCalledLike, difference);
    pair(
        left,
        wanted,
        (old, other) -> old.kind == other.kind && old.form.equals(other.form),
        difference);
    pair(left, wanted, (old, other) -> isKey(old) && isKey(other), difference);
    left.forEach(old -> differences.add(difference.apply(old.written, null)));
    wanted.forEach(other -> differences.add(difference.apply(null, other.written)));
  }

  private static boolean isKey(Part<?> part) {
    return part.form instanceof PrimaryKey;
  }

  private <T> void pair(
      List<Part<T>> left,
      List<Part<T>> wanted,
      BiPredicate<Part<T>, Part<T>> isPair,
      BiFunction<@Nullable T, @Nullable T, Difference> difference) {
    for (Part<T> old : List.copyOf(left)) {
      for (Part<T> other : wanted) {
        if (isPair.test(old, other)) {
          left.remove(old);
          wanted.remove(other);
          boolean renamed = old.hasName && other.hasName && !old.name.equalsIgnoreCase(other.name);
          if (renamed || !old.form.equals(other.form)) {
            differences.add(difference.apply(old.written, other.written));
          }
          break;
        }
      }
    }
  }
}
