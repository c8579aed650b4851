package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.RawSql;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs operations on the model, one after the other, and says of each what the schema was before
 * and after it. An operation that does not fit is reported and passed over. The step of raw SQL has
 * the effects that were read from it.
 */
final class Replay {
  private final Dialect dialect;
  private final Diagnostics diagnostics;

  Replay(Dialect dialect, Diagnostics diagnostics) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.diagnostics = requireNonNull(diagnostics, "diagnostics");
  }

  /**
   * The steps of those operations that fit, in lists of the same length.
   *
   * @param written of each step the one that it is a part of, or is
   */
  record Result(
      List<Located<Operation>> located,
      List<OperationStep> steps,
      List<OperationStep> written,
      Schema after) {}

  Result run(List<Located<Operation>> operations, Schema before) {
    List<Located<Operation>> located = new ArrayList<>(operations.size());
    List<OperationStep> steps = new ArrayList<>(operations.size());
    Schema schema = before;
    for (Located<Operation> operation : operations) {
      Operation meant = operation.value();
      if (meant instanceof Execute execute) {
        RawSql.Reading reading = RawSql.read(execute, dialect, schema);
        if (refuses(reading, operation)) {
          continue;
        }
        meant = reading.execute();
      }
      try {
        Schema after = ApplyToSchema.apply(meant, schema);
        requireShortNames(meant, operation.location());
        steps.add(new OperationStep(meant, schema, after));
        located.add(operation);
        schema = after;
      } catch (OperationException e) {
        diagnostics.error(operation.location(), String.valueOf(e.getMessage()), e.hint());
      }
    }
    return new Result(located, steps, steps, schema);
  }

  private boolean refuses(RawSql.Reading reading, Located<Operation> operation) {
    for (RawSql.Refusal refusal : reading.refusals()) {
      diagnostics.error(operation.location(), refusal.message(), refusal.hint());
    }
    return !reading.refusals().isEmpty();
  }

  /** Names that the database would refuse, or cut without a word. */
  private void requireShortNames(Operation operation, SourceLocation location) {
    for (String name : NewNames.of(operation)) {
      if (dialect.identifiers().isTooLong(name)) {
        diagnostics.error(
            location,
            "The name " + name + " is too long for " + dialect.displayName() + ".",
            "Write a shorter one: the limit is " + dialect.identifiers().limit() + ".");
      }
    }
  }
}
