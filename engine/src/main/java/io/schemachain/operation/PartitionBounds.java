package io.schemachain.operation;

import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.Names;
import io.schemachain.model.Partition;
import io.schemachain.model.Partition.Bound;
import io.schemachain.model.Partition.In;
import io.schemachain.model.Partition.Range;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Table;
import io.schemachain.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the partitions of a table have, as far as values can be compared without a
 * database: numbers and points in time, and not texts, whose order is that of a collation.
 */
final class PartitionBounds {
  private final List<DataType> types = new ArrayList<>();
  private final Partitioning partitioning;
  private final boolean ownEnds;

  /**
   * @param ownEnds whether a range has two ends of its own; else it begins where the one before it
   *     ends
   */
  PartitionBounds(Table table, Partitioning partitioning, boolean ownEnds) {
    this.partitioning = partitioning;
    this.ownEnds = ownEnds;
    for (String column : partitioning.columns()) {
      types.add(Lookup.column(table, column).type());
    }
  }

  /** With a partition more, in its place. */
  Partitioning plus(Partition partition, Partitioning current, int at) {
    String name = partition.name();
    for (Partition other : current.partitions()) {
      if (Names.same(other.name(), name)) {
        throw new OperationException("There is a partition " + other.name() + " already.", null);
      }
    }
    Bound bound = partition.bound();
    requireKind(partition);
    if (bound instanceof Range range) {
      bound = range(name, range, current.partitions(), at);
    } else if (bound instanceof In in) {
      requireNew(name, in, current.partitions());
    } else if (bound instanceof Partition.Rest) {
      requireOneRest(current.partitions());
    }
    List<Partition> partitions = new ArrayList<>(current.partitions());
    partitions.add(at, partition.withBound(bound));
    return current.withPartitions(partitions);
  }

  private void requireKind(Partition partition) {
    Bound bound = partition.bound();
    boolean fits =
        switch (partitioning.method()) {
          case RANGE -> bound instanceof Range || bound instanceof Partition.Rest;
          case LIST -> bound instanceof In || bound instanceof Partition.Rest;
          case HASH -> bound instanceof Partition.Hash;
        };
    if (!fits) {
      throw new OperationException(
          "The partition " + partition.name() + " is not one of a " + word() + ".",
          switch (partitioning.method()) {
            case RANGE -> "Write `from` and `to`, or `default: true`.";
            case LIST -> "Write `in: […]`, or `default: true`.";
            case HASH -> "Write the number of partitions.";
          });
    }
    if (bound instanceof Range range) {
      requireWidth(partition.name(), range.to());
      requireWidth(partition.name(), range.from() == null ? List.of() : range.from());
    }
  }

  private String word() {
    return partitioning.method().word();
  }

  /** Empty is no end. */
  private void requireWidth(String name, List<Value> values) {
    if (!values.isEmpty() && values.size() != partitioning.width()) {
      throw new OperationException(
          "An end of the partition "
              + name
              + " has "
              + values.size()
              + " values, and the key "
              + partitioning.width()
              + ".",
          "Write a value for each column, in a list.");
    }
    for (int i = 0; i < values.size(); i++) {
      literal(values.get(i), i);
    }
  }

  private Range range(String name, Range range, List<Partition> partitions, int at) {
    List<Value> before = endBefore(partitions, at);
    List<Value> from = range.from() == null ? before : range.from();
    if (from == null) {
      throw new OperationException(
          "The partition before " + name + " has no upper end.",
          "Write `from`, or give the one before it `to`.");
    }
    Range whole = new Range(from, range.to());
    requireOrder(name, from, range.to());
    if (ownEnds) {
      requireApart(name, whole, partitions);
      return whole;
    }
    if (!from.equals(before)) {
      throw new OperationException(
          "The partition " + name + " does not begin where the one before it ends.",
          "Leave `from` out.");
    }
    if (at < partitions.size()
        && partitions.get(at).bound() instanceof Range next
        && (range.to().isEmpty() || isBefore(next.to(), range.to()))) {
      throw new OperationException(
          "The partition " + name + " ends behind " + partitions.get(at).name() + ".", null);
    }
    return new Range(null, range.to());
  }

