package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSequence;
import org.pcollections.TreePMap;

/**
 * All tables and other objects at one moment. Immutable with shared structure: a change costs the
 * logarithm of the number of tables, so that a chain of thousands of revisions keeps every state.
 */
public final class Schema {
  private static final Comparator<Table> BY_KEY = Comparator.comparing(table -> key(table.name()));

  private final NameScopes scopes;
  private final TreePMap<String, Table> tables;
  private final PMap<String, NamedObject> names;

  /** What is not a table, by kind, owner and name. */
  private final TreePMap<String, SchemaObject> objects;

  /** The tables that use something: a table by a foreign key, an enum type by a column. */
  private final PMap<String, PSequence<TableName>> users;

  /**
   * Who has a name.
   *
   * @param owner the table of a part of one, else the full name of the object itself
   */
  private record NamedObject(ObjectKind kind, TableName owner, boolean isPart) {
    static NamedObject of(ObjectKind kind, TableName table) {
      return new NamedObject(kind, table, kind != ObjectKind.TABLE);
    }

    static NamedObject of(SchemaObject object) {
      TableName table = object.table();
      return new NamedObject(object.kind(), table == null ? object.name() : table, table != null);
    }

    String describe(String name) {
      return "the " + kind.words() + " " + (isPart ? name + " of " + owner : owner.toString());
    }
  }

  private Schema(
      NameScopes scopes,
      TreePMap<String, Table> tables,
      PMap<String, NamedObject> names,
      PMap<String, PSequence<TableName>> users,
      TreePMap<String, SchemaObject> objects) {
    this.scopes = scopes;
    this.tables = tables;
    this.names = names;
    this.users = users;
    this.objects = objects;
  }

  public static Schema empty(NameScopes scopes) {
    return new Schema(
        requireNonNull(scopes, "scopes"),
        TreePMap.empty(),
        HashTreePMap.empty(),
        HashTreePMap.empty(),
        TreePMap.empty());
  }

  /** A name as SQL writes it on the schema's database. */
  public String quoted(String name) {
    return scopes.quoted(name);
  }

  /** Whether each table has a namespace of its own for a kind of object. */
  public boolean isPerTable(ObjectKind kind) {
    return scopes.of(kind).perTable();
  }

  /** Whether a partition is a table by itself, with a name and ends of its own. */
  public boolean partitionsAreTables() {
    return !isPerTable(ObjectKind.PARTITION);
  }

  public Optional<Table> find(TableName name) {
    return Optional.ofNullable(tables.get(key(name)));
  }

  /** The table of that name, which the caller knows to exist. */
  public Table require(TableName name) {
    return find(name).orElseThrow(() -> new IllegalStateException("No table " + name));
  }

  /** All tables, ordered by name. */
  public Collection<Table> tables() {
    return tables.values();
  }

  /** The tables that have a foreign key to a table, itself among them, ordered by name. */
  public List<Table> referringTo(TableName name) {
    return users(tableUse(name));
  }

  /** The tables that have a column of an enum type, or of an array of it, ordered by name. */
  public List<Table> usingType(String name) {
    return users(typeUse(name));
  }

  private List<Table> users(String use) {
    PSequence<TableName> found = users.get(use);
    if (found == null) {
      return List.of();
    }
    List<Table> all = new ArrayList<>(found.size());
    found.forEach(name -> all.add(require(name)));
    all.sort(BY_KEY);
    return all;
  }

  public boolean isEmpty() {
    return tables.isEmpty() && objects.isEmpty();
  }

  /**
   * The schema with a table more.
   *
   * @throws NameTakenException if a name in it is taken, also where only case differs
   */
  public Schema plus(Table table) {
    return with(table, tables, names, Map.of(), using(users, table));
  }

  /** The schema without a table. */
  public Schema minus(TableName name) {
    Table table = require(name);
    return new Schema(
        scopes,
        tables.minus(key(name)),
        names.minusAll(objectsOf(table).keySet()),
        notUsing(users, table),
        objects);
  }

  /**
   * The schema with a table changed, which may have another name now.
   *
   * @throws NameTakenException if a name in it is taken
   */
  public Schema replace(TableName name, Table changed) {
    Table old = require(name);
    boolean renamed = !old.name().equals(changed.name());
    PMap<String, PSequence<TableName>> used =
        renamed || mayUseOthers(old, changed) ? using(notUsing(users, old), changed) : users;
    if (!renamed && haveSameNames(old, changed)) {
      return new Schema(scopes, tables.plus(key(name), changed), names, used, objects);
    }
    return with(changed, tables.minus(key(name)), names, objectsOf(old), used);
  }

