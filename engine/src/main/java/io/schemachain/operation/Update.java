package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;

/**
 * Gives rows other values.
 *
 * @param set the columns and their new values
 */
public record Update(TableName table, Row set, Condition where) implements Operation {
  public Update {
    requireNonNull(table, "table");
    requireNonNull(set, "set");
    requireNonNull(where, "where");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitUpdate(this);
  }
}
