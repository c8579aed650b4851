package io.schemachain.format;

import io.schemachain.format.OptionCatalogue.Place;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Names;
import io.schemachain.model.NullsOrder;
import io.schemachain.model.Options;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.DropIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an index, of an operation or of a table's list. */
final class IndexReader {
  private IndexReader() {}

  /** For {@code using}, whose names are those of the database; an extension can bring others. */
  private static final Pattern METHOD = Pattern.compile("[a-z][a-z0-9_]*");

  static @Nullable CreateIndex create(Fields fields, GeneratedNames names) {
    TableName table = fields.table("table");
    boolean concurrently = fields.flag("concurrently", false);
    boolean ifNotExists = fields.flag("if_not_exists", false);
    Index index = read(fields, table == null ? TableName.of("table") : table, names);
    return table == null || index == null
        ? null
        : new CreateIndex(table, index, concurrently, ifNotExists);
  }

  static @Nullable DropIndex drop(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    boolean concurrently = fields.flag("concurrently", false);
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    return table == null || name == null
        ? null
        : new DropIndex(table, name, concurrently, ifExists);
  }

  static @Nullable Index read(Fields fields, TableName table, GeneratedNames names) {
    Reading reading = fields.reading();
    int before = reading.errors();
    String written = fields.name("name");
    List<YamlNode> items = fields.requiredList("columns");
    List<IndexPart> parts = items == null ? List.of() : parts(reading, items);
    boolean unique = fields.flag("unique", false);
    String where = where(fields, "the index");
    String using = using(fields);
    List<String> include = fields.names("include");
    boolean nullsNotDistinct = fields.flag("nulls_not_distinct", false);
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
          return new Index(
              name,
              parts,
              unique,
              where,
              using,
              include == null ? List.of() : include,
              nullsNotDistinct,
              options);
        });
  }

  static @Nullable String using(Fields fields) {
    String using = fields.textByDialect("using");
    if (using == null || METHOD.matcher(using).matches()) {
      return using;
    }
    fields
        .reading()
        .error(
            fields.source(),
            "'using' is the method of an index in lower case, not '" + using + "'.",
            "Write btree, hash, gin, gist, brin, spgist, or that of an extension.");
    return null;
  }

  static @Nullable String where(Fields fields, String of) {
    String where = fields.textByDialect("where");
    if (where != null && where.isBlank()) {
      fields
          .reading()
          .error(
              fields.source(),
              "'where' of " + of + " is blank.",
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
    return fields == null ? null : part(fields, true);
  }

  /** A part with its options; all keys of the map are known then. */
  static @Nullable IndexPart part(Fields fields, boolean mayHaveLength) {
    Reading reading = fields.reading();
    int before = reading.errors();
    String name = fields.name("name");
    YamlNode sqlNode = fields.node("sql");
    String sql = sqlNode == null ? null : fields.sqlOf(sqlNode, "sql");
    Long length = mayHaveLength ? fields.integer("length") : null;
    IndexPart.Options options =
        new IndexPart.Options(
            "desc".equals(fields.oneOf("order", List.of("asc", "desc"))),
            nulls(fields),
            fields.textByDialect("collation"),
            fields.textByDialect("operator_class"));
    fields.finish();
    if (reading.errors() != before) {
      return null;
    }
    if ((name == null) == (sql == null)) {
      reading.error(fields.source(), "An index column has either 'name' or 'sql'.", null);
      return null;
    }
    if (sql != null && length != null) {
      reading.error(fields.source(), "An expression of an index has no 'length'.", null);
      return null;
    }
    return reading.build(
        fields.source(),
        () ->
            name != null
                ? new IndexPart.ColumnPart(name, length(length), options)
                : new IndexPart.ExpressionPart(String.valueOf(sql), options));
  }

  private static @Nullable Integer length(@Nullable Long length) {
    return length == null ? null : Math.toIntExact(Math.min(length, Integer.MAX_VALUE));
  }

  private static @Nullable NullsOrder nulls(Fields fields) {
    String word = fields.oneOf("nulls", List.of("first", "last"));
    return word == null ? null : NullsOrder.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
