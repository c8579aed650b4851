package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows point to rows of another table, or of the same.
 *
 * @param referredColumns as many as {@code columns}; empty as long as they are "the primary key
 *     there", which the replay fills in
 * @param onDelete null is the database's NO ACTION
 * @param onUpdate null is the database's NO ACTION
 */
public record ForeignKey(
    String name,
    List<String> columns,
    TableName referredTable,
    List<String> referredColumns,
    @Nullable ReferentialAction onDelete,
    @Nullable ReferentialAction onUpdate)
    implements Constraint {
  public ForeignKey {
    Names.requireName(name, "foreign key");
    columns = ColumnLists.require(columns, "The foreign key " + name);
    requireNonNull(referredTable, "referredTable");
    if (!referredColumns.isEmpty()) {
      referredColumns = ColumnLists.require(referredColumns, "The foreign key " + name);
      if (referredColumns.size() != columns.size()) {
        throw new IllegalArgumentException(
            "The foreign key "
                + name
                + " has "
                + columns.size()
                + " columns and refers to "
                + referredColumns.size()
                + ".");
      }
    }
  }

  public ForeignKey withReferredColumns(List<String> value) {
    return new ForeignKey(name, columns, referredTable, value, onDelete, onUpdate);
  }

  public ForeignKey withReferredTable(TableName value) {
    return new ForeignKey(name, columns, value, referredColumns, onDelete, onUpdate);
  }

  public ForeignKey withColumns(List<String> value) {
    return new ForeignKey(name, value, referredTable, referredColumns, onDelete, onUpdate);
  }
}
