package io.schemachain.target;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Schema;
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
  private final Map<TableName, Located<Operation>> tables = new HashMap<>();

  TargetBuilder(Dialect dialect, Diagnostics diagnostics) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.diagnostics = requireNonNull(diagnostics, "diagnostics");
  }

  /** The schema, as far as there are no mistakes in it. */
  Schema build(List<Located<Operation>> written) {
    List<Located<Operation>> operations = new ArrayList<>();
    for (Located<Operation> one : written) {
      if (one.value() instanceof CreateTable create) {
        if (!isTwice(create, one)) {
          addTable(create, one, operations);
        }
      } else {
        operations.add(one);
      }
    }
    operations.sort(Comparator.comparingInt(one -> phase(one.value())));
    Schema schema = Schema.empty(dialect.nameScopes());
    for (Located<Operation> one : withViewsInOrder(operations)) {
      try {
        schema = ApplyToSchema.apply(one.value(), schema);
      } catch (OperationException e) {
        diagnostics.error(one.location(), String.valueOf(e.getMessage()), e.hint());
      }
    }
    return schema;
  }

  private boolean isTwice(CreateTable create, Located<Operation> one) {
    Located<Operation> first = tables.putIfAbsent(create.table().name(), one);
    if (first == null) {
      return false;
    }
    diagnostics.error(
        one.location(),
        "The table " + create.table().name() + " is defined twice: " + first.location() + " too.",
        "Leave one of the two.");
    return true;
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
