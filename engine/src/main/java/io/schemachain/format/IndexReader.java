package io.schemachain.format;

import io.schemachain.format.OptionCatalogue.Place;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Names;
import io.schemachain.model.Options;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an index, of an operation or of a table's list. */
final class IndexReader {
  private IndexReader() {}

  static @Nullable Index read(Fields fields, TableName table, GeneratedNames names) {
    Reading reading = fields.reading();
    int before = reading.errors();
    String written = fields.name("name");
    List<YamlNode> items = fields.requiredList("columns");
    List<IndexPart> parts = items == null ? List.of() : parts(reading, items);
    boolean unique = fields.flag("unique", false);
    String where = where(fields);
    Options options = OptionReader.read(fields, Place.INDEX);
    fields.finish();
    if (items == null || reading.errors() != before) {
      return null;
    }
    if (written == null && columns(parts).size() < parts.size()) {
      reading.error(fields.source(), "An index over an expression needs a name.", "Add name: ix_…");
      return null;
    }
    return reading.build(
        fields.source(),
        () -> {
          String name = written != null ? written : names.index(table, columns(parts));
          return new Index(name, parts, unique, where, options);
        });
  }

  private static @Nullable String where(Fields fields) {
    String where = fields.textByDialect("where");
    if (where != null && where.isBlank()) {
      fields
          .reading()
          .error(
              fields.source(),
              "'where' of the index is blank.",
              "Write the condition, or remove the key.");
    }
    return where;
  }

  private static List<IndexPart> parts(Reading reading, List<YamlNode> items) {
    List<IndexPart> parts = new ArrayList<>(items.size());
    for (YamlNode item : items) {
      IndexPart part = part(reading, item);
      if (part instanceof IndexPart.ColumnPart column
          && Names.contains(columns(parts), column.column())) {
        reading.error(item, "The index has the column " + column.column() + " twice.", null);
      } else if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static List<String> columns(List<IndexPart> parts) {
    List<String> columns = new ArrayList<>(parts.size());
    for (IndexPart part : parts) {
      if (part instanceof IndexPart.ColumnPart column) {
        columns.add(column.column());
      }
    }
    return columns;
  }

  private static @Nullable IndexPart part(Reading reading, YamlNode item) {
    if (item instanceof Scalar scalar && !scalar.isNull()) {
      return reading.build(item, () -> IndexPart.column(reading.resolve(scalar)));
    }
    Fields fields = Fields.of(reading, item, "an index column");
    if (fields == null) {
      return null;
    }
    int before = reading.errors();
    String name = fields.name("name");
    YamlNode sqlNode = fields.node("sql");
    String sql = sqlNode == null ? null : fields.sqlOf(sqlNode, "sql");
    boolean descending = descending(fields);
    fields.finish();
    if (reading.errors() != before) {
      return null;
    }
    if ((name == null) == (sql == null)) {
      reading.error(item, "An index column has either 'name' or 'sql'.", null);
      return null;
    }
    return name != null
        ? new IndexPart.ColumnPart(name, descending)
        : new IndexPart.ExpressionPart(String.valueOf(sql), descending);
  }

  private static boolean descending(Fields fields) {
    YamlNode order = fields.node("order");
    if (order == null) {
      return false;
    }
    if (order instanceof Scalar scalar
        && (scalar.text().equals("asc") || scalar.text().equals("desc"))) {
      return scalar.text().equals("desc");
    }
    fields.reading().error(order, "'order' of an index column is asc or desc.", null);
    return false;
  }
}
