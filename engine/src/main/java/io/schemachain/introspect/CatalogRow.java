package io.schemachain.introspect;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of the catalog: texts by the labels of its columns, whatever their case. */
public final class CatalogRow {
  private final Map<String, Integer> places;
  private final @Nullable String[] values;

  /**
   * @param places of the columns by their labels in lower case, the same for all rows of a query
   * @param values in the order of the columns; NULL is null
   */
  public CatalogRow(Map<String, Integer> places, @Nullable String[] values) {
    this.places = requireNonNull(places, "places");
    this.values = values.clone();
  }

  /** The places of columns with these labels. */
  public static Map<String, Integer> places(List<String> labels) {
    Map<String, Integer> places = new HashMap<>();
    for (String label : labels) {
      places.put(label.toLowerCase(Locale.ROOT), places.size());
    }
    return places;
  }

  /**
   * The value in a column, null where it is NULL.
   *
   * @throws IllegalArgumentException if the row has no such column
   */
  public @Nullable String find(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("No column " + column + " in " + places.keySet());
    }
    return values[place];
  }

  /** A value that is never NULL. */
  public String text(String column) {
    return requireNonNull(find(column), column);
  }

  public boolean isNull(String column) {
    return find(column) == null;
  }

  /** Whether a truth value holds, in any of the words that databases have for it; NULL is false. */
  public boolean flag(String column) {
    String value = find(column);
    if (value == null) {
      return false;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "t", "true", "1", "yes", "y" -> true;
      case "f", "false", "0", "no", "n", "" -> false;
      default -> throw new IllegalArgumentException("No truth value: " + value + " in " + column);
    };
  }

  /** A whole number that is never NULL. */
  public int number(String column) {
    return Integer.parseInt(text(column));
  }

  /** A whole number, null where it is NULL. */
  public @Nullable Long findLong(String column) {
    String value = find(column);
    return value == null ? null : Long.valueOf(value);
  }

  @Override
  public String toString() {
    Map<String, @Nullable String> shown = new TreeMap<>();
    places.forEach((label, place) -> shown.put(label, values[place]));
    return shown.toString();
  }
}
