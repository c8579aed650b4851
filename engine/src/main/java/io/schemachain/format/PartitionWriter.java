package io.schemachain.format;

import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Null;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Partitions as documents; see {@link OperationWriter}. */
final class PartitionWriter {
  private PartitionWriter() {}

  static Keys put(Keys keys, Table table) {
    Partitioning partitioning = table.partitioning();
    if (partitioning == null) {
      return keys;
    }
    Written key =
        partitioning.sql() == null
            ? Written.texts(partitioning.columns())
            : new Keys().put("sql", partitioning.sql());
    keys.put("partition_by", new Keys().put(partitioning.method().word(), key));
    List<Partition> partitions = partitioning.partitions();
    if (isNumbered(table.name(), partitions)) {
      return keys.put("partitions", new Written.Word(Integer.toString(partitions.size())));
    }
    return keys.put("partitions", TableWriter.all(partitions, p -> partition(new Keys(), p)));
  }

  private static boolean isNumbered(TableName table, List<Partition> partitions) {
    for (int i = 0; i < partitions.size(); i++) {
      Partition partition = partitions.get(i);
      if (!(partition.bound() instanceof Partition.Hash)
          || !partition.name().equals(PartitionReader.ofHash(table, i))) {
        return false;
      }
    }
    return !partitions.isEmpty();
  }

  static Keys partition(Keys keys, Partition partition) {
    keys.put("name", partition.name());
    if (partition.bound() instanceof Partition.Range range) {
      end(keys, "from", range.from());
      if (!range.to().isEmpty()) {
        end(keys, "to", range.to());
      } else if (range.from() == null) {
        keys.put("to", new Null());
      }
    } else if (partition.bound() instanceof Partition.In in) {
      keys.put("in", TableWriter.all(in.values(), OperationWriter::value));
    } else if (partition.bound() instanceof Partition.Rest) {
      keys.putTrue("default", true);
    }
    return keys;
  }

  private static void end(Keys keys, String key, @Nullable List<Value> values) {
    if (values == null) {
      return;
    }
    if (values.isEmpty()) {
      keys.put(key, new Null());
    } else if (values.size() == 1) {
      keys.put(key, OperationWriter.value(values.get(0)));
    } else {
      keys.put(key, TableWriter.all(values, OperationWriter::value));
    }
  }
}