  /**
   * Touches only the names that differ: most changes of a table leave nearly all of them.
   *
   * @param replaced the names that the table takes over; those that it does not have are given up
   */
  private Schema with(
      Table table,
      TreePMap<String, Table> others,
      PMap<String, NamedObject> taken,
      Map<String, NamedObject> replaced,
      PMap<String, PSequence<TableName>> used) {
    PMap<String, NamedObject> all = taken;
    Map<String, NamedObject> left = new HashMap<>(replaced);
    for (Named named : namedIn(table)) {
      String key = key(named, table.name());
      NamedObject previous = left.remove(key);
      NamedObject holder = previous == null ? all.get(key) : null;
      if (holder != null) {
        throw new NameTakenException(named.kind, named.name, holder.describe(named.name));
      }
      if (previous == null || previous.kind != named.kind || !previous.owner.equals(table.name())) {
        all = all.plus(key, NamedObject.of(named.kind, table.name()));
      }
    }
    return new Schema(
        scopes, others.plus(key(table.name()), table), all.minusAll(left.keySet()), used, objects);
  }

  // Objects that are not tables

  /** All objects beside tables, ordered by kind and name. */
  public Collection<SchemaObject> objects() {
    return objects.values();
  }

  /** The object of that kind and name that stands by itself. */
  public Optional<SchemaObject> find(ObjectKind kind, TableName name) {
    return Optional.ofNullable(objects.get(objectKey(kind, name, name.name())));
  }

  /** The object of that kind and name that belongs to a table. */
  public Optional<SchemaObject> find(ObjectKind kind, TableName table, String name) {
    return Optional.ofNullable(objects.get(objectKey(kind, table, name)));
  }

  /** The function or procedure of that name which takes these arguments. */
  public Optional<SchemaObject> routine(ObjectKind kind, TableName name, String arguments) {
    return Optional.ofNullable(
        objects.get(objectKey(kind, name, name.name()) + signature(arguments)));
  }

  /** All functions or procedures of that name: more than one where routines are overloaded. */
  public List<SchemaObject> routines(ObjectKind kind, TableName name) {
    return objects.values().stream()
        .filter(object -> object.kind() == kind && object.name().key().equals(name.key()))
        .toList();
  }

  private String signature(SchemaObject object) {
    return object instanceof Routine routine ? signature(routine.arguments()) : "";
  }

  private String signature(String arguments) {
    String signature = scopes.signature(arguments);
    return signature.isEmpty() ? "" : '\0' + signature;
  }

  /** The objects that belong to a table, ordered by kind and name. */
  public List<SchemaObject> objectsOn(TableName table) {
    if (objects.isEmpty()) {
      return List.of();
    }
    List<SchemaObject> found = new ArrayList<>();
    for (ObjectKind kind : ObjectKind.values()) {
      String start = objectKey(kind, table, "");
      for (SchemaObject object : objects.subMap(start, start + Character.MAX_VALUE).values()) {
        if (table.equals(object.table())) {
          found.add(object);
        }
      }
    }
    return found;
  }

  /**
   * The schema with an object more.
   *
   * @throws NameTakenException if its name is taken, also where only case differs
   */
  public Schema plus(SchemaObject object) {
    String name = object.name().name();
    String key = nameKey(object);
    NamedObject holder = names.get(key);
    if (holder != null) {
      throw new NameTakenException(object.kind(), name, holder.describe(name));
    }
    return new Schema(
        scopes,
        tables,
        names.plus(key, NamedObject.of(object)),
        users,
        objects.plus(objectKey(object), object));
  }

  /** The schema without an object that it has. */
  public Schema minus(SchemaObject object) {
    return new Schema(
        scopes, tables, names.minus(nameKey(object)), users, objects.minus(objectKey(object)));
  }

  private static TableName ownerOf(SchemaObject object) {
    TableName table = object.table();
    return table == null ? object.name() : table;
  }

  private String nameKey(SchemaObject object) {
    return scopes.key(object.kind(), ownerOf(object), object.name().name()) + signature(object);
  }

  private String objectKey(SchemaObject object) {
    return objectKey(object.kind(), ownerOf(object), object.name().name()) + signature(object);
  }

