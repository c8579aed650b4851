package io.schemachain.diff;

import java.util.List;

/**
 * What leads from one schema to another.
 *
 * @param found the differences and renames in words, a line each, in the order in which they were
 *     found
 * @param steps in an order in which each fits the schema before it
 * @param undecided what a person has to decide before anything may be written
 * @param left what no operation changes
 */
public record Migration(
    List<String> found, List<Step> steps, List<Undecided> undecided, List<Difference> left) {
  public Migration {
    found = List.copyOf(found);
    steps = List.copyOf(steps);
    undecided = List.copyOf(undecided);
    left = List.copyOf(left);
  }

  /** Whether both schemas are the same. */
  public boolean isEmpty() {
    return steps.isEmpty() && undecided.isEmpty() && left.isEmpty();
  }
}
