package io.schemachain.jpa;

import java.util.Collection;

/** Lists for people. */
final class Words {
  private static final int SHOWN = 5;

  private Words() {}

  /** The first of them, and how many more there are. */
  static String some(Collection<String> all) {
    String first = String.join(", ", all.stream().limit(SHOWN).toList());
    return all.size() > SHOWN ? first + " and " + (all.size() - SHOWN) + " more" : first;
  }
}
