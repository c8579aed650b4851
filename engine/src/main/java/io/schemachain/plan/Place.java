package io.schemachain.plan;

/**
 * A statement of a step.
 *
 * @param operation 0 is the first
 * @param statement in its operation, 0 is the first
 */
public record Place(int operation, int statement) {
  /** Where a step begins. */
  public static final Place START = new Place(0, 0);

  /** Whether this one comes before another. */
  public boolean isBefore(Place other) {
    return operation < other.operation
        || (operation == other.operation && statement < other.statement);
  }
}
