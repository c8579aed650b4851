package io.schemachain.format;

import io.schemachain.format.OptionCatalogue.Place;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Names;
import io.schemachain.model.Options;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a table; what its columns say about keys and indexes becomes constraints and indexes. */
final class TableReader {
  private final Fields fields;
  private final Reading reading;
  private final GeneratedNames names;

  private TableReader(Fields fields, GeneratedNames names) {
    this.fields = fields;
    this.reading = fields.reading();
    this.names = names;
  }

  /** The table; null when it cannot be understood. */
  static @Nullable Table read(Fields fields, GeneratedNames names) {
    return new TableReader(fields, names).read();
  }

  private @Nullable Table read() {
    int before = reading.errors();
    TableName written = fields.table("name");
    // What can be said about the rest is said, even when the table has no name.
    TableName table = written == null ? TableName.of("table") : written;
    List<YamlNode> columnNodes = fields.requiredList("columns");
    List<ColumnReader.Draft> drafts = columns(columnNodes == null ? List.of() : columnNodes);
    YamlNode keyNode = fields.node("primary_key");
    PrimaryKey primaryKey = primaryKey(table, keyNode, drafts);
    List<UniqueConstraint> uniques = new ArrayList<>();
    List<ForeignKey> foreignKeys = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (ColumnReader.Draft draft : drafts) {
      add(uniques, unique(table, draft, names));
      add(indexes, index(table, draft, names));
      add(foreignKeys, foreignKey(reading, table, draft, names));
    }
    uniques.addAll(
        each(
            "unique_constraints",
            "a unique constraint",
            f -> ConstraintReader.unique(f, table, names)));
    foreignKeys.addAll(
        each("foreign_keys", "a foreign key", f -> ReferenceReader.foreignKey(f, table, names)));
    List<Check> checks = each("check_constraints", "a check constraint", ConstraintReader::check);
    List<Exclusion> exclusions =
        each("exclude_constraints", "an exclude constraint", ConstraintReader::exclusion);
    indexes.addAll(each("indexes", "an index", f -> IndexReader.read(f, table, names)));
    String comment = fields.textByDialect("comment");
    Options options = OptionReader.read(fields, Place.TABLE);
    Partitioning partitioning = PartitionReader.of(fields, table);
    fields.finish();
    if (columnNodes != null && columnNodes.isEmpty()) {
      reading.error(fields.source(), "The table " + table + " has no columns.", null);
    }
    if (written == null || reading.errors() != before) {
      return null;
    }
    List<String> key = primaryKey == null ? List.of() : primaryKey.columns();
    List<Column> columns = new ArrayList<>(drafts.size());
    for (ColumnReader.Draft draft : drafts) {
      columns.add(
          Names.contains(key, draft.column().name())
              ? draft.inPrimaryKey(reading)
              : draft.column());
    }
    Table result =
        new Table(
            table,
            columns,
            primaryKey,
            uniques,
            foreignKeys,
            checks,
            exclusions,
            indexes,
            comment,
            options,
            partitioning);
    checkColumns(result);
    return reading.errors() == before ? result : null;
  }

  private List<ColumnReader.Draft> columns(List<YamlNode> nodes) {
    List<ColumnReader.Draft> drafts = new ArrayList<>(nodes.size());
    List<String> names = new ArrayList<>(nodes.size());
    for (YamlNode node : nodes) {
      ColumnReader.Draft draft = ColumnReader.read(reading, node);
      if (draft != null) {
        String name = draft.column().name();
        if (Names.contains(names, name)) {
          reading.error(node, "The table has two columns called " + name + ".", null);
        }
        names.add(name);
        drafts.add(draft);
      }
    }
    return drafts;
  }

