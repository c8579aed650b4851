package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of a partitioned table.
 *
 * @param bound which rows it has
 * @param ownNames what keys and indexes of the table are called in it, by their names in the table,
 *     where that is not the rule
 */
public record Partition(String name, Bound bound, SortedMap<String, String> ownNames) {
  /** Which rows a partition has. */
  public sealed interface Bound {}

  /**
   * From a value to before another, a value for each column of the key.
   *
   * @param from empty where there is no lower end; null where it is the end of the one before
   * @param to empty where there is no upper end
   */
  public record Range(@Nullable List<Value> from, List<Value> to) implements Bound {
    public Range {
      from = from == null ? null : List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /** With one of these values. */
  public record In(List<Value> values) implements Bound {
    public In {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("A partition of a list has at least one value.");
      }
    }
  }

  /** Those that no other partition has. */
  public record Rest() implements Bound {}

  /** Those with a hash that leaves this remainder. */
  public record Hash(int count, int remainder) implements Bound {}

  public Partition {
    Names.requireName(name, "partition");
    requireNonNull(bound, "bound");
    ownNames = Collections.unmodifiableSortedMap(new TreeMap<>(ownNames));
  }

  public static Partition of(String name, Bound bound) {
    return new Partition(name, bound, new TreeMap<>());
  }

  public Partition withBound(Bound value) {
    return new Partition(name, value, ownNames);
  }

  public Partition withOwnNames(Map<String, String> value) {
    return new Partition(name, bound, new TreeMap<>(value));
  }
}
