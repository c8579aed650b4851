package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Located;
import io.schemachain.operation.Operation;
import java.util.List;

/** How a revision is undone. */
public sealed interface Downgrade {

  /** Derived from the upgrade and the replayed schema. */
  record Auto() implements Downgrade {}

  /** By these operations. */
  record Listed(List<Located<Operation>> operations) implements Downgrade {
    public Listed {
      operations = List.copyOf(operations);
    }
  }

  /** Not at all. */
  record Irreversible(String reason) implements Downgrade {
    public Irreversible {
      requireNonNull(reason, "reason");
    }
  }
}
