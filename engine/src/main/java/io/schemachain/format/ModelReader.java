package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the model: the schema as it should be. Each section lists what an operation of a
 * revision creates, with the parameters of that operation.
 */
public final class ModelReader {
  private static final String RENAMED_FROM = "renamed_from";

  /**
   * The word of the operation that each section is a list of, in the order of the documentation.
   */
  private static final Map<String, Section> SECTIONS = new LinkedHashMap<>();

  private record Section(String operation, @Nullable ObjectKind kind) {}

  static {
    SECTIONS.put("schemas", new Section("create_schema", ObjectKind.SCHEMA));
    SECTIONS.put("extensions", new Section("create_extension", ObjectKind.EXTENSION));
    SECTIONS.put("types", new Section("create_type", ObjectKind.TYPE));
    SECTIONS.put("sequences", new Section("create_sequence", ObjectKind.SEQUENCE));
    SECTIONS.put("tables", new Section("create_table", null));
    SECTIONS.put("functions", new Section("create_function", ObjectKind.FUNCTION));
    SECTIONS.put("procedures", new Section("create_procedure", ObjectKind.PROCEDURE));
    SECTIONS.put("views", new Section("create_view", ObjectKind.VIEW));
    SECTIONS.put(
        "materialized_views",
        new Section("create_materialized_view", ObjectKind.MATERIALIZED_VIEW));
    SECTIONS.put("triggers", new Section("create_trigger", ObjectKind.TRIGGER));
  }

  private final Binding binding;
  private final Reading reading;
  private final List<Located<Operation>> operations = new ArrayList<>();
  private final Map<TableName, Optional<String>> renamedTables = new LinkedHashMap<>();
  private final Map<TableName, Map<String, Optional<String>>> renamedColumns =
      new LinkedHashMap<>();
  private final Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);

  private ModelReader(Binding binding, Reading reading) {
    this.binding = binding;
    this.reading = reading;
  }

  /**
   * What a file of the model says, for one dialect.
   *
   * @param operations what creates its parts, in the order of the file
   * @param renamedTables by the name now; nothing for a table that is known to be new
   * @param renamedColumns the same for columns, by their names as written
   * @param kinds of objects beside tables that the file has a section for, be it an empty one
   */
  public record ModelFile(
      List<Located<Operation>> operations,
      Map<TableName, Optional<String>> renamedTables,
      Map<TableName, Map<String, Optional<String>>> renamedColumns,
      Set<ObjectKind> kinds) {}

  /**
   * @return nothing if there were mistakes, all of which are in {@code diagnostics}
   */
  public static Optional<ModelFile> read(
      SourceText source, Binding binding, Diagnostics diagnostics) {
    Optional<YamlNode> root = YamlTree.parse(source, diagnostics);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Reading reading = new Reading(diagnostics, Narrowing.to(binding), binding.variables());
    Fields fields = Fields.of(reading, root.get(), "a model file");
    if (fields == null) {
      return Optional.empty();
    }
    ModelReader reader = new ModelReader(binding, reading);
    reader.read(fields);
    return reading.errors() > 0
        ? Optional.empty()
        : Optional.of(
            new ModelFile(
                reader.operations, reader.renamedTables, reader.renamedColumns, reader.kinds));
  }

  private void read(Fields fields) {
    HeaderReader.format(fields, "model file");
    SECTIONS.forEach((key, section) -> read(fields, key, section));
    fields.finish();
  }

  private void read(Fields fields, String key, Section section) {
    YamlNode node = fields.node(key);
    if (node == null) {
      return;
    }
    if (!(node instanceof Sequence list)) {
      fields.wrongType(node, key, "a list");
      return;
    }
    if (section.kind() != null) {
      kinds.add(section.kind());
    }
    ParameterReader parameters =
        new ParameterReader(binding, reading, new OperationReader(binding, reading));
    for (YamlNode item : list.items()) {
      boolean table = section.operation().equals("create_table");
      Renamed renamed = table ? withoutFormerNames(item) : new Renamed(item, null, Map.of());
      Fields one = Fields.of(reading, renamed.node, section.operation());
      if (one == null) {
        continue;
      }
      for (Operation operation : parameters.read(section.operation(), one)) {
        operations.add(new Located<>(operation, item.location()));
        if (operation instanceof CreateTable create) {
          remember(create.table().name(), renamed);
        }
      }
    }
  }

  // Former names

  /**
   * A table as create_table takes it, and what it says of former names.
   *
   * @param table null where nothing is said
   */
  private record Renamed(
      YamlNode node, @Nullable Optional<String> table, Map<String, Optional<String>> columns) {}

  private void remember(TableName name, Renamed renamed) {
    if (renamed.table != null) {
      renamedTables.put(name, renamed.table);
    }
    if (!renamed.columns.isEmpty()) {
      renamedColumns.put(name, renamed.columns);
    }
  }

  private Renamed withoutFormerNames(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      return new Renamed(node, null, Map.of());
    }
    Map<String, Optional<String>> columns = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>(mapping.entries().size());
    for (Entry entry : mapping.entries()) {
      if (entry.key().text().equals("columns") && entry.value() instanceof Sequence list) {
        entries.add(new Entry(entry.key(), columns(list, columns)));
      } else if (!entry.key().text().equals(RENAMED_FROM)) {
        entries.add(entry);
      }
    }
    return new Renamed(new Mapping(entries, mapping.location()), formerName(mapping), columns);
  }

  private Sequence columns(Sequence list, Map<String, Optional<String>> former) {
    List<YamlNode> columns = new ArrayList<>(list.items().size());
    for (YamlNode item : list.items()) {
      if (item instanceof Mapping column && column.get(RENAMED_FROM) != null) {
        Optional<String> name = formerName(column);
        if (name != null && column.get("name") instanceof Scalar now) {
          former.put(now.text(), name);
        }
        columns.add(
            new Mapping(
                column.entries().stream()
                    .filter(entry -> !entry.key().text().equals(RENAMED_FROM))
                    .toList(),
                column.location()));
      } else {
        columns.add(item);
      }
    }
    return new Sequence(columns, list.location());
  }

  /** What is said of a former name: null for nothing, empty for a part that has none. */
  private @Nullable Optional<String> formerName(Mapping mapping) {
    YamlNode node = mapping.get(RENAMED_FROM);
    if (node == null) {
      return null;
    }
    if (node.isNullScalar()) {
      return Optional.empty();
    }
    if (node instanceof Scalar scalar) {
      return Optional.of(reading.resolve(scalar));
    }
    reading.error(
        node,
        "'renamed_from' is the name that it had, not " + node.words() + ".",
        "Write a name, or null for a part that is new.");
    return null;
  }
}