  private @Nullable PrimaryKey primaryKey(
      TableName table, @Nullable YamlNode node, List<ColumnReader.Draft> drafts) {
    List<String> marked = new ArrayList<>();
    for (ColumnReader.Draft draft : drafts) {
      if (draft.primaryKey()) {
        marked.add(draft.column().name());
      }
    }
    if (node == null) {
      return marked.isEmpty()
          ? null
          : reading.build(
              fields.source(), () -> new PrimaryKey(names.primaryKey(table, marked), marked));
    }
    if (!marked.isEmpty()) {
      reading.error(
          node,
          "The table has 'primary_key' and columns that say primary_key: true.",
          "Leave one of the two.");
      return null;
    }
    if (node instanceof Mapping) {
      Fields key = Fields.of(reading, node, "a primary key");
      return key == null ? null : ConstraintReader.primaryKey(key, table, names);
    }
    List<String> columns = fields.names("primary_key");
    return columns == null
        ? null
        : reading.build(node, () -> new PrimaryKey(names.primaryKey(table, columns), columns));
  }

  /** What {@code unique: true} of a column means, unless it is an index that is unique. */
  static @Nullable UniqueConstraint unique(
      TableName table, ColumnReader.Draft draft, GeneratedNames names) {
    List<String> columns = List.of(draft.column().name());
    return draft.unique() && !draft.index()
        ? new UniqueConstraint(names.unique(table, columns), columns)
        : null;
  }

  /** What {@code index: true} of a column means. */
  static @Nullable Index index(TableName table, ColumnReader.Draft draft, GeneratedNames names) {
    String column = draft.column().name();
    return draft.index()
        ? new Index(
            names.index(table, List.of(column)),
            List.of(IndexPart.column(column)),
            draft.unique(),
            null)
        : null;
  }

  /** What {@code references} of a column means. */
  static @Nullable ForeignKey foreignKey(
      Reading reading, TableName table, ColumnReader.Draft draft, GeneratedNames names) {
    ReferenceReader.Reference reference = draft.reference();
    return reference == null
        ? null
        : ReferenceReader.foreignKey(
            reading, table, List.of(draft.column().name()), reference, names);
  }

  private <T> List<T> each(String key, String what, Function<Fields, @Nullable T> reader) {
    List<T> result = new ArrayList<>();
    List<YamlNode> nodes = fields.list(key);
    for (YamlNode node : nodes == null ? List.<YamlNode>of() : nodes) {
      Fields item = Fields.of(reading, node, what);
      if (item != null) {
        add(result, reader.apply(item));
      }
    }
    return result;
  }

  private static <T> void add(List<T> list, @Nullable T element) {
    if (element != null) {
      list.add(element);
    }
  }

  /** Columns that are named and are not there; the replay would say so too, but not where. */
  private void checkColumns(Table table) {
    List<String> existing = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      existing.add(column.name());
    }
    YamlNode key = fields.node("primary_key");
    checkColumns(key instanceof Mapping map ? map.get("columns") : key, existing);
    for (String list : List.of("unique_constraints", "foreign_keys", "indexes")) {
      checkColumns(list, "columns", existing);
    }
    checkColumns("indexes", "include", existing);
    checkColumns("exclude_constraints", "elements", existing);
  }

  private void checkColumns(String list, String key, List<String> existing) {
    if (fields.node(list) instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        checkColumns(item instanceof Mapping map ? map.get(key) : null, existing);
      }
    }
  }

  private void checkColumns(@Nullable YamlNode columns, List<String> existing) {
    if (columns instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        YamlNode name = item instanceof Mapping map ? map.get("name") : item;
        if (name instanceof Scalar scalar) {
          checkColumn(scalar, existing);
        }
      }
    }
  }

  private void checkColumn(Scalar scalar, List<String> existing) {
    String name = reading.resolve(scalar);
    if (!Names.contains(existing, name)) {
      String closest = Suggestions.closest(name, existing);
      reading.error(
          scalar,
          "The table has no column " + name + ".",
          closest == null
              ? "Its columns are " + String.join(", ", existing) + "."
              : "Did you mean " + closest + "?");
    }
  }
}
