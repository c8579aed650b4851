package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.PrimaryKey;
import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Gives an existing table a primary key.
 *
 * @param usingIndex a unique index of the table that becomes its index, and is none of its own any
 *     more; null where it makes one. No document can say it: the steps of an operation that is done
 *     online do
 */
public record CreatePrimaryKey(TableName table, PrimaryKey primaryKey, @Nullable String usingIndex)
    implements Operation {
  public CreatePrimaryKey {
    requireNonNull(table, "table");
    requireNonNull(primaryKey, "primaryKey");
  }

  /** With an index of its own. */
  public CreatePrimaryKey(TableName table, PrimaryKey primaryKey) {
    this(table, primaryKey, null);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreatePrimaryKey(this);
  }
}
