package io.schemachain.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not there for the sake of a constraint.
 *
 * @param where condition of a partial index, else null
 */
public record Index(String name, List<IndexPart> parts, boolean unique, @Nullable String where) {
  public Index {
    Names.requireName(name, "index");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("The index " + name + " has no columns.");
    }
  }

  /** Whether the index covers plain columns only. */
  public boolean isPlain() {
    return columns().size() == parts.size();
  }

  /** The names of its columns; those inside expressions are not known. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>(parts.size());
    for (IndexPart part : parts) {
      if (part instanceof IndexPart.ColumnPart column) {
        columns.add(column.column());
      }
    }
    return columns;
  }
}
