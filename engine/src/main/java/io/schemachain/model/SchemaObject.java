package io.schemachain.model;

import org.jspecify.annotations.Nullable;

/** What a schema holds beside tables and their parts. */
public sealed interface SchemaObject permits Sequence, Namespace, Extension {
  ObjectKind kind();

  /** Its own name; of an object without a schema, as a schema itself is, a name without one. */
  TableName name();

  /** The table that it belongs to and vanishes with; null if it stands by itself. */
  default @Nullable TableName table() {
    return null;
  }
}
