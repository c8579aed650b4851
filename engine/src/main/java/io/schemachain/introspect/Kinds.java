package io.schemachain.introspect;

import io.schemachain.model.ObjectKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Which objects beside tables are compared, and how.
 *
 * @param all the kinds that both sides tell all about; others are nobody's business
 * @param reworded those of them whose text the database keeps in words of its own, so that only
 *     whether they are there can be compared
 */
public record Kinds(Set<ObjectKind> all, Set<ObjectKind> reworded) {
  public Kinds {
    all = Set.copyOf(all);
    reworded = Set.copyOf(reworded);
  }

  /** Those that are known as they were written. */
  public static Kinds of(Set<ObjectKind> kinds) {
    return new Kinds(kinds, Set.of());
  }

  /** All there are, as they were written. */
  public static Kinds everything() {
    return of(EnumSet.allOf(ObjectKind.class));
  }

  /** Those that others tell about as well. */
  public Kinds and(Set<ObjectKind> others) {
    Set<ObjectKind> both = new HashSet<>(all);
    both.retainAll(others);
    return new Kinds(both, reworded);
  }
}
