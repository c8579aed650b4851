package io.schemachain.introspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a database answered: the rows of each query, in the order of the query. */
public final class CatalogRows {
  private final Map<String, List<CatalogRow>> rows;

  /**
   * @param rows by the name of the query
   */
  public CatalogRows(Map<String, List<CatalogRow>> rows) {
    this.rows = Map.copyOf(rows);
  }

  /**
   * The rows of a query.
   *
   * @throws IllegalArgumentException if it was not asked
   */
  public List<CatalogRow> of(String query) {
    List<CatalogRow> found = rows.get(query);
    if (found == null) {
      throw new IllegalArgumentException("No query " + query + " among " + rows.keySet());
    }
    return found;
  }

  /** Whether a query was asked. */
  public boolean has(String query) {
    return rows.containsKey(query);
  }

  /** The rows of a query by their values in some columns, groups in the order of first rows. */
  public Map<List<String>, List<CatalogRow>> by(String query, String... columns) {
    Map<List<String>, List<CatalogRow>> groups = new LinkedHashMap<>();
    for (CatalogRow row : of(query)) {
      List<String> key = new ArrayList<>(columns.length);
      for (String column : columns) {
        key.add(Objects.requireNonNullElse(row.find(column), ""));
      }
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return groups;
  }
}
