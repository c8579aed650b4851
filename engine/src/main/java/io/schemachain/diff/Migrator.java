package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.introspect.Kinds;
import io.schemachain.model.Constraint;
import io.schemachain.model.EnumType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.ObjectOperations;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operations that lead from one schema to another, in phases: what stands in the way goes
 * first, then tables and columns change, then what is built on them comes.
 */
public final class Migrator {
  private final Request request;
  private final Dialect dialect;
  private final Steps steps;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Again> comeBack = new ArrayList<>();

  /** A foreign key that has to go for a while. */
  private record Again(TableName table, ForeignKey key) {}

  /**
   * What is asked for.
   *
   * @param kinds of objects beside tables
   * @param counts whether a difference is our business: nothing that is not ours is removed
   */
  public record Request(
      Dialect dialect,
      Kinds kinds,
      Side from,
      Side to,
      Renames renames,
      Predicate<Difference> counts) {
    public Request {
      requireNonNull(dialect, "dialect");
      requireNonNull(kinds, "kinds");
    }
  }

  private Migrator(Request request) {
    this.request = request;
    this.dialect = request.dialect();
    this.steps = new Steps(dialect, request.from().schema());
  }

  /**
   * The whole way.
   *
   * @throws io.schemachain.operation.OperationException if an operation does not fit, which is a
   *     mistake in what is wanted
   */
  public static Migration migrate(Request request) {
    return new Migrator(request).run();
  }

  private Migration run() {
    List<Undecided> undecided =
        new RenameFinder(
                dialect.storedForm(),
                request.renames(),
                request.to().schema(),
                request.counts(),
                steps)
            .find();
    if (!undecided.isEmpty()) {
      return new Migration(steps.found(), steps.all(), undecided, List.of());
    }
    differences.addAll(compare());
    for (Difference difference : differences) {
      steps.found(
          difference.kind().toString().toLowerCase(Locale.ROOT)
              + " "
              + difference.subject()
              + (difference.detail().isEmpty() ? "" : ": " + difference.detail()));
    }
    new PartitionMigrator(steps, request.to().schema()).migrate(differences);
    differences.clear();
    differences.addAll(compare());
    createFirst();
    dropValues();
    differences.clear();
    differences.addAll(compare());
    List<View> views = dropViews();
    dropKeys();
    dropIndexes();
    dropTables();
    TableMigrator tables = new TableMigrator(steps, request.to().schema());
    tables.migrate(differences);
    createIndexes();
    createKeys(tables);
    comments();
    dropObjects();
    createObjects(views);
    return new Migration(steps.found(), steps.all(), List.of(), compare());
  }

  private List<Difference> compare() {
    return SchemaDiff.of(
            dialect, request.kinds(), request.from().with(steps.schema()), request.to())
        .stream()
        .filter(request.counts())
        .toList();
  }

  private <T extends Difference> List<T> of(Class<T> type) {
    return differences.stream().filter(type::isInstance).map(type::cast).toList();
  }

  // What others are built on

  private static final List<ObjectKind> FIRST =
      List.of(ObjectKind.SCHEMA, ObjectKind.EXTENSION, ObjectKind.TYPE, ObjectKind.SEQUENCE);

  private void createFirst() {
    for (ObjectKind kind : FIRST) {
      for (Difference.OfObject difference : of(Difference.OfObject.class)) {
        SchemaObject after = difference.after();
        if (after == null || after.kind() != kind) {
          continue;
        }
        SchemaObject before = difference.before();
        if (before != null) {
          change(before, after);
        } else if (isDeclared(after, request.to().schema())) {
          steps.add(ObjectOperations.create(after, false));
        }
      }
    }
  }

  private void change(SchemaObject before, SchemaObject after) {
    if (before instanceof Sequence old && after instanceof Sequence wanted) {
      SequenceMigrator.change(old, wanted, steps);
    } else if (before instanceof EnumType old && after instanceof EnumType wanted) {
      new EnumMigrator(steps, request.to().schema()).addValues(old.type(), wanted.type());
    }
  }

  /** An enum type that only a column says comes and goes with it. */
  private static boolean isDeclared(SchemaObject object, Schema schema) {
    return object.kind() != ObjectKind.TYPE
        || schema.find(ObjectKind.TYPE, object.name()).isPresent();
  }

  // Views

