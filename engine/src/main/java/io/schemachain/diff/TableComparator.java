package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
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
        (old, wanted) -> constraint(before, old, after, wanted));
    pairUp(
        indexes(before, oldForm, from),
        indexes(after, newForm, to),
        (old, wanted) -> index(before, old, after, wanted));
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
      // A database may give the key a name of its own, so that it is not found by its name.
      Constraint written =
          constraint instanceof PrimaryKey
              ? requireNonNull(table.primaryKey())
              : written(
                      table.constraints(),
                      c -> ObjectKind.of(c) == kind && c.name().equals(constraint.name()))
                  .orElse(constraint);
      String name = constraint.name();
      parts.add(
          new Part<>(
              constraint.withName("x"),
              written,
              kind,
              name,
              !side.hasMadeUp(table.name(), kind, name)));
    }
    return parts;
  }

  /**
   * A difference of what was written: a unique index may be kept as a constraint, and the type of a
   * column as a check.
   */
  private void constraint(
      Table before, @Nullable Constraint old, Table after, @Nullable Constraint wanted) {
    Index oldIndex = old == null ? null : indexBehind(old, before);
    Index newIndex = wanted == null ? null : indexBehind(wanted, after);
    if (oldIndex == null && newIndex == null) {
      constraintOrType(before, old, after, wanted);
      return;
    }
    if (old != null && oldIndex == null) {
      differences.add(new Difference.OfConstraint(after.name(), old, null));
    }
    differences.add(new Difference.OfIndex(after.name(), oldIndex, newIndex));
    if (wanted != null && newIndex == null) {
      differences.add(new Difference.OfConstraint(after.name(), null, wanted));
    }
  }

  /** The same the other way round: a unique constraint may be kept as an index. */
  private void index(Table before, @Nullable Index old, Table after, @Nullable Index wanted) {
    Constraint oldKey = old == null ? null : keyBehind(old, before);
    Constraint newKey = wanted == null ? null : keyBehind(wanted, after);
    if (oldKey != null || newKey != null) {
      differences.add(new Difference.OfConstraint(after.name(), oldKey, newKey));
    }
    Index oldIndex = oldKey == null ? old : null;
    Index newIndex = newKey == null ? wanted : null;
    if (oldIndex != null || newIndex != null) {
      differences.add(new Difference.OfIndex(after.name(), oldIndex, newIndex));
    }
  }

  private static @Nullable Constraint keyBehind(Index index, Table table) {
    return table.indexes().contains(index)
        ? null
        : table.constraint(ObjectKind.UNIQUE, index.name()).orElse(null);
  }

  private static @Nullable Index indexBehind(Constraint constraint, Table table) {
    return table.constraints().contains(constraint)
        ? null
        : table.index(constraint.name()).filter(Index::unique).orElse(null);
  }

  /** A check that only one side has for the type of a column is a difference of the column. */
  private void constraintOrType(
      Table before, @Nullable Constraint old, Table after, @Nullable Constraint wanted) {
    Column oldColumn = old == null ? null : columnBehind(old, before);
    Column newColumn = wanted == null ? null : columnBehind(wanted, after);
    if ((oldColumn == null) == (newColumn == null)) {
      differences.add(new Difference.OfConstraint(after.name(), old, wanted));
      return;
    }
    String name = requireNonNull(oldColumn == null ? newColumn : oldColumn).name();
    Column from = before.column(name).orElse(null);
    Column to = after.column(name).orElse(null);
    if (from != null && to != null) {
      retyped(after.name(), from, to);
    }
  }

  private @Nullable Column columnBehind(Constraint constraint, Table table) {
    if (table.constraints().contains(constraint)) {
      return null;
    }
    return table.columns().stream()
        .filter(column -> constraint.equals(form.impliedCheck(table.name(), column)))
        .findFirst()
        .orElse(null);
  }

  private void retyped(TableName table, Column before, Column after) {
    List<Difference.Aspect> aspects = new ArrayList<>();
    aspects.add(
        new Difference.Aspect(
            Difference.Aspect.Of.TYPE, before.type().toString(), after.type().toString()));
    for (Difference difference : List.copyOf(differences)) {
      if (difference instanceof Difference.OfColumn column
          && column.table().equals(table)
          && before.equals(column.before())) {
        if (column.differsIn(Difference.Aspect.Of.TYPE)) {
          return;
        }
        aspects.addAll(column.aspects());
        differences.remove(column);
      }
    }
    differences.add(new Difference.OfColumn(table, before, after, aspects));
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
      List<Part<T>> before, List<Part<T>> after, BiConsumer<@Nullable T, @Nullable T> differ) {
    List<Part<T>> left = new ArrayList<>(before);
    List<Part<T>> wanted = new ArrayList<>(after);
    pair(left, wanted, Part::isCalledLike, differ);
    pair(
        left,
        wanted,
        (old, other) -> old.kind == other.kind && old.form.equals(other.form),
        differ);
    pair(left, wanted, (old, other) -> isKey(old) && isKey(other), differ);
    left.forEach(old -> differ.accept(old.written, null));
    wanted.forEach(other -> differ.accept(null, other.written));
  }

  private static boolean isKey(Part<?> part) {
    return part.form instanceof PrimaryKey;
  }

  private <T> void pair(
      List<Part<T>> left,
      List<Part<T>> wanted,
      BiPredicate<Part<T>, Part<T>> isPair,
      BiConsumer<@Nullable T, @Nullable T> differ) {
    for (Part<T> old : List.copyOf(left)) {
      for (Part<T> other : wanted) {
        if (isPair.test(old, other)) {
          left.remove(old);
          wanted.remove(other);
          boolean renamed = old.hasName && other.hasName && !old.name.equalsIgnoreCase(other.name);
          if (renamed || !old.form.equals(other.form)) {
            differ.accept(old.written, other.written);
          }
          break;
        }
      }
    }
  }
}
