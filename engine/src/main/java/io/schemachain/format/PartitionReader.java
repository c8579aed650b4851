package io.schemachain.format;

import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.model.Partition;
import io.schemachain.model.Partition.Bound;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Partitioning.Method;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropPartition;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how a table is divided, and the operations on its partitions. */
final class PartitionReader {
  private static final int MAX_PARTITIONS = 1024;

  private PartitionReader() {}

  // Of a table

  /** Of {@code partition_by} and {@code partitions}; null where the table is in one piece. */
  static @Nullable Partitioning of(Fields fields, TableName table) {
    Reading reading = fields.reading();
    YamlNode written = fields.node("partition_by");
    YamlNode partitions = fields.node("partitions");
    if (written == null) {
      if (partitions != null) {
        reading.error(
            partitions,
            "The table has 'partitions' and no 'partition_by'.",
            "Add for example partition_by: {range: [created_at]}.");
      }
      return null;
    }
    YamlNode node = reading.narrow(written, false);
    if (node == null || (node != written && node.isNullScalar())) {
      return null;
    }
    Fields key = Fields.of(reading, node, "a partition key");
    return key == null ? null : of(key, partitions, table);
  }

  private static @Nullable Partitioning of(
      Fields key, @Nullable YamlNode partitions, TableName table) {
    Reading reading = key.reading();
    int before = reading.errors();
    List<Method> methods = new ArrayList<>();
    for (Method method : Method.values()) {
      if (key.node(method.word()) != null) {
        methods.add(method);
      }
    }
    key.finish();
    if (methods.size() != 1) {
      reading.error(key.source(), "A partition key has one of range, list and hash.", null);
      return null;
    }
    Method method = methods.get(0);
    String sql = null;
    List<String> columns = List.of();
    YamlNode value = key.node(method.word());
    if (value instanceof Mapping) {
      sql = ColumnReader.expression(reading, value, "a partition key");
    } else {
      columns = key.names(method.word());
    }
    List<Partition> read =
        method == Method.HASH
            ? ofHash(reading, partitions, key, table)
            : list(reading, partitions, "'partitions' is a list of partitions");
    if (columns == null || reading.errors() != before) {
      return null;
    }
    List<String> names = columns;
    String expression = sql;
    return reading.build(key.source(), () -> new Partitioning(method, names, expression, read));
  }

  private static List<Partition> list(Reading reading, @Nullable YamlNode node, String message) {
    List<Partition> partitions = new ArrayList<>();
    if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        Fields fields = Fields.of(reading, item, "a partition");
        Partition partition = fields == null ? null : partition(fields);
        if (fields != null) {
          fields.finish();
        }
        if (partition != null) {
          partitions.add(partition);
        }
      }
    } else if (node != null) {
      reading.error(node, message + ", not " + node.words() + ".", null);
    }
    return partitions;
  }

  /** As many as a number says, or those that a list names. */
  private static List<Partition> ofHash(
      Reading reading, @Nullable YamlNode node, Fields key, TableName table) {
    List<String> names = new ArrayList<>();
    if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        Fields fields = Fields.of(reading, item, "a partition of a hash");
        String name = fields == null ? null : fields.requiredName("name");
        if (fields != null) {
          fields.finish();
        }
        names.add(name == null ? "" : name);
      }
    } else if (node instanceof Scalar scalar && scalar.text().matches("[1-9][0-9]{0,3}")) {
      int count = Math.min(Integer.parseInt(scalar.text()), MAX_PARTITIONS);
      for (int i = 0; i < count; i++) {
        names.add(ofHash(table, i));
      }
    }
    if (names.isEmpty()) {
      reading.error(
          node == null ? key.source() : node,
          "A table that is partitioned by a hash has a number of partitions.",
          "Write for example partitions: 4.");
    }
    List<Partition> partitions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty()) {
        partitions.add(Partition.of(names.get(i), new Partition.Hash(names.size(), i)));
      }
    }
    return partitions;
  }

  /** What a partition of a hash is called that has no name. */
  static String ofHash(TableName table, int remainder) {
    return table.name() + "_p" + remainder;
  }

  /** Of {@code name} and one of {@code from} and {@code to}, {@code in} and {@code default}. */
  private static @Nullable Partition partition(Fields fields) {
    Reading reading = fields.reading();
    int before = reading.errors();
    String name = fields.requiredName("name");
    YamlNode fromNode = fields.node("from");
    YamlNode toNode = fields.node("to");
    YamlNode inNode = fields.node("in");
    boolean rest = fields.flag("default", false);
    boolean range = fromNode != null || toNode != null;
    if ((range ? 1 : 0) + (inNode != null ? 1 : 0) + (rest ? 1 : 0) > 1) {
      reading.error(
          fields.source(), "A partition has 'from' and 'to', or 'in', or 'default'.", null);
    }
    Bound bound;
    if (rest) {
      bound = new Partition.Rest();
    } else if (inNode != null) {
      List<Value> values = values(reading, inNode);
      bound = values.isEmpty() ? null : new Partition.In(values);
    } else {
      bound =
          new Partition.Range(
              fromNode == null ? null : end(reading, fromNode),
              toNode == null ? List.of() : end(reading, toNode));
    }
    return name == null || bound == null || reading.errors() != before
        ? null
        : Partition.of(name, bound);
  }

  /** A value, or one for each column; null is no end. */
  private static List<Value> end(Reading reading, YamlNode node) {
    if (node.isNullScalar()) {
      return List.of();
    }
    List<Value> values =
        node instanceof Sequence ? values(reading, node) : List.of(RowReader.value(reading, node));
    if (values.contains(Value.NULL)) {
      reading.error(node, "NULL is not an end of a range.", null);
    }
    return values;
  }

  private static List<Value> values(Reading reading, YamlNode node) {
    if (!(node instanceof Sequence sequence) || sequence.items().isEmpty()) {
      reading.error(node, "This is a list of values, with one at least.", "Write [a, b].");
      return List.of();
    }
    List<Value> values = new ArrayList<>();
    sequence.items().forEach(item -> values.add(RowReader.value(reading, item)));
    return values;
  }

  // Operations

  static List<Operation> create(Fields fields) {
    TableName table = fields.table("table");
    Partition partition = partition(fields);
    String before = fields.name("before");
    fields.finish();
    return table == null || partition == null
        ? List.of()
        : List.of(new CreatePartition(table, partition, before));
  }

  static List<Operation> attach(Fields fields) {
    TableName table = fields.table("table");
    Partition partition = partition(fields);
    String before = fields.name("before");
    fields.finish();
    return table == null || partition == null
        ? List.of()
        : List.of(new AttachPartition(table, partition, before));
  }

  static List<Operation> drop(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    fields.finish();
    return table == null || name == null ? List.of() : List.of(new DropPartition(table, name));
  }

  static List<Operation> detach(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    fields.finish();
    return table == null || name == null ? List.of() : List.of(new DetachPartition(table, name));
  }
}
