package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.View;
import io.schemachain.operation.ObjectOperations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Views go before what they stand on changes, and come back after it. A view with another text goes
 * and comes as well: not every database replaces one whose columns are others.
 */
final class ViewMigrator {
  private final Steps steps;
  private final List<View> wanted = new ArrayList<>();

  ViewMigrator(Steps steps) {
    this.steps = requireNonNull(steps, "steps");
  }

  /** Those that go or change, and those that stand on something that does. */
  void drop(List<Difference> differences) {
    Map<String, View> gone = new LinkedHashMap<>();
    Set<String> wantedKeys = new LinkedHashSet<>();
    Deque<String> changing = new ArrayDeque<>();
    for (Difference difference : differences) {
      if (difference instanceof Difference.OfObject object) {
        if (object.after() instanceof View view) {
          wanted.add(view);
          wantedKeys.add(view.name().key());
        }
        if (object.before() instanceof View view) {
          gone.put(view.name().key(), view);
          wantedKeys.add(view.name().key());
          changing.add(view.name().key());
        }
      } else if (changesColumns(difference)) {
        changing.add(requireNonNull(difference.table()).key());
      }
    }
    Map<String, List<View>> users = users(steps.schema());
    while (!changing.isEmpty()) {
      for (View view : users.getOrDefault(changing.remove(), List.of())) {
        if (gone.putIfAbsent(view.name().key(), view) == null) {
          changing.add(view.name().key());
          if (wantedKeys.add(view.name().key())) {
            wanted.add(view);
          }
        }
      }
    }
    List<View> ordered = inOrder(gone.values());
    Collections.reverse(ordered);
    ordered.forEach(view -> steps.add(ObjectOperations.drop(view)));
  }

  /** The new ones, and those that went for a while. */
  void create() {
    inOrder(wanted).forEach(view -> steps.add(ObjectOperations.create(view, false)));
  }

  private static boolean changesColumns(Difference difference) {
    if (difference instanceof Difference.OfColumn column) {
      return column.before() != null
          && (column.after() == null
              || column.differsIn(Difference.Aspect.Of.TYPE)
              || column.differsIn(Difference.Aspect.Of.COMPUTED));
    }
    return difference instanceof Difference.OfTable && difference.before() != null;
  }

  /** Which views name a table or a view, by its key. */
  private static Map<String, List<View>> users(Schema schema) {
    Map<String, List<View>> users = new HashMap<>();
    schema
        .objects()
        .forEach(
            object -> {
              if (object instanceof View view) {
                used(view)
                    .forEach(key -> users.computeIfAbsent(key, k -> new ArrayList<>()).add(view));
              }
            });
    return users;
  }

  private static Set<String> used(View view) {
    Set<String> keys = new LinkedHashSet<>();
    SqlIdentifiers.tables(view.sql()).forEach(name -> keys.add(name.key()));
    return keys;
  }

  /** Views after those that they stand on. */
  private static List<View> inOrder(Collection<View> views) {
    Map<String, View> byKey = new LinkedHashMap<>();
    views.forEach(view -> byKey.put(view.name().key(), view));
    List<View> ordered = new ArrayList<>();
    DependencyOrder.of(byKey.keySet(), key -> used(requireNonNull(byKey.get(key))))
        .forEach(key -> ordered.add(requireNonNull(byKey.get(key))));
    return ordered;
  }
}
