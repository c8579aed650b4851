package io.schemachain.introspect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
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

  /** Whether an object is there of which the name alone is read. */
  public boolean names(SchemaObject object) {
    String name = object.name().toString();
    TableName table = object.table();
    String full = table == null ? name : name + " of " + table.name();
    return leftOut.stream()
        .filter(left -> left.kind().equals(object.kind().words()))
        .anyMatch(left -> Names.same(left.name(), name) || Names.same(left.name(), full));
  }
}
