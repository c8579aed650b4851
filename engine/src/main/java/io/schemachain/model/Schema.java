package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * All tables at one moment. Immutable with shared structure: a change costs the logarithm of the
 * number of tables, so that a chain of thousands of revisions keeps every state.
 */
public final class Schema {
  private final NameScopes scopes;
  private final TreePMap<String, Table> tables;
  private final PMap<String, NamedObject> names;

  private record NamedObject(ObjectKind kind, TableName table) {
    String describe(String name) {
      return kind == ObjectKind.TABLE
          ? "the table " + table
          : "the " + kind.words() + " " + name + " of " + table;
    }
  }

  private Schema(
      NameScopes scopes, TreePMap<String, Table> tables, PMap<String, NamedObject> names) {
    this.scopes = scopes;
    this.tables = tables;
    this.names = names;
  }

  public static Schema empty(NameScopes scopes) {
    return new Schema(requireNonNull(scopes, "scopes"), TreePMap.empty(), HashTreePMap.empty());
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

  public boolean isEmpty() {
    return tables.isEmpty();
  }

  /**
   * The schema with a table more.
   *
   * @throws NameTakenException if a name in it is taken, also where only case differs
   */
  public Schema plus(Table table) {
    return with(table, tables, Map.of());
  }

  /** The schema without a table. */
  public Schema minus(TableName name) {
    Table table = require(name);
    return new Schema(scopes, tables.minus(key(name)), names.minusAll(objectsOf(table).keySet()));
  }

  /**
   * The schema with a table changed, which may have another name now.
   *
   * @throws NameTakenException if a name in it is taken
   */
  public Schema replace(TableName name, Table changed) {
    Table old = require(name);
    return with(changed, tables.minus(key(name)), objectsOf(old));
  }

  /**
   * Touches only the names that differ: most changes of a table leave nearly all of them.
   *
   * @param replaced the names that the table takes over; those that it does not have are given up
   */
  private Schema with(
      Table table, TreePMap<String, Table> others, Map<String, NamedObject> replaced) {
    PMap<String, NamedObject> all = names;
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
    return new Schema(scopes, others.plus(key(table.name()), table), all.minusAll(left.keySet()));
  }

  private record Named(ObjectKind kind, String name) {}

  private static List<Named> namedIn(Table table) {
    List<Named> named = new ArrayList<>();
    named.add(new Named(ObjectKind.TABLE, table.name().name()));
    table.constraints().forEach(c -> named.add(new Named(ObjectKind.of(c), c.name())));
    table.indexes().forEach(i -> named.add(new Named(ObjectKind.INDEX, i.name())));
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
