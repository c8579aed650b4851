package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;

/** Sets the comment of a table, in place of one it may have. */
public record CreateTableComment(TableName table, String comment) implements Operation {
  public CreateTableComment {
    requireNonNull(table, "table");
    requireNonNull(comment, "comment");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateTableComment(this);
  }
}
