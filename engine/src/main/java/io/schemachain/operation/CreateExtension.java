package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Extension;

/**
 * Installs an extension.
 *
 * @param ifNotExists whether it is no error that it is installed already
 */
public record CreateExtension(Extension extension, boolean ifNotExists) implements Operation {
  public CreateExtension {
    requireNonNull(extension, "extension");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateExtension(this);
  }
}
