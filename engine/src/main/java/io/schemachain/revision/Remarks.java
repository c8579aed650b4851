package io.schemachain.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an author says of an operation beside what it does. None of it is in the checksum: it
 * changes neither the schema that the operation leads to nor its rows.
 *
 * @param strategy how it is done; null where nothing is said
 * @param suppressions findings that are accepted
 */
public record Remarks(@Nullable Strategy strategy, List<Suppression> suppressions) {
  /** Of an operation of which nothing is said. */
  public static final Remarks NONE = new Remarks(null, List.of());

  public Remarks {
    suppressions = List.copyOf(suppressions);
  }

  /** Whether nothing is said. */
  public boolean isEmpty() {
    return strategy == null && suppressions.isEmpty();
  }
}
