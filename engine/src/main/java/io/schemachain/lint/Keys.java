package io.schemachain.lint;

import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the keys and indexes of a table are good for. */
public final class Keys {
  private Keys() {}

  /** Whether no two rows can have the same values in these columns, as far as none is NULL. */
  public static boolean areUnique(Table table, Collection<String> columns) {
    return keys(table).stream().anyMatch(key -> !key.isEmpty() && containsAll(columns, key));
  }

  /** Whether an index or a key begins with these columns, in any order among themselves. */
  public static boolean begins(Table table, List<String> columns) {
    return Stream.concat(keys(table).stream(), whole(table).map(Index::columns))
        .anyMatch(
            one ->
                one.size() >= columns.size()
                    && containsAll(one.subList(0, columns.size()), columns));
  }

  /** Indexes that have each row, and whole columns in their key. */
  private static Stream<Index> whole(Table table) {
    return table.indexes().stream()
        .filter(index -> index.where() == null && index.isPlain() && index.using() == null);
  }

  private static List<List<String>> keys(Table table) {
    List<List<String>> keys = new ArrayList<>();
    if (table.primaryKey() != null) {
      keys.add(table.primaryKeyColumns());
    }
    table.uniqueConstraints().forEach(unique -> keys.add(unique.columns()));
    table.indexes().stream().filter(Index::isKey).forEach(index -> keys.add(index.columns()));
    return keys;
  }

  private static boolean containsAll(Collection<String> all, Collection<String> some) {
    return some.stream().allMatch(name -> all.stream().anyMatch(one -> Names.same(one, name)));
  }
}
