package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.EnumType;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.View;
import io.schemachain.operation.ObjectOperations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What stands beside tables, but for views. */
final class ObjectMigrator {
  /** What tables stand on, in the order in which it comes. */
  private static final List<ObjectKind> FIRST =
      List.of(ObjectKind.SCHEMA, ObjectKind.EXTENSION, ObjectKind.TYPE, ObjectKind.SEQUENCE);

  private final Steps steps;
  private final Schema to;

  ObjectMigrator(Steps steps, Schema to) {
    this.steps = requireNonNull(steps, "steps");
    this.to = requireNonNull(to, "to");
  }

  private static List<Difference.OfObject> objects(List<Difference> differences) {
    List<Difference.OfObject> objects = new ArrayList<>();
    for (Difference difference : differences) {
      if (difference instanceof Difference.OfObject object
          && !(object.before() instanceof View)
          && !(object.after() instanceof View)) {
        objects.add(object);
      }
    }
    return objects;
  }

  // What others are built on

  /** What tables stand on comes and changes. */
  void createFirst(List<Difference> differences) {
    for (ObjectKind kind : FIRST) {
      for (Difference.OfObject difference : objects(differences)) {
        SchemaObject before = difference.before();
        SchemaObject after = difference.after();
        if (after == null || after.kind() != kind) {
          continue;
        }
        if (before != null) {
          change(before, after);
        } else if (isDeclared(after)) {
          steps.add(ObjectOperations.create(after, false));
        }
      }
    }
  }

  private void change(SchemaObject before, SchemaObject after) {
    if (before instanceof Sequence old && after instanceof Sequence wanted) {
      SequenceMigrator.change(old, wanted, steps);
    } else if (before instanceof EnumType old && after instanceof EnumType wanted) {
      new EnumMigrator(steps, to).addValues(old.type(), wanted.type());
    }
  }

  /** An enum type that only a column says comes and goes with it. */
  private boolean isDeclared(SchemaObject object) {
    return object.kind() != ObjectKind.TYPE || to.find(ObjectKind.TYPE, object.name()).isPresent();
  }

  /** Values of enum types go before the columns change, which may not have them any more. */
  void dropValues(List<Difference> differences) {
    for (Difference.OfObject difference : objects(differences)) {
      if (difference.before() instanceof EnumType old
          && difference.after() instanceof EnumType wanted) {
        new EnumMigrator(steps, to).dropValues(old.type(), wanted.type());
      }
    }
  }

  // What stands on tables

  /** What stands by itself, so that views may use it. */
  void createOthers(List<Difference> differences) {
    create(differences, false);
  }

  /** What belongs to a table or a view. */
  void createOnTables(List<Difference> differences) {
    create(differences, true);
  }

  private void create(List<Difference> differences, boolean onTables) {
    for (Difference.OfObject difference : objects(differences)) {
      SchemaObject after = difference.after();
      if (after != null && !FIRST.contains(after.kind()) && (after.table() != null) == onTables) {
        steps.add(ObjectOperations.create(after, known(after).isPresent()));
      }
    }
  }

  /** What stands on others goes before them; what goes with its table is gone. */
  void drop(List<Difference> differences) {
    List<SchemaObject> gone = new ArrayList<>();
    for (Difference.OfObject difference : objects(differences)) {
      if (difference.before() != null && difference.after() == null) {
        gone.add(difference.before());
      }
    }
    List<ObjectKind> order = new ArrayList<>(FIRST);
    Collections.reverse(order);
    gone.stream().filter(object -> !FIRST.contains(object.kind())).forEach(this::drop);
    for (ObjectKind kind : order) {
      gone.stream().filter(object -> object.kind() == kind).forEach(this::drop);
    }
  }

  private void drop(SchemaObject object) {
    if (known(object).filter(object::equals).isPresent()) {
      steps.add(ObjectOperations.drop(object));
    }
  }

  private Optional<SchemaObject> known(SchemaObject object) {
    if (object instanceof Routine routine) {
      return steps.schema().routine(object.kind(), object.name(), routine.arguments());
    }
    return object.table() == null
        ? steps.schema().find(object.kind(), object.name())
        : steps.schema().find(object.kind(), object.table(), object.name().name());
  }
}
