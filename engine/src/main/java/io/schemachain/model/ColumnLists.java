package io.schemachain.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for every list of columns: not empty, no column twice. */
final class ColumnLists {
  private ColumnLists() {}

  static List<String> require(List<String> columns, String what) {
    List<String> copy = List.copyOf(columns);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException(what + " has no columns.");
    }
    Set<String> seen = new HashSet<>();
    for (String column : copy) {
      Names.requireName(column, "column");
      if (!seen.add(Names.fold(column))) {
        throw new IllegalArgumentException(what + " has the column " + column + " twice.");
      }
    }
    return copy;
  }
}
