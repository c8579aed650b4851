package io.schemachain.model;

/** A schema as a database has it: what tables and other objects are in. */
public record Namespace(String schema) implements SchemaObject {
  public Namespace {
    Names.requireName(schema, "schema");
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.SCHEMA;
  }

  @Override
  public TableName name() {
    return TableName.of(schema);
  }
}
