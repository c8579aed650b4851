package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Adds a unique constraint to an existing table.
 *
 * @param usingIndex a unique index of the table that becomes its index, and is none of its own any
 *     more; null where it makes one. No document can say it: the steps of an operation that is done
 *     online do
 */
public record CreateUniqueConstraint(
    TableName table, UniqueConstraint constraint, @Nullable String usingIndex)
    implements Operation {
  public CreateUniqueConstraint {
    requireNonNull(table, "table");
    requireNonNull(constraint, "constraint");
  }

  /** With an index of its own. */
  public CreateUniqueConstraint(TableName table, UniqueConstraint constraint) {
    this(table, constraint, null);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateUniqueConstraint(this);
  }
}
