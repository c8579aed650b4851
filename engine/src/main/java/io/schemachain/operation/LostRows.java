package io.schemachain.operation;

import java.util.Optional;

/** Which rows and values an operation loses, in words for a comment. */
public final class LostRows {
  private LostRows() {}

  /** A sentence; empty where nothing is lost. */
  public static Optional<String> of(Operation operation) {
    if (operation instanceof DropTable drop) {
      return Optional.of("Loses the rows of " + drop.table() + ".");
    }
    if (operation instanceof DropColumn drop) {
      return Optional.of("Loses the values of " + drop.table() + "." + drop.column() + ".");
    }
    return operation instanceof DropPartition drop
        ? Optional.of("Loses the rows of the partition " + drop.partition() + ".")
        : Optional.empty();
  }
}
