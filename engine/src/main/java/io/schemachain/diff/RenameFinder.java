package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Column;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds what has another name in the target: as it says itself, or because an old part is gone, a
 * new one of the same shape is there, and neither has another match.
 */
final class RenameFinder {
  private final StoredForm form;
  private final Renames renames;
  private final Schema to;
  private final Predicate<Difference> counts;
  private final Steps steps;
  private final List<Undecided> undecided = new ArrayList<>();

  RenameFinder(
      StoredForm form, Renames renames, Schema to, Predicate<Difference> counts, Steps steps) {
    this.form = form;
    this.renames = renames;
    this.to = to;
    this.counts = counts;
    this.steps = steps;
  }

  /** Adds the renames to the steps; what is not clear is left, and returned. */
  List<Undecided> find() {
    for (Table table : to.tables()) {
      renames
          .of(table.name())
          .map(old -> table.name().withName(old))
          .filter(old -> isGone(old) && isNew(table.name()))
          .ifPresent(old -> rename(old, table.name(), List.of()));
    }
    likelyTables();
    for (Table table : to.tables()) {
      steps.schema().find(table.name()).ifPresent(old -> columns(old, table));
    }
    return undecided;
  }

  private boolean isGone(TableName table) {
    return steps.schema().find(table).isPresent() && to.find(table).isEmpty();
  }

  private boolean isNew(TableName table) {
    return steps.schema().find(table).isEmpty();
  }

  private void rename(TableName old, TableName name, List<String> notes) {
    steps.found("renamed table " + old + " to " + name.name());
    steps.add(new RenameTable(old, name.name()), notes);
  }

  // Tables

  private void likelyTables() {
    List<Table> gone = new ArrayList<>();
    for (Table table : steps.schema().tables()) {
      if (isGone(table.name()) && counts.test(new Difference.OfTable(table, null))) {
        gone.add(table);
      }
    }
    List<Table> added = new ArrayList<>();
    for (Table table : to.tables()) {
      if (isNew(table.name())
          && counts.test(new Difference.OfTable(null, table))
          && !renames.decides(table.name())) {
        added.add(table);
      }
    }
    Matches<Table> matches = Matches.of(gone, added, this::shape);
    matches.clear.forEach(
        (table, old) ->
            rename(
                old.name(),
                table.name(),
                List.of(
                    "Taken for a rename: "
                        + table.name()
                        + " has the columns that "
                        + old.name()
                        + " had. If it is a new table, write this again with "
                        + Renames.typed(table.name().toString(), null))));
    matches.unclear.forEach(
        (table, olds) ->
            undecided.add(
                new Undecided(
                    table.name(), null, olds.stream().map(old -> old.name().name()).toList())));
  }

  /** The columns, whatever else. */
  private Object shape(Table table) {
    return Arrays.asList(table.name().schema(), new HashSet<>(form.of(table).columns()));
  }

  // Columns

  private void columns(Table old, Table wanted) {
    Set<String> gone = new HashSet<>();
    for (Column column : old.columns()) {
      boolean isGone = wanted.column(column.name()).isEmpty();
      if (isGone && counts.test(new Difference.OfColumn(wanted.name(), column, null, List.of()))) {
        gone.add(column.name());
      }
    }
    if (gone.isEmpty()) {
      return;
    }
    List<Column> added = new ArrayList<>();
    for (Column column : wanted.columns()) {
      if (old.column(column.name()).isPresent()) {
        continue;
      }
      Optional<String> former =
          renames.of(wanted.name(), column.name()).flatMap(old::column).map(Column::name);
      if (former.isPresent() && gone.remove(former.get())) {
        rename(wanted.name(), former.get(), column.name(), List.of());
      } else if (!renames.decides(wanted.name(), column.name())) {
        added.add(column);
      }
    }
    likelyColumns(old, gone, wanted, added);
  }

  private void likelyColumns(Table old, Set<String> gone, Table wanted, List<Column> added) {
    List<Column> left = old.columns().stream().filter(c -> gone.contains(c.name())).toList();
    Table oldForm = form.of(old);
    Table newForm = form.of(wanted);
    Matches<Column> matches =
        Matches.of(
            left,
            added,
            column ->
                shape(
                    oldForm
                        .column(column.name())
                        .or(() -> newForm.column(column.name()))
                        .orElseThrow()));
    matches.clear.forEach(
        (column, former) ->
            rename(
                wanted.name(),
                former.name(),
                column.name(),
                List.of(
                    "Taken for a rename: "
                        + former.name()
                        + " is gone and "
                        + column.name()
                        + " has its type. If it is a new column, write this again with "
                        + Renames.typed(wanted.name() + "." + column.name(), null))));
    matches.unclear.forEach(
        (column, olds) ->
            undecided.add(
                new Undecided(
                    wanted.name(), column.name(), olds.stream().map(Column::name).toList())));
  }

  /** What is computed is like nothing: it can be computed again. */
  private static Object shape(Column form) {
    return form.computed() == null
        ? Arrays.asList(form.type(), form.identity() == null)
        : new Object();
  }

  private void rename(TableName table, String old, String name, List<String> notes) {
    steps.found("renamed column " + table + "." + old + " to " + name);
    steps.add(new AlterColumn(table, old, name, null, null, Change.none(), Change.none()), notes);
  }

  /**
   * Which new parts are like which old ones.
   *
   * @param clear new parts with the one old part that is like them, and like no other
   * @param unclear new parts with several old ones, or with one that others share
   */
  private record Matches<T>(Map<T, T> clear, Map<T, List<T>> unclear) {
    static <T> Matches<T> of(List<T> gone, List<T> added, Function<T, Object> shape) {
      Map<Object, List<T>> olds = new HashMap<>();
      gone.forEach(old -> olds.computeIfAbsent(shape.apply(old), k -> new ArrayList<>()).add(old));
      Map<Object, Integer> uses = new HashMap<>();
      Map<T, Object> shapes = new LinkedHashMap<>();
      for (T wanted : added) {
        Object shaped = shape.apply(wanted);
        if (olds.containsKey(shaped)) {
          shapes.put(wanted, shaped);
          uses.merge(shaped, 1, Integer::sum);
        }
      }
      Map<T, T> clear = new LinkedHashMap<>();
      Map<T, List<T>> unclear = new LinkedHashMap<>();
      shapes.forEach(
          (wanted, shaped) -> {
            List<T> alike = requireNonNull(olds.get(shaped));
            if (alike.size() == 1 && requireNonNull(uses.get(shaped)) == 1) {
              clear.put(wanted, alike.get(0));
            } else {
              unclear.put(wanted, alike);
            }
          });
      return new Matches<>(clear, unclear);
    }
  }
}
