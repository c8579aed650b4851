package io.schemachain.fact;

import java.util.List;
import java.util.Set;

/**
 * A lock as its database calls it.
 *
 * @param word {@code ACCESS EXCLUSIVE}
 * @param blocks what others cannot do meanwhile
 * @param strength its place among the locks of the database, the weakest is 0
 */
public record Lock(String word, Set<Blocked> blocks, int strength) {
  /** What a lock keeps others from. */
  public enum Blocked {
    /** SELECT. */
    READS,
    /** INSERT, UPDATE and DELETE. */
    WRITES,
    /** Other changes of the schema, and maintenance. */
    DDL
  }

  public Lock {
    blocks = Set.copyOf(blocks);
  }

  /** What it blocks, in the order of {@link Blocked}. */
  public List<Blocked> inOrder() {
    return blocks.stream().sorted().toList();
  }
}
