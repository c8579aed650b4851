package io.schemachain.target;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreateProcedure;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.ObjectOperations;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a schema of what creates its parts, in whatever order they are written: foreign keys come
 * when all tables are there, views when what they name is.
 */
final class TargetBuilder {
  private final Dialect dialect;
  private final Diagnostics diagnostics;
  private final Map<String, Located<Operation>> definitions = new HashMap<>();

  TargetBuilder(Dialect dialect, Diagnostics diagnostics) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.diagnostics = requireNonNull(diagnostics, "diagnostics");
  }

  /** The schema, as far as there are no mistakes in it. */
  Schema build(List<Located<Operation>> written) {
    List<Located<Operation>> operations = new ArrayList<>();
    boolean twice = false;
    for (Located<Operation> one : written) {
      twice |= isTwice(one);
      if (one.value() instanceof CreateTable create) {
        addTable(create, one, operations);
      } else {
        operations.add(one);
      }
    }
    Schema schema = Schema.empty(dialect.nameScopes());
    if (twice) {
      // Whatever the second of two says would be told as another mistake.
      return schema;
    }
    operations.sort(Comparator.comparingInt(one -> phase(one.value())));
    for (Located<Operation> one : withViewsInOrder(operations)) {
      try {
        schema = ApplyToSchema.apply(one.value(), schema);
      } catch (OperationException e) {
        diagnostics.error(one.location(), String.valueOf(e.getMessage()), e.hint());
      }
    }
    return schema;
  }

  private boolean isTwice(Located<Operation> one) {
    Definition definition = definition(one.value());
    Located<Operation> first =
        definition == null ? null : definitions.putIfAbsent(definition.key(), one);
    if (definition == null || first == null) {
      return false;
    }
    diagnostics.error(
        one.location(),
        "The " + definition.words() + " is defined twice: " + first.location() + " too.",
        "Leave one of the two.");
    return true;
  }

  /**
   * What is defined once.
   *
   * @param words its kind and name, for people
   * @param key the same of equal names
   */
  private record Definition(String words, String key) {}

  private static @Nullable Definition definition(Operation operation) {
    if (operation instanceof CreateTable create) {
      return definition(ObjectKind.TABLE, create.table().name(), "");
    }
    SchemaObject object = ObjectOperations.created(operation).orElse(null);
    if (object == null) {
      return null;
    }
    TableName table = object.table();
    return definition(
        object.kind(),
        object.name(),
        table != null
            ? " of " + table.key()
            : object instanceof Routine routine ? " (" + routine.arguments() + ")" : "");
  }

  private static Definition definition(ObjectKind kind, TableName name, String more) {
    return new Definition(kind.words() + " " + name, kind.words() + " " + name.key() + more);
  }

  private static void addTable(
      CreateTable create, Located<Operation> one, List<Located<Operation>> operations) {
    operations.add(
        new Located<>(new CreateTable(create.table().withForeignKeys(List.of())), one.location()));
    for (ForeignKey key : create.table().foreignKeys()) {
      operations.add(
          new Located<>(new CreateForeignKey(create.table().name(), key), one.location()));
    }
  }

  // Order

  private static int phase(Operation operation) {
    if (operation instanceof CreateSchema) {
      return 0;
    }
    if (operation instanceof CreateExtension) {
      return 1;
    }
    if (operation instanceof CreateType) {
      return 2;
    }
    if (operation instanceof CreateSequence) {
      return 3;
    }
    if (operation instanceof CreateTable) {
      return 4;
    }
    if (operation instanceof CreateForeignKey) {
      return 6;
    }
    if (operation instanceof CreateFunction || operation instanceof CreateProcedure) {
      return 7;
    }
    if (view(operation) != null) {
      return 8;
    }
    return operation instanceof CreateTrigger ? 9 : 5;
  }

  private static @Nullable View view(Operation operation) {
    if (operation instanceof CreateView create) {
      return create.view();
    }
    return operation instanceof CreateMaterializedView create ? create.view() : null;
  }

  /** A view behind those that it names. */
  private static List<Located<Operation>> withViewsInOrder(List<Located<Operation>> operations) {
    List<Located<Operation>> ordered = new ArrayList<>();
    Map<String, Located<Operation>> waiting = new LinkedHashMap<>();
    for (Located<Operation> one : operations) {
      View view = view(one.value());
      if (view != null && !waiting.containsKey(view.name().key())) {
        waiting.put(view.name().key(), one);
      }
    }
    for (Located<Operation> one : operations) {
      View view = view(one.value());
      if (view == null) {
        ordered.add(one);
      } else if (waiting.containsKey(view.name().key())) {
        place(view.name().key(), waiting, ordered);
      } else if (!ordered.contains(one)) {
        ordered.add(one);
      }
    }
    return ordered;
  }

  private static void place(
      String key, Map<String, Located<Operation>> waiting, List<Located<Operation>> ordered) {
    Located<Operation> one = waiting.remove(key);
    View view = one == null ? null : view(one.value());
    if (one == null || view == null) {
      return;
    }
    Set<TableName> used = SqlIdentifiers.tables(view.sql());
    for (TableName name : used) {
      place(name.key(), waiting, ordered);
    }
    ordered.add(one);
  }
}
