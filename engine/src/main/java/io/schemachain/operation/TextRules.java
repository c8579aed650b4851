package io.schemachain.operation;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Views, routines and triggers: what has a text, for which another may be given. */
final class TextRules {
  private TextRules() {}

  /** The object that a new one is, or would take the place of. */
  static Optional<SchemaObject> existing(SchemaObject object, Schema schema) {
    if (object instanceof Trigger trigger) {
      return schema.find(ObjectKind.TRIGGER, trigger.table(), trigger.trigger());
    }
    return object instanceof Routine routine
        ? schema.routine(routine.kind(), routine.name(), routine.arguments())
        : schema.find(object.kind(), object.name());
  }

  static Schema create(SchemaObject object, boolean replace, Schema schema) {
    if (object instanceof Trigger trigger) {
      requireTableOrView(trigger.table(), schema);
    }
    Optional<SchemaObject> existing = existing(object, schema);
    if (existing.isEmpty()) {
      return schema.plus(object);
    }
    ObjectRules.requireSpelling(existing.get(), object.name());
    if (!replace) {
      throw new OperationException(
          "The " + title(object) + " exists already.",
          "Write `replace: true` to put this one in its place.");
    }
    return schema.minus(existing.get()).plus(object);
  }

  /** The object that is dropped; null where there may be none. */
  static @Nullable SchemaObject view(
      ObjectKind kind, TableName name, boolean ifExists, Schema schema) {
    SchemaObject found = schema.find(kind, name).orElse(null);
    if (found != null) {
      ObjectRules.requireSpelling(found, name);
    } else if (!ifExists) {
      throw new OperationException(
          "There is no " + kind.words() + " " + name + ".",
          otherKind(kind, name, schema)
              .orElseGet(() -> Lookup.hint(name.toString(), ObjectRules.names(kind, schema))));
    }
    return found;
  }

  /** What the name is instead. */
  private static Optional<String> otherKind(ObjectKind kind, TableName name, Schema schema) {
    if (schema.find(name).isPresent()) {
      return Optional.of(name + " is a table: use drop_table.");
    }
    ObjectKind other = kind == ObjectKind.VIEW ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
    return schema
        .find(other, name)
        .map(
            found ->
                name
                    + " is a "
                    + other.words()
                    + ": use drop_"
                    + other.words().replace(' ', '_')
                    + ".");
  }

  static @Nullable SchemaObject routine(
      ObjectKind kind,
      TableName name,
      @Nullable String arguments,
      boolean ifExists,
      Schema schema) {
    List<SchemaObject> all = schema.routines(kind, name);
    if (arguments == null && all.size() > 1) {
      throw new OperationException(
          "There is more than one " + kind.words() + " " + name + ".",
          "Write the `arguments` of the one that is meant: " + list(all));
    }
    SchemaObject found =
        arguments == null
            ? all.stream().findFirst().orElse(null)
            : schema.routine(kind, name, arguments).orElse(null);
    if (found != null) {
      ObjectRules.requireSpelling(found, name);
    } else if (!ifExists) {
      throw new OperationException(
          "There is no "
              + kind.words()
              + " "
              + name
              + (arguments == null || all.isEmpty() ? "" : " with these arguments")
              + ".",
          all.isEmpty()
              ? Lookup.hint(name.toString(), ObjectRules.names(kind, schema))
              : "There is one with " + list(all));
    }
    return found;
  }

  private static String list(List<SchemaObject> routines) {
    return routines.stream()
        .map(routine -> ((Routine) routine).arguments())
        .collect(Collectors.joining("), (", "(", ")."));
  }

  static @Nullable SchemaObject trigger(
      TableName table, String name, boolean ifExists, Schema schema) {
    TableName on = requireTableOrView(table, schema);
    SchemaObject found = schema.find(ObjectKind.TRIGGER, on, name).orElse(null);
    if (found != null) {
      ObjectRules.requireSpelling(found, on.withName(name));
    } else if (!ifExists) {
      throw new OperationException(
          "There is no trigger " + name + " on " + table + ".",
          Lookup.hint(
              name,
              schema.objectsOn(on).stream()
                  .filter(Trigger.class::isInstance)
                  .map(trigger -> trigger.name().name())
                  .toList()));
    }
    return found;
  }

  /** The schema without it and without what belongs to it. */
  static Schema drop(@Nullable SchemaObject object, Schema schema) {
    if (object == null) {
      return schema;
    }
    // A function may have the name of a table, to which triggers belong.
    return object instanceof View
        ? without(object.name(), schema.minus(object))
        : schema.minus(object);
  }

  /** The schema without what belongs to a table or a view that is gone. */
  static Schema without(TableName owner, Schema schema) {
    Schema result = schema;
    for (SchemaObject object : schema.objectsOn(owner)) {
      result = result.minus(object);
    }
    return result;
  }

  /** What belongs to a table follows it to another name. */
  static Schema moved(TableName table, TableName newName, Schema schema) {
    Schema result = schema;
    for (SchemaObject object : schema.objectsOn(table)) {
      result = result.minus(object).plus(object.onTable(newName));
    }
    return result;
  }

  private static TableName requireTableOrView(TableName name, Schema schema) {
    return schema
        .find(ObjectKind.VIEW, name)
        .map(
            view -> {
              ObjectRules.requireSpelling(view, name);
              return view.name();
            })
        .orElseGet(() -> new Lookup(schema).table(name).name());
  }

  private static String title(SchemaObject object) {
    return object.kind().words()
        + " "
        + object.name()
        + (object.table() == null ? "" : " on " + object.table());
  }
}
