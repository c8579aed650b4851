package io.schemachain.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The cells that operations read or change. Where two footprints do not meet, the order of the
 * operations makes no difference: neither to what fits nor to the schema. Where they meet, it may.
 */
final class Footprint {
  private final Map<Cell, Access> cells = new HashMap<>();

  /** What is done to a cell. */
  enum Access {
    READ,
    /** Changes something in it that has a cell of its own as well. */
    CHANGE_PART,
    CHANGE;

    /** Readers do not mind readers, and who change parts meet, if at all, in the part. */
    boolean meets(Access other) {
      return this == CHANGE || this != other;
    }

    private Access and(Access other) {
      return this == other ? this : CHANGE;
    }
  }

  void add(Cell cell, Access access) {
    cells.merge(cell, access, Access::and);
  }

  void addAll(Footprint other) {
    other.cells.forEach(this::add);
  }

  Map<Cell, Access> cells() {
    return cells;
  }

  boolean isOnAny(Set<Cell> others) {
    return others.stream().anyMatch(cells::containsKey);
  }

  /** The cells in which both meet. */
  Set<Cell> meeting(Footprint other) {
    Set<Cell> meeting = new HashSet<>();
    cells.forEach(
        (cell, access) -> {
          Access theirs = other.cells.get(cell);
          if (theirs != null && access.meets(theirs)) {
            meeting.add(cell);
          }
        });
    return meeting;
  }
}
