package io.schemachain.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a schema holds beside tables and their parts. */
public sealed interface SchemaObject
    permits EnumType, Extension, Namespace, Routine, Sequence, Trigger, View, ViewIndex {
  ObjectKind kind();

  /** Its own name; of an object without a schema, as a schema itself is, a name without one. */
  TableName name();

  /** The table or view that it belongs to and vanishes with; null if it stands by itself. */
  default @Nullable TableName table() {
    return null;
  }

  /** The same for a table that has another name now; only for what belongs to one. */
  default SchemaObject onTable(TableName other) {
    throw new IllegalStateException("The " + kind().words() + " " + name() + " is of no table");
  }

  /** The SQL in it, which may name anything. */
  default List<String> texts() {
    return List.of();
  }
}
