package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.operation.Operation;
import java.util.List;

/**
 * An operation of a migration.
 *
 * @param notes what a reviewer should know, a line each
 */
public record Step(Operation operation, List<String> notes) {
  public Step {
    requireNonNull(operation, "operation");
    notes = List.copyOf(notes);
  }
}
