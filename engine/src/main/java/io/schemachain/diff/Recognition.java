package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A database in the words of the revisions that made it: what they know is called as they call it,
 * not as the catalog words it. So the operations that start there fit the chain as well, and the
 * way back from them makes what a revision made. What somebody changed by hand stays as it was
 * read.
 */
public final class Recognition {
  private Recognition() {}

  /**
   * @param kinds what the catalog tells of objects beside tables; of others is there what is known
   * @param read from the catalog
   * @param known what the revisions lead to
   */
  public static Side of(Dialect dialect, Kinds kinds, Side read, Schema known) {
    Set<TableName> differing = new HashSet<>();
    Set<SchemaObject> changed = new HashSet<>();
    for (Difference difference : SchemaDiff.of(dialect, kinds, read, Side.of(known))) {
      if (!(difference instanceof Difference.OfObject object)) {
        differing.add(requireNonNull(difference.table()));
      } else if (object.before() != null) {
        changed.add(object.before());
      }
    }
    Schema schema = read.schema();
    Set<TableName> recognized = new HashSet<>();
    for (Table table : known.tables()) {
      if (schema.find(table.name()).isPresent() && !differing.contains(table.name())) {
        schema = schema.replace(table.name(), table);
        recognized.add(table.name());
      }
    }
    Set<MadeUpName> madeUp = new HashSet<>(read.madeUp());
    madeUp.removeIf(name -> recognized.contains(name.table()));
    return new Side(objects(kinds, schema, known, changed), madeUp);
  }

  private static Schema objects(Kinds kinds, Schema read, Schema known, Set<SchemaObject> changed) {
    Map<String, SchemaObject> words = new HashMap<>();
    known.objects().forEach(object -> words.put(SchemaDiff.key(object), object));
    Schema schema = read;
    for (SchemaObject object : known.objects()) {
      if (!kinds.all().contains(object.kind())) {
        schema = schema.plus(object); // The catalog does not tell.
      }
    }
    for (SchemaObject object : read.objects()) {
      SchemaObject said = words.get(SchemaDiff.key(object));
      if (changed.contains(object)) {
        continue;
      }
      if (said != null) {
        schema = schema.minus(object).plus(said);
      } else if (object.kind() == ObjectKind.TYPE
          && !known.usingType(object.name().name()).isEmpty()) {
        schema = schema.minus(object); // It is said by the columns of the type alone.
      }
    }
    return schema;
  }
}
