package io.schemachain.dialect.mysql;

import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of a table. InnoDB wants one for each foreign key, "where the foreign key columns are
 * listed as the first columns in the same order". Left to itself it makes one, names it after the
 * foreign key, drops it silently when it finds a better one, and leaves it behind when the foreign
 * key goes. So it is never left to itself: such an index is written wherever the model has no other
 * that serves, and goes when it is not needed any more.
 */
final class MysqlKeys {
  private MysqlKeys() {}

  /** The foreign keys that have an index of their own, with their name and columns. */
  static List<ForeignKey> withOwnIndex(Table table) {
    List<List<String>> others = columnLists(table);
    List<ForeignKey> own = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (!isServed(key, others, table.foreignKeys())) {
        own.add(key);
      }
    }
    return own;
  }

  private static boolean isServed(
      ForeignKey key, List<List<String>> columnLists, List<ForeignKey> foreignKeys) {
    for (List<String> columns : columnLists) {
      if (startsWith(columns, key.columns())) {
        return true;
      }
    }
    for (ForeignKey other : foreignKeys) {
      if (serves(other, key)) {
        return true;
      }
    }
    return false;
  }

  /** Of two foreign keys with the same columns the first by name serves both, however they came. */
  private static boolean serves(ForeignKey other, ForeignKey key) {
    if (other.equals(key) || !startsWith(other.columns(), key.columns())) {
      return false;
    }
    return other.columns().size() > key.columns().size() || other.name().compareTo(key.name()) < 0;
  }

  /** Whether a key or index starts with the column, which an AUTO_INCREMENT column needs. */
  static boolean leads(Table table, String column) {
    return table.indexes().stream().anyMatch(index -> leads(index, column))
        || columnLists(table).stream().anyMatch(columns -> columns.get(0).equals(column))
        || withOwnIndex(table).stream().anyMatch(key -> key.columns().get(0).equals(column));
  }

  /** Whether a key, or an index that serves as one, is unique in these columns in this order. */
  static boolean isKey(Table table, List<String> columns) {
    return columns.equals(table.primaryKeyColumns())
        || table.uniqueConstraints().stream().anyMatch(unique -> unique.columns().equals(columns))
        || table.indexes().stream()
            .anyMatch(
                index -> index.unique() && canServe(index) && index.columns().equals(columns));
  }

  private static boolean canServe(Index index) {
    return index.isPlain()
        && index.parts().stream().noneMatch(IndexPart::descending)
        && !MysqlStorage.isSpecial(index);
  }

  private static boolean leads(Index index, String column) {
    return index.parts().get(0) instanceof IndexPart.ColumnPart part
        && part.column().equals(column)
        && !MysqlStorage.isSpecial(index);
  }

  /** The columns of everything that can serve a foreign key; an index with DESC cannot on MySQL. */
  private static List<List<String>> columnLists(Table table) {
    List<List<String>> lists = new ArrayList<>();
    if (table.primaryKey() != null) {
      lists.add(table.primaryKey().columns());
    }
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      lists.add(unique.columns());
    }
    for (Index index : table.indexes()) {
      if (canServe(index)) {
        lists.add(index.columns());
      }
    }
    return lists;
  }

  private static boolean startsWith(List<String> columns, List<String> first) {
    return columns.size() >= first.size() && columns.subList(0, first.size()).equals(first);
  }
}
