package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A package of functions and types that somebody else wrote.
 *
 * @param extension its name, which is in no schema
 * @param schema where its objects are; null is the default schema, or the one that it insists on
 * @param version null is the one that the server prefers
 */
public record Extension(String extension, @Nullable String schema, @Nullable String version)
    implements SchemaObject {
  public Extension {
    requireNonNull(extension, "extension");
    Names.requireName(extension, "extension");
    if (schema != null) {
      Names.requireName(schema, "schema");
    }
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.EXTENSION;
  }

  @Override
  public TableName name() {
    return TableName.of(extension);
  }
}
