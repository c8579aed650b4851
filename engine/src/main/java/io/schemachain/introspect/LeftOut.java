package io.schemachain.introspect;

import static java.util.Objects.requireNonNull;

/**
 * Something in the database that the model does not hold. It survives untouched, and is named.
 *
 * @param kind for people: {@code trigger}, {@code domain}
 * @param name with its schema where that is not the default one, and with its table
 * @param reason a clause without a full stop; empty where the kind says it all
 */
public record LeftOut(String kind, String name, String reason) {
  public LeftOut {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    requireNonNull(reason, "reason");
  }

  @Override
  public String toString() {
    return kind + " " + name + (reason.isEmpty() ? "" : ": " + reason);
  }
}
