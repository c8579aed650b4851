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
 * All tables at one moment. Immutable with shared structure: a change costs the logarithm of the
 * number of tables, so that a chain of thousands of revisions keeps every state.
 */
public final class Schema {
  private static final Comparator<Table> BY_KEY = Comparator.comparing(table -> key(table.name()));

  private final NameScopes scopes;
  private final TreePMap<String, Table> tables;
  private final PMap<String, NamedObject> names;

  /** The tables that use something: a table by a foreign key, an enum type by a column. */
  private final PMap<String, PSequence<TableName>> users;

  private record NamedObject(ObjectKind kind, TableName table) {
    String describe(String name) {
      return kind == ObjectKind.TABLE
          ? "the table " + table
          : "the " + kind.words() + " " + name + " of " + table;
    }
  }

  private Schema(
      NameScopes scopes,
      TreePMap<String, Table> tables,
      PMap<String, NamedObject> names,
      PMap<String, PSequence<TableName>> users) {
    this.scopes = scopes;
    this.tables = tables;
    this.names = names;
    this.users = users;
  }

  public static Schema empty(NameScopes scopes) {
    return new Schema(
        requireNonNull(scopes, "scopes"),
        TreePMap.empty(),
        HashTreePMap.empty(),
        HashTreePMap.empty());
  }

  /** A name as SQL writes it on the schema's database. */
  public String quoted(String name) {
    return scopes.quoted(name);
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
    return tables.isEmpty();
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
        notUsing(users, table));
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
        renamed || !usesOf(old).equals(usesOf(changed))
            ? using(notUsing(users, old), changed)
            : users;
    if (!renamed && namedIn(old).equals(namedIn(changed))) {
      return new Schema(scopes, tables.plus(key(name), changed), names, used);
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
      if (previous == null || previous.kind != named.kind || !previous.table.equals(table.name())) {
        all = all.plus(key, new NamedObject(named.kind, table.name()));
      }
    }
    return new Schema(
        scopes, others.plus(key(table.name()), table), all.minusAll(left.keySet()), used);
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
    return named;
  }

  private Map<String, NamedObject> objectsOf(Table table) {
    Map<String, NamedObject> objects = new HashMap<>();
    for (Named named : namedIn(table)) {
      objects.put(key(named, table.name()), new NamedObject(named.kind, table.name()));
    }
    return objects;
  }

  private String key(Named named, TableName table) {
    NameScopes.Scope scope = scopes.of(named.kind);
    String owner = scope.perTable() ? key(table) : schemaKey(table.schema());
    return scope.namespace() + '\0' + owner + '\0' + Names.fold(named.name);
  }

  private static String key(TableName name) {
    return schemaKey(name.schema()) + '\0' + Names.fold(name.name());
  }

  private static String schemaKey(@Nullable String schema) {
    return schema == null ? "" : Names.fold(schema);
  }

  /**
   * Whether both hold the same, whatever the order of columns, constraints and indexes: a column
   * that was dropped comes back behind the others.
   */
  @SuppressWarnings(
      "ReferenceEquality") // states share what did not change: the fast path of replays
  public boolean isEquivalentTo(Schema other) {
    if (tables == other.tables) {
      return true;
    }
    if (tables.size() != other.tables.size()) {
      return false;
    }
    Iterator<Table> others = other.tables.values().iterator();
    for (Table table : tables.values()) {
      if (!table.isEquivalentTo(others.next())) {
        return false;
      }
    }
    return true;
  }

  /** Two schemas are equal when they have equal tables. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Schema schema && tables.equals(schema.tables);
  }

  @Override
  public int hashCode() {
    return tables.hashCode();
  }

  @Override
  public String toString() {
    return "Schema" + tables.values().stream().map(Table::name).toList();
  }
}
