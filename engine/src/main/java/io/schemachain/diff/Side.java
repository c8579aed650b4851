package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import java.util.Set;

/**
 * A schema to compare: replayed, read from a database, or wanted.
 *
 * @param madeUp the names in it that say nothing
 */
public record Side(Schema schema, Set<MadeUpName> madeUp) {
  public Side {
    requireNonNull(schema, "schema");
    madeUp = Set.copyOf(madeUp);
  }

  /** One in which every name means something. */
  public static Side of(Schema schema) {
    return new Side(schema, Set.of());
  }

  public static Side of(Introspected read) {
    return new Side(read.schema(), read.madeUp());
  }

  public Side with(Schema other) {
    return new Side(other, madeUp);
  }

  boolean hasMadeUp(TableName table, ObjectKind kind, String name) {
    return !madeUp.isEmpty() && madeUp.contains(new MadeUpName(table, kind, name));
  }
}
