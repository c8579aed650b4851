package io.schemachain.format;

import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the tables of a model say of the names that they and their columns had. {@code renamed_from}
 * is taken out of them before the rest is read as create_table reads it.
 */
final class FormerNames {
  static final String KEY = "renamed_from";

  private final Reading reading;
  private final Map<TableName, Optional<String>> tables = new LinkedHashMap<>();
  private final Map<TableName, Map<String, Optional<String>>> columns = new LinkedHashMap<>();
  private final Map<TableName, TableName> renamedTables = new HashMap<>();

  FormerNames(Reading reading) {
    this.reading = reading;
  }

  /** By the name now; nothing for a table that is known to be new. */
  Map<TableName, Optional<String>> tables() {
    return tables;
  }

  /** The same for columns, by their table. */
  Map<TableName, Map<String, Optional<String>>> columns() {
    return columns;
  }

  /** A table, or one of its columns, without the key. */
  static Mapping without(Mapping mapping) {
    List<Entry> entries = new ArrayList<>(mapping.entries().size());
    for (Entry entry : mapping.entries()) {
      if (entry.key().text().equals("columns") && entry.value() instanceof Sequence list) {
        List<YamlNode> items = new ArrayList<>(list.items().size());
        for (YamlNode item : list.items()) {
          items.add(item instanceof Mapping column ? without(column) : item);
        }
        entries.add(new Entry(entry.key(), new Sequence(items, list.location())));
      } else if (!entry.key().text().equals(KEY)) {
        entries.add(entry);
      }
    }
    return new Mapping(entries, mapping.location());
  }

  /**
   * Remembers what a table says.
   *
   * @param written with the keys that {@link #without} takes away
   * @param table what was read of it
   */
  void remember(Mapping written, Table table) {
    TableName name = table.name();
    read(
        written,
        name.name(),
        former -> {
          tables.put(name, former);
          former.ifPresent(old -> requireOnce(written, name, new TableName(name.schema(), old)));
        });
    Map<String, Optional<String>> ofColumns = new LinkedHashMap<>();
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (written.get("columns") instanceof Sequence list
          && list.items().get(i) instanceof Mapping item) {
        read(
            item,
            column.name(),
            former -> {
              ofColumns.put(column.name(), former);
              former.ifPresent(old -> requireOnce(item, old, taken));
            });
      }
    }
    if (!ofColumns.isEmpty()) {
      columns.put(name, ofColumns);
    }
  }

  private void requireOnce(Mapping written, TableName now, TableName old) {
    TableName other = renamedTables.putIfAbsent(old, now);
    if (other != null && !other.equals(now)) {
      reading.error(
          node(written), "The table " + other + " is renamed from " + old + " too.", null);
    }
  }

  private void requireOnce(Mapping written, String old, List<String> taken) {
    if (Names.contains(taken, old)) {
      reading.error(node(written), "Another column is renamed from " + old + " too.", null);
    }
    taken.add(old);
  }

  /**
   * @param into takes what is said, if anything is: empty for a part that had no other name
   */
  private void read(Mapping written, String now, Consumer<Optional<String>> into) {
    if (written.get(KEY) == null) {
      return;
    }
    YamlNode node = node(written);
    if (node.isNullScalar()) {
      into.accept(Optional.empty());
      return;
    }
    if (!(node instanceof Scalar scalar)) {
      reading.error(
          node,
          "'" + KEY + "' is the name that it had, not " + node.words() + ".",
          "Write a name, or null for a part that is new.");
      return;
    }
    String old = reading.resolve(scalar);
    if (Names.same(old, now)) {
      reading.error(node, "'" + KEY + "' is the name that it has, " + now + ".", "Leave it out.");
      return;
    }
    if (old.isEmpty() || Names.hasControl(old)) {
      reading.error(
          node,
          old.isEmpty()
              ? "'" + KEY + "' is an empty name."
              : "'" + KEY + "' contains a control character.",
          "Write the name that it had, or null for a part that is new.");
      return;
    }
    into.accept(Optional.of(old));
  }

  private static YamlNode node(Mapping written) {
    YamlNode node = written.get(KEY);
    return node == null ? written : node;
  }
}