  /** Those that go, and those that stand on something that changes; the latter come back. */
  private List<View> dropViews() {
    Set<TableName> changing = new LinkedHashSet<>();
    for (Difference difference : differences) {
      boolean changes =
          (difference instanceof Difference.OfTable && difference.before() != null)
              || (difference instanceof Difference.OfColumn column
                  && column.before() != null
                  && (column.after() == null || column.differsIn(Difference.Aspect.Of.TYPE)));
      if (changes && difference.table() != null) {
        changing.add(difference.table());
      }
    }
    Set<SchemaObject> gone = new LinkedHashSet<>();
    for (Difference.OfObject difference : of(Difference.OfObject.class)) {
      if (difference.before() instanceof View view && difference.after() == null) {
        gone.add(view);
        changing.add(view.name());
      }
    }
    List<View> back = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (SchemaObject object : steps.schema().objects()) {
        if (object instanceof View view
            && !gone.contains(view)
            && SqlIdentifiers.tables(view.sql()).stream()
                .anyMatch(name -> changing.stream().anyMatch(c -> c.key().equals(name.key())))) {
          gone.add(view);
          changing.add(view.name());
          back.add(view);
          more = true;
        }
      }
    }
    for (View view : inOrder(gone.stream().map(View.class::cast).toList(), true)) {
      steps.add(ObjectOperations.drop(view));
    }
    return back;
  }

  /** Views after those that they stand on, or before them. */
  private static List<View> inOrder(List<View> views, boolean reversed) {
    List<View> ordered = new ArrayList<>();
    views.forEach(view -> place(view, views, ordered, new LinkedHashSet<>()));
    if (reversed) {
      Collections.reverse(ordered);
    }
    return ordered;
  }

  private static void place(View view, List<View> all, List<View> ordered, Set<View> above) {
    if (ordered.contains(view) || !above.add(view)) {
      return;
    }
    Set<TableName> used = SqlIdentifiers.tables(view.sql());
    for (View other : all) {
      if (used.stream().anyMatch(name -> name.key().equals(other.name().key()))) {
        place(other, all, ordered, above);
      }
    }
    ordered.add(view);
  }

  // Keys and indexes

  /** But those that a database keeps for the type of a column, which the type brings. */
  private List<Difference.OfConstraint> constraints() {
    return of(Difference.OfConstraint.class).stream()
        .filter(
            difference ->
                isWritten(difference.before(), steps.schema().find(difference.table()))
                    || isWritten(
                        difference.after(), request.to().schema().find(difference.table())))
        .toList();
  }

  private static boolean isWritten(@Nullable Constraint constraint, Optional<Table> table) {
    return constraint != null
        && table.isPresent()
        && table.get().constraints().contains(constraint);
  }

  /** Foreign keys first. */
  private void dropKeys() {
    for (Difference.OfConstraint difference : constraints()) {
      if (difference.before() instanceof ForeignKey && !isRename(difference)) {
        drop(difference.table(), difference.before());
      }
    }
    for (Difference.OfConstraint difference : constraints()) {
      Constraint before = difference.before();
      if (before != null && !(before instanceof ForeignKey) && !isRename(difference)) {
        dropReferring(difference.table(), before.columns());
        drop(difference.table(), before);
      }
    }
  }

  /** Drops the foreign keys that refer to these columns of a table: they come back. */
  private void dropReferring(TableName table, List<String> columns) {
    for (Table other : steps.schema().referringTo(table)) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(table)
            && Set.copyOf(key.referredColumns()).equals(Set.copyOf(columns))) {
          drop(other.name(), key);
          comeBack.add(new Again(other.name(), key));
        }
      }
    }
  }

  private void drop(TableName table, Constraint constraint) {
    ObjectKind kind = ObjectKind.of(constraint);
    boolean byColumns =
        request.from().hasMadeUp(table, kind, constraint.name())
            && (kind == ObjectKind.PRIMARY_KEY || !constraint.columns().isEmpty());
    steps.add(
        byColumns
            ? new DropConstraint(table, null, kind, constraint.columns(), false)
            : new DropConstraint(table, constraint.name(), kind, List.of(), false));
  }

  private static boolean isRename(Difference.OfConstraint difference) {
    Constraint before = difference.before();
    Constraint after = difference.after();
    return before != null && after != null && before.withName(after.name()).equals(after);
  }

  private void dropIndexes() {
    for (Difference.OfIndex difference : of(Difference.OfIndex.class)) {
      Index before = difference.before();
      if (before != null && !isRename(difference)) {
        dropReferring(difference.table(), before.columns());
        steps.add(new DropIndex(difference.table(), before.name()));
      }
    }
  }

  private static boolean isRename(Difference.OfIndex difference) {
    Index before = difference.before();
    Index after = difference.after();
    return before != null && after != null && before.withName(after.name()).equals(after);
  }

  private void createIndexes() {
    for (Difference.OfIndex difference : of(Difference.OfIndex.class)) {
      Index after = difference.after();
      if (after == null) {
        continue;
      }
      Index before = difference.before();
      if (isRename(difference) && before != null) {
        RenameIndex rename = new RenameIndex(difference.table(), before.name(), after.name());
        if (steps.addIfPossible(rename, List.of())) {
          continue;
        }
        steps.add(new DropIndex(difference.table(), before.name()));
      }
      steps.add(new CreateIndex(difference.table(), after));
    }
  }

  private void createKeys(TableMigrator tables) {
    createConstraints(constraint -> !(constraint instanceof ForeignKey));
    tables.connect();
    createConstraints(ForeignKey.class::isInstance);
    for (Again key : comeBack) {
      Table table = steps.schema().find(key.table()).orElse(null);
      boolean wanted =
          table != null
              && request.to().schema().find(key.table()).isPresent()
              && table.foreignKeys().stream().noneMatch(k -> k.name().equals(key.key().name()))
              && request.to().schema().require(key.table()).foreignKeys().stream()
                  .anyMatch(k -> k.columns().equals(key.key().columns()));
      if (wanted) {
        steps.add(TableMigrator.create(key.table(), key.key()));
      }
    }
  }

  private void createConstraints(Predicate<Constraint> now) {
    for (Difference.OfConstraint difference : constraints()) {
      Constraint after = difference.after();
      if (after == null || !now.test(after)) {
        continue;
      }
      Constraint before = difference.before();
      if (isRename(difference) && before != null) {
        RenameConstraint rename =
            new RenameConstraint(
                difference.table(), before.name(), ObjectKind.of(before), after.name());
        if (steps.addIfPossible(rename, List.of())) {
          continue;
        }
        drop(difference.table(), before);
      }
      steps.add(TableMigrator.create(difference.table(), after));
    }
  }

  // Tables

  private void dropTables() {
    Set<TableName> gone = new LinkedHashSet<>();
    for (Difference.OfTable difference : of(Difference.OfTable.class)) {
      if (difference.after() == null) {
        gone.add(difference.table());
      }
    }
    while (!gone.isEmpty()) {
      TableName next = gone.stream().filter(name -> isFree(name, gone)).findFirst().orElse(null);
      if (next == null) {
        next = gone.iterator().next();
        for (Table other : steps.schema().referringTo(next)) {
          for (ForeignKey key : other.foreignKeys()) {
            if (key.referredTable().equals(next) && !other.name().equals(next)) {
              drop(other.name(), key);
            }
          }
        }
      }
      steps.add(new DropTable(next, false), List.of("Loses the rows of " + next + "."));
      gone.remove(next);
    }
  }

  /** Whether no other table that is to go refers to it. */
  private boolean isFree(TableName name, Set<TableName> gone) {
    return steps.schema().referringTo(name).stream()
        .allMatch(other -> other.name().equals(name) || !gone.contains(other.name()));
  }

  private void comments() {
    for (Difference.OfComment difference : of(Difference.OfComment.class)) {
      steps.add(
          difference.after() == null
              ? new DropTableComment(difference.table())
              : new CreateTableComment(difference.table(), difference.after()));
    }
  }

  private void dropValues() {
    for (Difference.OfObject difference : of(Difference.OfObject.class)) {
      if (difference.before() instanceof EnumType old
          && difference.after() instanceof EnumType wanted) {
        new EnumMigrator(steps, request.to().schema()).dropValues(old.type(), wanted.type());
      }
    }
  }

  // Objects that stand on tables

  private void dropObjects() {
    List<ObjectKind> order = new ArrayList<>(FIRST);
    Collections.reverse(order);
    for (Difference.OfObject difference : of(Difference.OfObject.class)) {
      SchemaObject before = difference.before();
      if (before != null
          && difference.after() == null
          && !(before instanceof View)
          && !FIRST.contains(before.kind())
          && steps.schema().objects().contains(before)) {
        steps.add(ObjectOperations.drop(before));
      }
    }
    for (ObjectKind kind : order) {
      for (Difference.OfObject difference : of(Difference.OfObject.class)) {
        SchemaObject before = difference.before();
        if (before != null
            && before.kind() == kind
            && difference.after() == null
            && steps.schema().objects().contains(before)) {
          steps.add(ObjectOperations.drop(before));
        }
      }
    }
  }

  private void createObjects(List<View> back) {
    List<View> views = new ArrayList<>();
    List<SchemaObject> others = new ArrayList<>();
    for (Difference.OfObject difference : of(Difference.OfObject.class)) {
      SchemaObject after = difference.after();
      if (after instanceof View view) {
        views.add(view);
      } else if (after != null && !FIRST.contains(after.kind())) {
        others.add(after);
      }
    }
    for (View view : back) {
      boolean changed = views.stream().anyMatch(v -> v.name().key().equals(view.name().key()));
      if (!changed) {
        views.add(view);
      }
    }
    others.stream()
        .filter(object -> object.table() == null)
        .forEach(object -> steps.add(ObjectOperations.create(object, exists(object))));
    inOrder(views, false).forEach(view -> steps.add(ObjectOperations.create(view, exists(view))));
    others.stream()
        .filter(object -> object.table() != null)
        .forEach(object -> steps.add(ObjectOperations.create(object, exists(object))));
  }

  private boolean exists(SchemaObject object) {
    return steps.schema().objects().stream()
        .anyMatch(
            other ->
                other.kind() == object.kind()
                    && other.name().key().equals(object.name().key())
                    && (object.table() == null || object.table().equals(other.table())));
  }
}
