package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

/**
 * Takes an extension away.
 *
 * @param ifExists whether it is no error that it is not installed
 */
public record DropExtension(String extension, boolean ifExists) implements Operation {
  public DropExtension {
    requireNonNull(extension, "extension");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropExtension(this);
  }
}
