package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are divided among its partitions.
 *
 * @param columns of the key; none where it is an expression
 * @param sql the expression, else null
 */
public record Partitioning(
    Method method, List<String> columns, @Nullable String sql, List<Partition> partitions) {
  /** What decides on the partition of a row. */
  public enum Method {
    RANGE,
    LIST,
    HASH;

    /** As documents write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Partitioning {
    requireNonNull(method, "method");
    columns =
        sql == null ? ColumnLists.require(columns, "The partition key") : List.copyOf(columns);
    partitions = List.copyOf(partitions);
    if (method == Method.LIST && columns.size() > 1) {
      throw new IllegalArgumentException("A table is partitioned by a list of one column.");
    }
  }

  /** How many values stand for a row. */
  public int width() {
    return sql == null ? columns.size() : 1;
  }

  public Optional<Partition> partition(String name) {
    return partitions.stream().filter(p -> Names.same(p.name(), name)).findFirst();
  }

  public Partitioning withPartitions(List<Partition> value) {
    return new Partitioning(method, columns, sql, value);
  }

  public Partitioning withColumns(List<String> value) {
    return new Partitioning(method, value, sql, partitions);
  }

  public Partitioning withSql(@Nullable String value) {
    return new Partitioning(method, columns, value, partitions);
  }

  public Partitioning minus(Partition partition) {
    List<Partition> left = new ArrayList<>(partitions);
    left.remove(partition);
    return withPartitions(left);
  }

  /** Whether an end of a partition is an expression, of which a database keeps the value. */
  public boolean hasExpressions() {
    return partitions.stream().map(Partition::bound).anyMatch(Partitioning::hasExpression);
  }

  private static boolean hasExpression(Partition.Bound bound) {
    List<Value> values = new ArrayList<>();
    if (bound instanceof Partition.Range range) {
      values.addAll(range.to());
      values.addAll(range.from() == null ? List.of() : range.from());
    } else if (bound instanceof Partition.In in) {
      values.addAll(in.values());
    }
    return values.stream().anyMatch(Value.Sql.class::isInstance);
  }

  /** The same with partitions of which nothing but the names is known. */
  public Partitioning withNamesAlone() {
    return withPartitions(
        partitions.stream().map(p -> Partition.of(p.name(), new Partition.Rest())).toList());
  }

  /** Whether both divide the rows alike, whatever the order in which they list the partitions. */
  public boolean isEquivalentTo(@Nullable Partitioning other) {
    return other != null
        && withPartitions(List.of()).equals(other.withPartitions(List.of()))
        && new HashSet<>(partitions).equals(new HashSet<>(other.partitions));
  }
}
