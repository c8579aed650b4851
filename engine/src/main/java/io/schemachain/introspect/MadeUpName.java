package io.schemachain.introspect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;

/**
 * A name that a server made up, or that it does not keep: it says nothing, and differs from
 * database to database.
 */
public record MadeUpName(TableName table, ObjectKind kind, String name) {
  public MadeUpName {
    requireNonNull(table, "table");
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
  }
}
