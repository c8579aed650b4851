package io.schemachain.diff;

import io.schemachain.model.DataType;
import io.schemachain.model.EnumType;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.Change;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.RenameValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of objects that keep what they hold: sequences and enum types. */
final class ObjectMigrator {
  private ObjectMigrator() {}

  static void change(SchemaObject before, SchemaObject after, Steps steps) {
    if (before instanceof Sequence old && after instanceof Sequence wanted) {
      change(old, wanted, steps);
    } else if (before instanceof EnumType old && after instanceof EnumType wanted) {
      change(old.type(), wanted.type(), steps);
    }
  }

  /** The start says where a sequence began, which nothing changes. */
  private static void change(Sequence old, Sequence wanted, Steps steps) {
    Long increment = old.increment() == wanted.increment() ? null : wanted.increment();
    Change<Long> least = change(old.minOrDefault(), wanted.minOrDefault(), wanted.minValue());
    Change<Long> most = change(old.maxOrDefault(), wanted.maxOrDefault(), wanted.maxValue());
    Boolean cycle = old.cycle() == wanted.cycle() ? null : wanted.cycle();
    Change<Long> cache =
        Objects.equals(old.cache(), wanted.cache())
            ? Change.none()
            : Change.toNullable(wanted.cache());
    if (increment != null
        || least.present()
        || most.present()
        || cycle != null
        || cache.present()) {
      steps.add(
          new AlterSequence(wanted.name(), increment, least, most, cycle, cache, Change.none()));
    }
  }

  private static Change<Long> change(long old, long wanted, @Nullable Long written) {
    return old == wanted ? Change.none() : Change.toNullable(written);
  }

  /**
   * Values are told apart by their neighbours: where as many go as come between two that stay, they
   * are taken for the same under new names, which loses nothing.
   */
  private static void change(DataType.Enumeration old, DataType.Enumeration wanted, Steps steps) {
    String type = wanted.name();
    List<String> now = new ArrayList<>(old.values());
    List<String> kept = commonSubsequence(old.values(), wanted.values());
    int from = 0;
    int to = 0;
    for (int i = 0; i <= kept.size(); i++) {
      int oldEnd = i == kept.size() ? old.values().size() : old.values().indexOf(kept.get(i));
      int newEnd = i == kept.size() ? wanted.values().size() : wanted.values().indexOf(kept.get(i));
      List<String> gone = old.values().subList(from, oldEnd);
      List<String> added = wanted.values().subList(to, newEnd);
      if (!gone.isEmpty() && gone.size() == added.size() && !overlap(gone, added, old, wanted)) {
        for (int j = 0; j < gone.size(); j++) {
          now.set(now.indexOf(gone.get(j)), added.get(j));
          steps.add(
              new RenameValue(type, gone.get(j), added.get(j)),
              List.of(
                  "Taken for a rename: '"
                      + added.get(j)
                      + "' stands where '"
                      + gone.get(j)
                      + "' stood. If it is another value, write drop_value and add_value."));
        }
      }
      from = oldEnd + 1;
      to = newEnd + 1;
    }
    for (String value : List.copyOf(now)) {
      if (!wanted.values().contains(value)) {
        now.remove(value);
        steps.add(
            new DropValue(type, value),
            List.of("Fails where a row has the value '" + value + "'."));
      }
    }
    for (int i = 0; i < wanted.values().size(); i++) {
      String value = wanted.values().get(i);
      if (now.contains(value)) {
        continue;
      }
      String before = i < now.size() ? now.get(i) : null;
      steps.add(new AddValue(type, value, before, null, false));
      now.add(i, value);
    }
  }

  /** Whether a value only moves, so that it is no new name. */
  private static boolean overlap(
      List<String> gone,
      List<String> added,
      DataType.Enumeration old,
      DataType.Enumeration wanted) {
    return gone.stream().anyMatch(wanted.values()::contains)
        || added.stream().anyMatch(old.values()::contains);
  }

  /** The longest list of values that both have in the same order. */
  private static List<String> commonSubsequence(List<String> one, List<String> other) {
    int[][] longest = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        longest[i][j] =
            one.get(i).equals(other.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    List<String> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      if (one.get(i).equals(other.get(j))) {
        common.add(one.get(i));
        i++;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }
}
