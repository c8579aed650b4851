package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;

/** Takes the comment of a table away. */
public record DropTableComment(TableName table) implements Operation {
  public DropTableComment {
    requireNonNull(table, "table");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropTableComment(this);
  }
}
