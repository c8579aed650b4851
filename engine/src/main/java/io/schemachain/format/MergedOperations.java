package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import io.schemachain.format.RevisionWriter.Noted;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Operations of several dialects as one list, in which what is the same stands once: each dialect's
 * own list is what is left of it where those of the others fall away, in its order.
 */
public final class MergedOperations {
  private static final int EQUAL = 3;
  private static final int NEARLY = 2;

  private final DialectValues values;
  private final boolean nearly;

  private MergedOperations(DialectValues values, boolean nearly) {
    this.values = values;
    this.nearly = nearly;
  }

  /**
   * The list of all.
   *
   * @param lists of each dialect, by its name
   * @param keys what a dialect takes of a map by dialect: its own name, then those of its relatives
   * @param nearly whether operations that differ in a type or a default are one, with a map there
   */
  public static List<Noted> of(
      Map<String, List<Noted>> lists, Map<String, List<String>> keys, boolean nearly) {
    MergedOperations merged = new MergedOperations(new DialectValues(keys), nearly);
    List<Noted> all = List.of();
    for (Map.Entry<String, List<Noted>> list : lists.entrySet()) {
      all = merged.with(all, list.getKey(), list.getValue());
    }
    List<Noted> result = new ArrayList<>();
    for (Noted one : all) {
      boolean everywhere = one.operations().size() == lists.size();
      result.add(new Noted(one.operations(), one.notes(), !everywhere, keys));
    }
    return result;
  }

  /** The longest way to have both lists in one, by what they have in common. */
  private List<Noted> with(List<Noted> all, String dialect, List<Noted> list) {
    int[][] most = new int[all.size() + 1][list.size() + 1];
    int[][] match = new int[all.size()][list.size()];
    for (int i = all.size() - 1; i >= 0; i--) {
      for (int j = list.size() - 1; j >= 0; j--) {
        match[i][j] = match(all.get(i), dialect, list.get(j).operation());
        int both = match[i][j] == 0 ? 0 : match[i][j] + most[i + 1][j + 1];
        most[i][j] = Math.max(both, Math.max(most[i + 1][j], most[i][j + 1]));
      }
    }
    List<Noted> merged = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < all.size() || j < list.size()) {
      boolean inBoth = i < all.size() && j < list.size();
      if (inBoth && match[i][j] > 0 && most[i][j] == match[i][j] + most[i + 1][j + 1]) {
        merged.add(joined(all.get(i++), dialect, list.get(j++)));
      } else if (j == list.size() || (inBoth && most[i][j] == most[i + 1][j])) {
        merged.add(all.get(i++));
      } else {
        Noted own = list.get(j++);
        merged.add(new Noted(Map.of(dialect, own.operation()), own.notes(), false, Map.of()));
      }
    }
    return merged;
  }

  /** How well an operation goes with what others have; 0 for not at all. */
  private int match(Noted one, String dialect, Operation operation) {
    if (one.operations().values().stream().allMatch(operation::equals)) {
      return EQUAL;
    }
    boolean isSamePart = values.subject(one.operation()).equals(values.subject(operation));
    return nearly && isSamePart && values.of(together(one, dialect, operation)) != null
        ? NEARLY
        : 0;
  }

  private static Map<String, Operation> together(Noted one, String dialect, Operation operation) {
    Map<String, Operation> operations = new LinkedHashMap<>(one.operations());
    operations.put(dialect, requireNonNull(operation, "operation"));
    return operations;
  }

  private static Noted joined(Noted one, String dialect, Noted other) {
    Set<String> notes = new LinkedHashSet<>(one.notes());
    notes.addAll(other.notes());
    return new Noted(
        together(one, dialect, other.operation()), List.copyOf(notes), false, Map.of());
  }
}
