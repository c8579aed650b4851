package io.schemachain.operation;

import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Partition;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the keys and indexes of a partitioned table are called in a partition that is a table by
 * itself: as in the table where each table has names of its own, else with the name of the
 * partition before it.
 */
final class PartitionNames {
  private PartitionNames() {}

  private static String rule(String name, String partition, ObjectKind kind, Schema schema) {
    return schema.isPerTable(kind) ? name : partition + "_" + name;
  }

  private static String own(String name, Partition partition, ObjectKind kind, Schema schema) {
    String own = partition.ownNames().get(name);
    return own != null ? own : rule(name, partition.name(), kind, schema);
  }

  /** A partition as a table. */
  static Table table(Table table, Partition partition, Schema schema) {
    Table result =
        Table.of(table.name().withName(partition.name()), table.columns())
            .withChecks(table.checks())
            .withOptions(table.options());
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint) {
        ObjectKind kind = ObjectKind.of(constraint);
        result = result.plus(constraint.withName(own(constraint.name(), partition, kind, schema)));
      }
    }
    List<Index> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      indexes.add(index.withName(own(index.name(), partition, ObjectKind.INDEX, schema)));
    }
    return result.withIndexes(indexes);
  }

  /** The names in a table that is to be a partition which are not those of the rule. */
  static Map<String, String> of(Table table, Table attached, Schema schema) {
    Map<String, String> names = new TreeMap<>();
    String partition = attached.name().name();
    for (Constraint constraint : table.constraints()) {
      match(constraint, attached)
          .filter(
              own ->
                  !own.equals(
                      rule(constraint.name(), partition, ObjectKind.of(constraint), schema)))
          .ifPresent(own -> names.put(constraint.name(), own));
    }
    List<Index> left = new ArrayList<>(attached.indexes());
    for (Index index : table.indexes()) {
      Optional<Index> match =
          left.stream().filter(i -> i.withName(index.name()).equals(index)).findFirst();
      match.ifPresent(left::remove);
      match
          .map(Index::name)
          .filter(own -> !own.equals(rule(index.name(), partition, ObjectKind.INDEX, schema)))
          .ifPresent(own -> names.put(index.name(), own));
    }
    return names;
  }

  private static Optional<String> match(Constraint constraint, Table attached) {
    return constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint
        ? attached.constraints().stream()
            .filter(c -> c.withName(constraint.name()).equals(constraint))
            .map(Constraint::name)
            .findFirst()
        : Optional.empty();
  }
}
