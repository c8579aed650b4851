package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Adds one column to an existing table.
 *
 * @param position null puts it behind the others
 * @param ifNotExists whether it is fine when the column is there already
 */
public record AddColumn(
    TableName table, Column column, @Nullable ColumnPosition position, boolean ifNotExists)
    implements Operation {
  public AddColumn {
    requireNonNull(table, "table");
    requireNonNull(column, "column");
  }

  /** Adds a column behind the others. */
  public AddColumn(TableName table, Column column) {
    this(table, column, null, false);
  }

  public AddColumn withColumn(Column value) {
    return new AddColumn(table, value, position, ifNotExists);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitAddColumn(this);
  }
}
