package io.schemachain.model;

import static java.util.Objects.requireNonNull;

/**
 * An enum type that is there by itself, whether a column uses it or not. It lives in the default
 * schema; where a database has no such types it is in the model alone.
 */
public record EnumType(DataType.Enumeration type) implements SchemaObject {
  public EnumType {
    requireNonNull(type, "type");
    if (type.isReference()) {
      throw new IllegalArgumentException("The enum type " + type.name() + " has no values.");
    }
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.TYPE;
  }

  @Override
  public TableName name() {
    return TableName.of(type.name());
  }
}