  /** Where a range that says no beginning begins; null where there is no such place. */
  private @Nullable List<Value> endBefore(List<Partition> partitions, int at) {
    List<Value> end = List.of();
    for (Partition partition : partitions.subList(0, at)) {
      if (partition.bound() instanceof Range range) {
        if (range.to().isEmpty()) {
          return null;
        }
        end = end.isEmpty() || !isBefore(range.to(), end) ? range.to() : end;
      }
    }
    return end;
  }

  private void requireOrder(String name, List<Value> from, List<Value> to) {
    if (!from.isEmpty() && !to.isEmpty()) {
      OptionalInt order = compare(from, to);
      if (order.isPresent() && order.getAsInt() >= 0) {
        throw new OperationException(
            "The partition " + name + " ends before it begins.", "`to` is behind `from`.");
      }
    }
  }

  private void requireApart(String name, Range range, List<Partition> partitions) {
    for (Partition other : partitions) {
      if (other.bound() instanceof Range there
          && there.from() != null
          && isBelow(range.from(), there.to())
          && isBelow(there.from(), range.to())) {
        throw new OperationException(
            "The partition " + name + " overlaps " + other.name() + ".", null);
      }
    }
  }

  /** Whether a lower end is known to be before an upper one. */
  private boolean isBelow(@Nullable List<Value> from, List<Value> to) {
    return from == null || from.isEmpty() || to.isEmpty() || isBefore(from, to);
  }

  private boolean isBefore(List<Value> a, List<Value> b) {
    OptionalInt order = compare(a, b);
    return order.isPresent() && order.getAsInt() < 0;
  }

  private void requireNew(String name, In in, List<Partition> partitions) {
    Set<Object> seen = new HashSet<>();
    for (Partition other : partitions) {
      if (other.bound() instanceof In there) {
        there.values().forEach(value -> seen.add(literal(value, 0)));
      }
    }
    for (Value value : in.values()) {
      if (!seen.add(literal(value, 0))) {
        throw new OperationException(
            "A value of the partition " + name + " is in a partition already.", null);
      }
    }
  }

  private static void requireOneRest(List<Partition> partitions) {
    for (Partition other : partitions) {
      if (other.bound() instanceof Partition.Rest) {
        throw new OperationException(
            "The partition " + other.name() + " has what no other has already.", null);
      }
    }
  }

  // Values

  private Object literal(Value value, int at) {
    return value instanceof Value.Text && partitioning.sql() == null
        ? Literal.parse(types.get(at), value)
        : value;
  }

  private OptionalInt compare(List<Value> a, List<Value> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (a.get(i).equals(b.get(i))) {
        continue;
      }
      OptionalInt order = compare(literal(a.get(i), i), literal(b.get(i), i));
      if (order.isEmpty() || order.getAsInt() != 0) {
        return order;
      }
    }
    return OptionalInt.of(0);
  }

  private static OptionalInt compare(Object a, Object b) {
    if (a instanceof Literal.Number one && b instanceof Literal.Number other) {
      return OptionalInt.of(one.value().compareTo(other.value()));
    }
    if (a instanceof Literal.Date one && b instanceof Literal.Date other) {
      return OptionalInt.of(one.value().compareTo(other.value()));
    }
    if (a instanceof Literal.Timestamp one && b instanceof Literal.Timestamp other) {
      return OptionalInt.of(one.value().compareTo(other.value()));
    }
    return a instanceof Literal.TimestampTz one && b instanceof Literal.TimestampTz other
        ? OptionalInt.of(one.value().toInstant().compareTo(other.value().toInstant()))
        : OptionalInt.empty();
  }
}
