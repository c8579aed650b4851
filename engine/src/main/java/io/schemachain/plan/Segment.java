package io.schemachain.plan;

/**
 * Operations of a step that run together, one behind the other.
 *
 * @param from the first of them, counted from 0
 * @param to the first that is none of them
 * @param transactional whether they run in one transaction; otherwise each of their statements is
 *     journaled before and after
 */
public record Segment(int from, int to, boolean transactional) {
  public Segment {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(from + " to " + to);
    }
  }
}
