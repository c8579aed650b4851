package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * "Introducing FOREIGN KEY constraint may cause cycles or multiple cascade paths" (1785): a table
 * may be reached in one way only by the actions that follow from a change of one row.
 */
final class SqlserverCascades {
  private final Dialect dialect;
  private final Schema schema;

  SqlserverCascades(Dialect dialect, Schema schema) {
    this.dialect = dialect;
    this.schema = schema;
  }

  static boolean acts(@Nullable ReferentialAction action) {
    return action == ReferentialAction.CASCADE
        || action == ReferentialAction.SET_NULL
        || action == ReferentialAction.SET_DEFAULT;
  }

  private static boolean acts(ForeignKey key) {
    return acts(key.onDelete()) || acts(key.onUpdate());
  }

  /** To be asked of a foreign key that is new in the schema. */
  void require(ForeignKey key) {
    if (!acts(key)) {
      return;
    }
    for (TableName root : above(key.referredTable())) {
      requireOneWay(root, key);
    }
  }

  /** A table and all from which actions come to it. */
  private Iterable<TableName> above(TableName table) {
    Map<String, TableName> found = new LinkedHashMap<>();
    Deque<TableName> open = new ArrayDeque<>();
    open.add(table);
    while (!open.isEmpty()) {
      TableName name = open.remove();
      if (found.putIfAbsent(name.key(), name) == null) {
        for (ForeignKey key : schema.require(name).foreignKeys()) {
          if (acts(key)) {
            open.add(key.referredTable());
          }
        }
      }
    }
    return found.values();
  }

  private void requireOneWay(TableName root, ForeignKey added) {
    Map<String, TableName> reached = new LinkedHashMap<>();
    reached.put(root.key(), root);
    Deque<TableName> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      TableName name = open.remove();
      for (Table table : schema.referringTo(name)) {
        for (ForeignKey key : table.foreignKeys()) {
          if (!acts(key) || !key.referredTable().equals(name)) {
            continue;
          }
          if (reached.putIfAbsent(table.name().key(), table.name()) != null) {
            throw dialect.unsupported(
                "a second way of actions from "
                    + root
                    + " to "
                    + table.name()
                    + ", which the foreign key "
                    + added.name()
                    + " would open",
                "Leave its on_delete and on_update out, and do the same with a trigger or in the"
                    + " application.");
          }
          open.add(table.name());
        }
      }
    }
  }
}
