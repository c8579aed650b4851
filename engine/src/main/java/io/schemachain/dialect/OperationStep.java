package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Schema;
import io.schemachain.operation.EnumReferences;
import io.schemachain.operation.Operation;
import java.util.Set;

/**
 * An operation in its place: what the schema is before it, and what it makes of it.
 *
 * @param operation its enum types have their values, whether or not they were written
 * @param algorithms the database's own words for how its statements are done while others write,
 *     which they ask for, so that the server refuses what it can only do otherwise; empty where the
 *     server may choose
 */
public record OperationStep(
    Operation operation, Schema before, Schema after, Set<String> algorithms) {
  public OperationStep {
    requireNonNull(operation, "operation");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    operation = EnumReferences.resolve(operation, before);
    algorithms = Set.copyOf(algorithms);
  }

  /** One for which the server chooses how it is done. */
  public OperationStep(Operation operation, Schema before, Schema after) {
    this(operation, before, after, Set.of());
  }

  /** The same with statements that ask for these. */
  public OperationStep withAlgorithms(Set<String> value) {
    return new OperationStep(operation, before, after, value);
  }
}
