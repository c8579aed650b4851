package io.schemachain.format;

import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.Names;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.operation.RowFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows: maps from columns to values. */
final class RowReader {
  private RowReader() {}

  static List<Operation> bulkInsert(Fields fields, ReferencedFiles files) {
    Reading reading = fields.reading();
    int before = reading.errors();
    TableName table = fields.table("table");
    List<Row> rows = rows(fields, "bulk_insert");
    RowFile file = RowFileReader.read(fields, files);
    fields.finish();
    return table == null || reading.errors() != before || (rows.isEmpty() && file == null)
        ? List.of()
        : List.of(new BulkInsert(table, rows, file));
  }

  /** The rows that stand in an operation; none where it has a file in place of them. */
  static List<Row> rows(Fields fields, String word) {
    Reading reading = fields.reading();
    List<YamlNode> nodes = fields.list("rows");
    if (fields.has("rows") == fields.has("file")) {
      reading.error(
          fields.source(),
          fields.has("file")
              ? word + " has 'rows' and 'file'."
              : Fields.capital(word) + " needs 'rows' or 'file'.",
          null);
    }
    List<Row> rows = new ArrayList<>();
    for (YamlNode node : nodes == null ? List.<YamlNode>of() : nodes) {
      Row row = row(reading, node, "A row");
      if (row != null) {
        rows.add(row);
      }
    }
    if (nodes != null && nodes.isEmpty()) {
      reading.error(fields.source(), "'rows' of " + word + " is an empty list.", null);
    }
    return rows;
  }

  /**
   * @param what for messages, with its article
   */
  static @Nullable Row row(Reading reading, YamlNode node, String what) {
    if (!(node instanceof Mapping mapping)) {
      reading.error(
          node,
          what + " is a map from columns to values, not " + node.words() + ".",
          "Write for example {id: 1, name: Ann}.");
      return null;
    }
    List<String> columns = new ArrayList<>(mapping.entries().size());
    List<Value> values = new ArrayList<>(mapping.entries().size());
    for (Entry entry : mapping.entries()) {
      reading.build(entry.key(), () -> Names.requireName(entry.key().text(), "column"));
      columns.add(entry.key().text());
      values.add(value(reading, entry.value()));
    }
    return reading.build(node, () -> new Row(columns, values));
  }

  static Value value(Reading reading, YamlNode written) {
    YamlNode node = reading.narrow(written, false);
    if (node == null || node.isNullScalar()) {
      return Value.NULL;
    }
    if (node instanceof Scalar scalar) {
      return Value.text(reading.resolve(scalar));
    }
    if (node instanceof Mapping) {
      String sql = ColumnReader.expression(reading, node, "a value");
      if (sql != null && sql.startsWith(Value.TODO)) {
        reading.error(
            node,
            "This is left for you: " + sql.substring(Value.TODO.length()).strip() + ".",
            "Write a value, or {sql: …} with an expression, in its place.");
      }
      return sql == null ? Value.NULL : Value.sql(sql);
    }
    reading.error(node, "A value is a text, null or {sql: …}, not a list.", null);
    return Value.NULL;
  }
}
