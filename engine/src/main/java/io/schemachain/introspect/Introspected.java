package io.schemachain.introspect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Schema;
import java.util.List;
import java.util.Set;

/**
 * A database as a schema of the model.
 *
 * @param madeUp the constraints and indexes whose names are the server's own
 * @param leftOut what is in the schemas that were read and not in the model, in the order in which
 *     it was found
 */
public record Introspected(Schema schema, Set<MadeUpName> madeUp, List<LeftOut> leftOut) {
  public Introspected {
    requireNonNull(schema, "schema");
    madeUp = Set.copyOf(madeUp);
    leftOut = List.copyOf(leftOut);
  }
}
