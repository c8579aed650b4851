package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/**
 * Drops an index.
 *
 * @param concurrently whether the table can be written to meanwhile
 * @param ifExists whether it is fine when there is none
 */
public record DropIndex(TableName table, String index, boolean concurrently, boolean ifExists)
    implements Operation {
  public DropIndex {
    requireNonNull(table, "table");
    Names.requireName(index, "index");
  }

  public DropIndex(TableName table, String index) {
    this(table, index, false, false);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropIndex(this);
  }
}