  private static String objectKey(ObjectKind kind, TableName owner, String name) {
    return kind.name() + '\0' + owner.key() + '\0' + Names.fold(name);
  }

  // Who uses what

  private static PMap<String, PSequence<TableName>> using(
      PMap<String, PSequence<TableName>> users, Table table) {
    PMap<String, PSequence<TableName>> all = users;
    for (String use : usesOf(table)) {
      PSequence<TableName> others = all.get(use);
      all =
          all.plus(
              use, (others == null ? ConsPStack.<TableName>empty() : others).plus(table.name()));
    }
    return all;
  }

  private static PMap<String, PSequence<TableName>> notUsing(
      PMap<String, PSequence<TableName>> users, Table table) {
    PMap<String, PSequence<TableName>> all = users;
    for (String use : usesOf(table)) {
      PSequence<TableName> others = requireNonNull(all.get(use), use).minus(table.name());
      all = others.isEmpty() ? all.minus(use) : all.plus(use, others);
    }
    return all;
  }

  @SuppressWarnings("ReferenceEquality") // a change keeps the lists that it is not about
  private static boolean mayUseOthers(Table old, Table changed) {
    return (old.foreignKeys() != changed.foreignKeys() || old.columns() != changed.columns())
        && !usesOf(old).equals(usesOf(changed));
  }

  private static Set<String> usesOf(Table table) {
    Set<String> uses = new LinkedHashSet<>();
    for (ForeignKey key : table.foreignKeys()) {
      uses.add(tableUse(key.referredTable()));
    }
    for (Column column : table.columns()) {
      DataType type =
          column.type() instanceof DataType.Array array ? array.element() : column.type();
      if (type instanceof DataType.Enumeration enumeration) {
        uses.add(typeUse(enumeration.name()));
      }
    }
    return uses;
  }

  private static String tableUse(TableName name) {
    return "table" + '\0' + key(name);
  }

  private static String typeUse(String name) {
    return "type" + '\0' + Names.fold(name);
  }

  // Names

  private record Named(ObjectKind kind, String name) {}

  private static List<Named> namedIn(Table table) {
    List<Named> named = new ArrayList<>();
    named.add(new Named(ObjectKind.TABLE, table.name().name()));
    for (Constraint constraint : table.constraints()) {
      named.add(new Named(ObjectKind.of(constraint), constraint.name()));
    }
    for (Index index : table.indexes()) {
      named.add(new Named(ObjectKind.INDEX, index.name()));
    }
    if (table.partitioning() != null) {
      for (Partition partition : table.partitioning().partitions()) {
        named.add(new Named(ObjectKind.PARTITION, partition.name()));
      }
    }
    return named;
  }

  private static boolean haveSameNames(Table old, Table changed) {
    List<Named> before = namedIn(old);
    List<Named> after = namedIn(changed);
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      Named one = before.get(i);
      Named other = after.get(i);
      if (one.kind != other.kind || !one.name.equals(other.name)) {
        return false;
      }
    }
    return true;
  }

  private Map<String, NamedObject> objectsOf(Table table) {
    Map<String, NamedObject> taken = new HashMap<>();
    for (Named named : namedIn(table)) {
      taken.put(key(named, table.name()), NamedObject.of(named.kind, table.name()));
    }
    return taken;
  }

  private String key(Named named, TableName table) {
    return scopes.key(named.kind, table, named.name);
  }

  private static String key(TableName name) {
    return name.key();
  }

  /**
   * Whether both hold the same, whatever the order of columns, constraints and indexes: a column
   * that was dropped comes back behind the others.
   */
  @SuppressWarnings(
      "ReferenceEquality") // states share what did not change: the fast path of replays
  public boolean isEquivalentTo(Schema other) {
    if (tables == other.tables && objects == other.objects) {
      return true;
    }
    if (tables.size() != other.tables.size() || !objects.equals(other.objects)) {
      return false;
    }
    Iterator<Table> others = other.tables.values().iterator();
    for (Table table : tables.values()) {
      Table one = others.next();
      if (table != one && !table.isEquivalentTo(one)) {
        return false;
      }
    }
    return true;
  }

  /** Two schemas are equal when they have equal tables and other objects. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Schema schema
        && tables.equals(schema.tables)
        && objects.equals(schema.objects);
  }

  @Override
  public int hashCode() {
    return 31 * tables.hashCode() + objects.hashCode();
  }

  @Override
  public String toString() {
    return "Schema" + tables.values().stream().map(Table::name).toList();
  }
}
