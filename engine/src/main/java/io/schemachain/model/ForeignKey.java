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
 * @param matchFull whether all columns are NULL or none is
 */
public record ForeignKey(
    String name,
    List<String> columns,
    TableName referredTable,
    List<String> referredColumns,
    @Nullable ReferentialAction onDelete,
    @Nullable ReferentialAction onUpdate,
    Deferral deferral,
    boolean matchFull,
    boolean validated)
    implements Constraint {
  public ForeignKey {
    Names.requireName(name, "foreign key");
    columns = ColumnLists.require(columns, "The foreign key " + name);
    requireNonNull(referredTable, "referredTable");
    requireNonNull(deferral, "deferral");
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

  /** One that is checked at once, in all rows, and matches as every database does by default. */
  public ForeignKey(
      String name,
      List<String> columns,
      TableName referredTable,
      List<String> referredColumns,
      @Nullable ReferentialAction onDelete,
      @Nullable ReferentialAction onUpdate) {
    this(
        name,
        columns,
        referredTable,
        referredColumns,
        onDelete,
        onUpdate,
        Deferral.NONE,
        false,
        true);
  }

  /** Whether what happens to a row that is referred to changes rows that refer to it. */
  public boolean changesRows() {
    return changes(onDelete) || changes(onUpdate);
  }

  private static boolean changes(@Nullable ReferentialAction action) {
    return action != null
        && action != ReferentialAction.NO_ACTION
        && action != ReferentialAction.RESTRICT;
  }

  @Override
  public ForeignKey withName(String value) {
    return with(value, columns, referredTable, referredColumns, validated);
  }

  public ForeignKey withReferredColumns(List<String> value) {
    return with(name, columns, referredTable, value, validated);
  }

  public ForeignKey withReferredTable(TableName value) {
    return with(name, columns, value, referredColumns, validated);
  }

  public ForeignKey withColumns(List<String> value) {
    return with(name, value, referredTable, referredColumns, validated);
  }

  public ForeignKey withValidated(boolean value) {
    return with(name, columns, referredTable, referredColumns, value);
  }

  private ForeignKey with(
      String otherName,
      List<String> from,
      TableName table,
      List<String> to,
      boolean otherValidated) {
    return new ForeignKey(
        otherName, from, table, to, onDelete, onUpdate, deferral, matchFull, otherValidated);
  }
}
