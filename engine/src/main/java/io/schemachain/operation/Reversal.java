package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What undoes an operation. */
public sealed interface Reversal {

  /** These operations, in this order. */
  record Operations(List<Operation> operations) implements Reversal {
    public Operations {
      operations = List.copyOf(operations);
    }
  }

  /** Nothing: it changed rows, or what no revision made, and no exact inverse is known. */
  record PassedOver(String reason) implements Reversal {
    public PassedOver {
      requireNonNull(reason, "reason");
    }
  }

  /** It changed the schema in a way that cannot be derived. */
  record Unknown(String reason) implements Reversal {
    public Unknown {
      requireNonNull(reason, "reason");
    }
  }
}
