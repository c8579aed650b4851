package io.schemachain.introspect;

import static java.util.Objects.requireNonNull;

/**
 * A question to the catalog, about all objects of one kind at once. It needs the right to SELECT
 * and no other.
 *
 * @param name by which its rows are found
 * @param sql one statement without a semicolon; the labels of its columns are lower-case, or folded
 *     to it
 */
public record CatalogQuery(String name, String sql) {
  public CatalogQuery {
    requireNonNull(name, "name");
    requireNonNull(sql, "sql");
  }
}
