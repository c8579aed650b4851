package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.StoredForm;
import io.schemachain.introspect.Kinds;
import io.schemachain.model.Names;
import io.schemachain.model.Routine;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares two schemas as a database would: by what it keeps of them, never by how they were
 * written. One comparator for each kind of part.
 */
public final class SchemaDiff {
  private final StoredForm form;
  private final Kinds kinds;
  private final Side from;
  private final Side to;
  private final List<Difference> differences = new ArrayList<>();

  private SchemaDiff(Dialect dialect, Kinds kinds, Side from, Side to) {
    this.form = dialect.storedForm();
    this.kinds = requireNonNull(kinds, "kinds");
    this.from = requireNonNull(from, "from");
    this.to = requireNonNull(to, "to");
  }

  /**
   * In what the second schema differs from the first, ordered by table.
   *
   * @param kinds of objects beside tables
   */
  public static List<Difference> of(Dialect dialect, Kinds kinds, Side from, Side to) {
    return new SchemaDiff(dialect, kinds, from, to).run();
  }

  private List<Difference> run() {
    for (Table table : from.schema().tables()) {
      Optional<Table> other = to.schema().find(table.name());
      if (other.isEmpty()) {
        differences.add(new Difference.OfTable(table, null));
      } else if (!table.isEquivalentTo(other.get())) {
        new TableComparator(form, from, to, differences).compare(table, other.get());
      }
    }
    for (Table table : to.schema().tables()) {
      if (from.schema().find(table.name()).isEmpty()) {
        differences.add(new Difference.OfTable(null, table));
      }
    }
    objects();
    return differences;
  }

  // Objects beside tables

  private void objects() {
    Map<String, Worded> before = objects(from.schema());
    Map<String, Worded> after = objects(to.schema());
    before.forEach(
        (key, old) -> {
          Worded wanted = after.get(key);
          if (wanted == null) {
            differences.add(new Difference.OfObject(old.written, null));
          } else if (!isSame(old, wanted)) {
            differences.add(new Difference.OfObject(old.written, wanted.written));
          }
        });
    after.forEach(
        (key, wanted) -> {
          if (!before.containsKey(key)) {
            differences.add(new Difference.OfObject(null, wanted.written));
          }
        });
  }

  private boolean isSame(Worded old, Worded wanted) {
    return kinds.reworded().contains(old.form.kind()) || old.form.equals(wanted.form);
  }

  /**
   * An object as it is compared, and as it was written; what tables bring with them is its own
   * form.
   */
  private record Worded(SchemaObject form, SchemaObject written) {}

  private Map<String, Worded> objects(Schema schema) {
    Map<String, SchemaObject> written = new HashMap<>();
    schema.objects().forEach(object -> written.put(key(object), object));
    Map<String, Worded> all = new LinkedHashMap<>();
    for (SchemaObject object : form.objects(schema)) {
      if (kinds.all().contains(object.kind())) {
        String key = key(object);
        all.put(key, new Worded(object, written.getOrDefault(key, object)));
      }
    }
    return all;
  }

  /** The same for objects that are one to a database, as names go. */
  static String key(SchemaObject object) {
    TableName table = object.table();
    return object.kind()
        + "\0"
        + (table == null ? "" : table.key())
        + "\0"
        + object.name().key()
        + "\0"
        + (object instanceof Routine routine ? Names.fold(routine.arguments()) : "");
  }
}
