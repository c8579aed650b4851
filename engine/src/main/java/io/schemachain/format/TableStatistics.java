package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.Written.Items;
import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Word;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of table sizes: written from a database that knows them, and kept beside the revisions, so
 * that those who have no such database know them as well.
 *
 * @param dialect of the database that was asked
 * @param tables by name
 */
public record TableStatistics(String dialect, List<Size> tables) {
  private static final String COMMENT =
      """
      # Sizes of tables as a database estimates them, for lint and review. `schema:stats` writes this file.
      """;

  public TableStatistics {
    requireNonNull(dialect, "dialect");
    tables = List.copyOf(tables);
  }

  /**
   * A table.
   *
   * @param bytes on disk, with indexes; null where the database does not tell
   */
  public record Size(TableName table, long rows, @Nullable Long bytes) {
    public Size {
      requireNonNull(table, "table");
    }
  }

  /** Reads a file; what is wrong with it is in {@code diagnostics}. */
  public static Optional<TableStatistics> read(SourceText source, Diagnostics diagnostics) {
    Optional<YamlNode> root = YamlTree.parse(source, diagnostics);
    Reading reading = Reading.plain(diagnostics);
    Fields fields = root.isEmpty() ? null : Fields.of(reading, root.get(), "a file of table sizes");
    if (fields == null) {
      return Optional.empty();
    }
    HeaderReader.format(fields, "file of table sizes");
    String dialect = fields.requiredText("dialect");
    List<YamlNode> items = fields.requiredList("tables");
    List<Size> tables = new ArrayList<>();
    for (YamlNode item : items == null ? List.<YamlNode>of() : items) {
      Fields table = Fields.of(reading, item, "a table");
      if (table != null) {
        size(table, reading).ifPresent(tables::add);
      }
    }
    fields.finish();
    return dialect == null || reading.errors() > 0
        ? Optional.empty()
        : Optional.of(new TableStatistics(dialect, tables));
  }

  private static Optional<Size> size(Fields fields, Reading reading) {
    String name = fields.requiredName("table");
    YamlNode schemaNode = fields.node("schema");
    String schema = schemaNode == null ? null : fields.name("schema");
    Long rows = fields.integer("rows");
    Long bytes = fields.integer("bytes");
    if (rows == null && !fields.has("rows")) {
      fields.missing("rows");
    }
    if ((rows != null && rows < 0) || (bytes != null && bytes < 0)) {
      reading.error(fields.source(), "A table has no fewer than 0 rows and bytes.", null);
    }
    fields.finish();
    return name == null || rows == null
        ? Optional.empty()
        : Optional.of(new Size(new TableName(schema, name), rows, bytes));
  }

  /** The file, with LF line ends. */
  public String text() {
    List<Written> items = new ArrayList<>();
    for (Size size : tables) {
      Keys keys = new Keys();
      keys.put("table", size.table().name()).put("schema", size.table().schema());
      keys.put("rows", new Word(Long.toString(size.rows())));
      if (size.bytes() != null) {
        keys.put("bytes", new Word(Long.toString(size.bytes())));
      }
      items.add(keys);
    }
    return COMMENT
        + new YamlPrinter()
            .print(
                new Keys()
                    .put("format", new Word("1"))
                    .put("dialect", dialect)
                    .put("tables", new Items(items)));
  }
}
