package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * What goes along when a table or a type is made, and is no part of the schema: its first rows, or
 * a word for who reads the revision. As nothing compares it, it is written once.
 *
 * @param kind of what is made
 * @param operation what is done right after; null for none
 * @param note a line for people; null for none
 */
public record Companion(
    ObjectKind kind, TableName name, @Nullable Operation operation, @Nullable String note) {
  public Companion {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
  }

  /** Rows that a new table is to have. */
  public static Companion rows(BulkInsert insert) {
    return new Companion(ObjectKind.TABLE, insert.table(), insert, null);
  }

  public static Companion note(ObjectKind kind, TableName name, String note) {
    return new Companion(kind, name, null, note);
  }
}
