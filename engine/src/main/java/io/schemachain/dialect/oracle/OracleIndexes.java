package io.schemachain.dialect.oracle;

import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import java.util.ArrayList;
import java.util.List;

/** What Oracle knows an index by. */
final class OracleIndexes {
  private OracleIndexes() {}

  /** What two indexes of a table cannot have in common: columns in order, and their direction. */
  static List<String> key(Index index) {
    List<String> key = new ArrayList<>();
    for (IndexPart part : index.parts()) {
      String text =
          part instanceof IndexPart.ColumnPart column
              ? column.column()
              : "(" + ((IndexPart.ExpressionPart) part).sql().strip() + ")";
      key.add(part.descending() ? text + " DESC" : text);
    }
    return key;
  }

  /** Whether Oracle would take it for a key on these columns instead of making one. */
  static boolean serves(Index index, List<String> columns) {
    List<String> key = key(index);
    return !index.options().has("bitmap")
        && key.size() >= columns.size()
        && List.copyOf(key.subList(0, columns.size())).stream()
            .sorted()
            .toList()
            .equals(columns.stream().sorted().toList());
  }
}
