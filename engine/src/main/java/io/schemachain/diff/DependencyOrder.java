package io.schemachain.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Puts what is needed before what needs it. Chains may be as long as there are tables. */
final class DependencyOrder {
  private DependencyOrder() {}

  private record Open(String key, Iterator<String> needs) {}

  /**
   * The keys, each behind those among them that it needs; in a circle behind as many as can be.
   * Otherwise they stay in their order.
   */
  static List<String> of(Collection<String> keys, Function<String, Collection<String>> needs) {
    Set<String> left = new HashSet<>(keys);
    List<String> ordered = new ArrayList<>(keys.size());
    Deque<Open> open = new ArrayDeque<>();
    for (String first : keys) {
      enter(first, left, open, needs);
      while (!open.isEmpty()) {
        Open last = open.getLast();
        if (last.needs.hasNext()) {
          enter(last.needs.next(), left, open, needs);
        } else {
          ordered.add(open.removeLast().key);
        }
      }
    }
    return ordered;
  }

  private static void enter(
      String key, Set<String> left, Deque<Open> open, Function<String, Collection<String>> needs) {
    if (left.remove(key)) {
      open.addLast(new Open(key, needs.apply(key).iterator()));
    }
  }
}
