package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.LostRows;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import java.util.ArrayList;
import java.util.List;

/** Operations as they are gathered, and the schema that they lead to so far. */
final class Steps {
  private final Dialect dialect;
  private Schema schema;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  Steps(Dialect dialect, Schema start) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.schema = requireNonNull(start, "start");
  }

  Schema schema() {
    return schema;
  }

  List<Step> all() {
    return steps;
  }

  List<String> found() {
    return found;
  }

  void found(String line) {
    found.add(line);
  }

  void add(Operation operation) {
    add(operation, List.of());
  }

  /**
   * @throws OperationException if it does not fit what the others lead to
   */
  void add(Operation operation, List<String> notes) {
    schema = ApplyToSchema.apply(operation, schema);
    steps.add(new Step(operation, notes));
  }

  /** Adds an operation with a note of what it loses. */
  void addLossy(Operation operation) {
    add(operation, LostRows.of(operation).stream().toList());
  }

  /** Adds an operation if it fits and the database can do it. */
  boolean addIfPossible(Operation operation, List<String> notes) {
    if (!isPossible(operation)) {
      return false;
    }
    add(operation, notes);
    return true;
  }

  /** Whether an operation fits now. */
  boolean fits(Operation operation) {
    try {
      requireNonNull(ApplyToSchema.apply(operation, schema));
      return true;
    } catch (OperationException e) {
      return false; // The caller knows another way.
    }
  }

  /** Whether an operation fits now, and the database can do it. */
  private boolean isPossible(Operation operation) {
    try {
      Schema after = ApplyToSchema.apply(operation, schema);
      requireNonNull(dialect.render(List.of(new OperationStep(operation, schema, after))));
      return true;
    } catch (OperationException | UnsupportedFeatureException e) {
      return false; // The caller knows another way.
    }
  }
}
