package io.schemachain.dialect;

import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where tables and columns are defined in a text. */
final class DefinitionPlaces {
  private final List<Place> places = new ArrayList<>();
  private int offset;

  /**
   * The words of a column, or of a table up to its parenthesis.
   *
   * @param column null for the table itself
   * @param end offset behind its last character
   */
  record Place(TableName table, @Nullable String column, int start, int end) {}

  void startStatement(int value) {
    offset = value;
  }

  /** With offsets within the statement. */
  void add(TableName table, @Nullable String column, int start, int end) {
    places.add(new Place(table, column, offset + start, offset + end));
  }

  /** That of which a character is part. */
  Optional<Place> around(int position) {
    return places.stream()
        .filter(place -> place.start <= position && position < place.end)
        .findFirst();
  }

  Optional<Place> startingAt(int position) {
    return places.stream().filter(place -> place.start == position).findFirst();
  }
}
