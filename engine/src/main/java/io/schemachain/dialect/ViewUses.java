package io.schemachain.dialect;

import io.schemachain.model.Names;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What uses a table or a view, by the words of its SQL: whatever has the name in it. So it is more
 * than what really does, and never less of what the revisions made.
 */
public final class ViewUses {
  private ViewUses() {}

  /** The views that use it, and those that use them; each behind those that it uses itself. */
  public static List<View> of(TableName name, Schema schema) {
    List<View> found = new ArrayList<>();
    List<TableName> names = new ArrayList<>(List.of(name));
    for (int i = 0; i < names.size(); i++) {
      for (SchemaObject object : schema.objects()) {
        if (object instanceof View view
            && !names.contains(view.name())
            && uses(view, names.get(i))) {
          names.add(view.name());
          found.add(view);
        }
      }
    }
    return inOrder(found);
  }

  private static List<View> inOrder(List<View> views) {
    List<View> left = new ArrayList<>(views);
    List<View> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      View next =
          left.stream()
              .filter(view -> left.stream().noneMatch(o -> !o.equals(view) && uses(view, o.name())))
              .findFirst()
              .orElse(left.get(0));
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  /** The triggers on it, on the views that use it, and those with one of the names in them. */
  public static List<Trigger> triggers(TableName name, List<View> views, Schema schema) {
    List<TableName> names = new ArrayList<>(List.of(name));
    views.forEach(view -> names.add(view.name()));
    return schema.objects().stream()
        .filter(Trigger.class::isInstance)
        .map(Trigger.class::cast)
        .filter(
            trigger -> names.stream().anyMatch(n -> n.equals(trigger.table()) || uses(trigger, n)))
        .sorted(Comparator.comparing(Trigger::name))
        .toList();
  }

  private static boolean uses(SchemaObject object, TableName name) {
    String word = Names.fold(name.name());
    return object.texts().stream().anyMatch(text -> SqlIdentifiers.words(text).contains(word));
  }
}
