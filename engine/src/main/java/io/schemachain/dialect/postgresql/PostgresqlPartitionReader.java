package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How tables are partitioned. */
final class PostgresqlPartitionReader {
  private static final Pattern RANGE =
      Pattern.compile("FOR VALUES FROM \\((.*)\\) TO \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern IN = Pattern.compile("FOR VALUES IN \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern HASH =
      Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");
  private static final Pattern VALUE =
      Pattern.compile("\\s*(MINVALUE|MAXVALUE|[eE]?'(?:[^']|'')*+'|[^,']+)\\s*(?:,|$)");

  private final PostgresqlReading reading;

  PostgresqlPartitionReader(PostgresqlReading reading) {
    this.reading = requireNonNull(reading, "reading");
  }

  void read() {
    Map<List<String>, List<CatalogRow>> partitions =
        reading.rows().by(PostgresqlCatalog.PARTITIONS, "schema", "table");
    for (CatalogRow row : reading.rows().of(PostgresqlCatalog.TABLES)) {
      if (row.isNull("strategy") || !PostgresqlReading.isWritable(row.text("name"))) {
        continue;
      }
      TableDraft table =
          reading
              .draft()
              .find(new TableName(reading.scope().inModel(row.text("schema")), row.text("name")));
      if (table == null) {
        continue;
      }
      List<CatalogRow> parts =
          partitions.getOrDefault(List.of(row.text("schema"), row.text("name")), List.of());
      Partitioning partitioning = partitioning(row, table);
      if (partitioning == null) {
        reading.leaveOut(
            "partitioning", row, row.text("name"), "its key has no words in a document");
        parts.forEach(part -> leaveOut(part, "its table is read without partitions"));
      } else {
        table.partitioning(partitioning.withPartitions(partitions(parts, partitioning, table)));
      }
    }
  }

  private void leaveOut(CatalogRow partition, String reason) {
    reading.leaveOut("partition", partition, partition.text("name"), reason);
  }

  private static @Nullable Partitioning partitioning(CatalogRow row, TableDraft table) {
    Partitioning.Method method =
        switch (row.text("strategy")) {
          case "r" -> Partitioning.Method.RANGE;
          case "l" -> Partitioning.Method.LIST;
          default -> Partitioning.Method.HASH;
        };
    List<String> columns = PostgresqlReading.list(row.find("key_columns"));
    String expression = row.find("key_expression");
    if (row.flag("key_class") || !PostgresqlReading.has(table, columns)) {
      return null;
    }
    if (expression == null) {
      return new Partitioning(method, columns, null, List.of());
    }
    return row.number("key_parts") == 1
        ? new Partitioning(method, List.of(), PostgresqlReading.bare(expression), List.of())
        : null;
  }

  private List<Partition> partitions(
      List<CatalogRow> rows, Partitioning partitioning, TableDraft table) {
    List<DataType> types = new ArrayList<>();
    for (String column : partitioning.columns()) {
      Column found = table.column(column);
      types.add(requireNonNull(found, column).type());
    }
    List<Partition> partitions = new ArrayList<>();
    for (CatalogRow row : rows) {
      if (!row.text("kind").equals("r")) {
        leaveOut(row, row.text("kind").equals("p") ? "it is partitioned itself" : "it is foreign");
      } else if (!row.text("partition_schema").equals(row.text("schema"))) {
        leaveOut(row, "it is in another schema than its table");
      } else if (!PostgresqlReading.isWritable(row.text("name"))) {
        leaveOut(row, PostgresqlReading.CONTROL);
      } else {
        Partition.Bound bound = bound(row.text("bound"), types, partitioning.width());
        if (bound == null) {
          leaveOut(row, "its bound has no words in a document: " + row.text("bound"));
        } else {
          partitions.add(Partition.of(row.text("name"), bound));
        }
      }
    }
    return partitions;
  }

  private static Partition.@Nullable Bound bound(String sql, List<DataType> types, int width) {
    Matcher hash = HASH.matcher(sql);
    if (hash.matches()) {
      return new Partition.Hash(Integer.parseInt(hash.group(1)), Integer.parseInt(hash.group(2)));
    }
    Matcher in = IN.matcher(sql);
    if (in.matches()) {
      return new Partition.In(values(in.group(1), types));
    }
    Matcher range = RANGE.matcher(sql);
    if (!range.matches()) {
      return sql.equals("DEFAULT") ? new Partition.Rest() : null;
    }
    List<Value> from = end(range.group(1), types, "MINVALUE", width);
    List<Value> to = end(range.group(2), types, "MAXVALUE", width);
    return from == null || to == null ? null : new Partition.Range(from, to);
  }

  /** Empty where there is no end; null where there is one for some columns alone. */
  private static @Nullable List<Value> end(
      String sql, List<DataType> types, String none, int width) {
    List<Value> values = values(sql, types);
    if (values.stream().noneMatch(value -> value instanceof Value.Sql)) {
      return values;
    }
    return values.equals(Collections.nCopies(width, Value.sql(none))) ? List.of() : null;
  }

  private static List<Value> values(String sql, List<DataType> types) {
    List<Value> values = new ArrayList<>();
    Matcher matcher = VALUE.matcher(sql);
    while (matcher.lookingAt()) {
      DataType type = types.isEmpty() ? null : types.get(Math.min(values.size(), types.size() - 1));
      values.add(value(matcher.group(1).strip(), type));
      matcher.region(matcher.end(), sql.length());
    }
    return values;
  }

  private static Value value(String sql, @Nullable DataType type) {
    if (sql.equals("NULL")) {
      return Value.NULL;
    }
    if (sql.endsWith("VALUE")) {
      return Value.sql(sql);
    }
    String text = sql.startsWith("'") ? sql.substring(1, sql.length() - 1).replace("''", "'") : sql;
    return Value.text(type == null ? text : PostgresqlConstants.written(type, text));
  }
}
