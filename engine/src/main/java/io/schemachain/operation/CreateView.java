package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.View;

/**
 * Creates a view.
 *
 * @param replace whether it takes the place of one that is there
 */
public record CreateView(View view, boolean replace) implements Operation {
  public CreateView {
    requireNonNull(view, "view");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateView(this);
  }
}
