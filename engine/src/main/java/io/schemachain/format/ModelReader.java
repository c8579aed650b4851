package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateForeignKey;
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
  /**
   * The word of the operation that each section is a list of, in the order of the documentation.
   */
  private static final Map<String, Section> SECTIONS = new LinkedHashMap<>();

  /**
   * @param kind null for tables, which are compared whether there is a section or not
   */
  private record Section(String operation, @Nullable ObjectKind kind) {
    /** One of its parts, for messages. */
    String words() {
      String word = operation.substring("create_".length()).replace('_', ' ');
      return (word.startsWith("e") ? "an " : "a ") + word;
    }
  }

  /** The words of the operations that sections are lists of, by section. */
  static Map<String, String> sections() {
    Map<String, String> words = new LinkedHashMap<>();
    SECTIONS.forEach((key, section) -> words.put(key, section.operation()));
    return words;
  }

  /** Parameters of operations about what is there already. */
  private static final Set<String> CONDITIONS = Set.of("if_not_exists", "replace");

  private static final Set<String> REVISION_KEYS =
      Set.of(
          "revision",
          "down_revision",
          "branch_labels",
          "depends_on",
          "message",
          "create_date",
          "transaction",
          "upgrade",
          "downgrade");

  private static final Set<String> PARTS_OF_TABLES =
      Set.of(
          "columns",
          "primary_key",
          "unique_constraints",
          "foreign_keys",
          "check_constraints",
          "exclude_constraints",
          "indexes",
          "partitions");

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

  private final Reading reading;
  private final OperationReader parts;
  private final FormerNames former;
  private final List<Located<Operation>> operations = new ArrayList<>();
  private final Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);

  private ModelReader(Binding binding, Reading reading) {
    this.reading = reading;
    this.parts = new OperationReader(binding, reading);
    this.former = new FormerNames(reading);
  }

  /**
   * What a file of the model says, for one dialect.
   *
   * @param operations what creates its parts, section by section
   * @param renamedTables by the name now; nothing for a table that is known to be new
   * @param renamedColumns the same for columns, by their table
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
    Fields fields =
        Fields.of(
            reading,
            root.get(),
            "a model file",
            "Put each list under its section, such as `tables:`.");
    if (fields == null) {
      return Optional.empty();
    }
    ModelReader reader = new ModelReader(binding, reading);
    reader.read(fields);
    return reading.errors() > 0
        ? Optional.empty()
        : Optional.of(
            new ModelFile(
                reader.operations, reader.former.tables(), reader.former.columns(), reader.kinds));
  }

  private void read(Fields fields) {
    HeaderReader.format(fields, "model file");
    fields.explain(ModelReader::elsewhere);
    SECTIONS.forEach((key, section) -> read(fields, key, section));
    fields.finish();
  }

  /** Where to put what people look for at the top of a model. */
  private static @Nullable String elsewhere(String key) {
    for (Map.Entry<String, Section> section : SECTIONS.entrySet()) {
      if (section.getValue().operation().equals(key)) {
        return "It is called " + section.getKey() + " here, a list.";
      }
    }
    if (REVISION_KEYS.contains(key) || ParameterReader.WORDS.contains(key)) {
      return "It belongs to a revision; a model says what the schema is, not what changes it.";
    }
    return PARTS_OF_TABLES.contains(key) ? "It stands within its table." : null;
  }

  private void read(Fields fields, String key, Section section) {
    YamlNode node = fields.node(key);
    if (node == null) {
      return;
    }
    if (!(node instanceof Sequence list)) {
      reading.error(
          node,
          "'" + key + "' of a model file is a list, not " + node.words() + ".",
          node.isNullScalar()
              ? "Write `" + key + ": []` for none, or remove the key."
              : "Begin each of its parts with '- '.");
      return;
    }
    if (section.kind() != null) {
      kinds.add(section.kind());
    }
    for (YamlNode item : list.items()) {
      if (!(item instanceof Mapping written)) {
        Fields.of(reading, item, section.words());
      } else if (isPart(written, section)) {
        read(written, section);
      }
    }
  }

  /** Whether it is no operation, and says nothing of how it comes to be. */
  private boolean isPart(Mapping written, Section section) {
    if (written.entries().size() == 1
        && ParameterReader.WORDS.contains(written.entries().get(0).key().text())) {
      Scalar word = written.entries().get(0).key();
      reading.error(
          word,
          "'" + word.text() + "' is an operation, and this is a model.",
          word.text().equals(section.operation())
              ? "Leave the word out: `- name: …`."
              : "Write each part of the schema as it should be.");
      return false;
    }
    boolean part = true;
    for (Entry entry : written.entries()) {
      if (CONDITIONS.contains(entry.key().text())) {
        reading.error(
            entry.key(),
            "'" + entry.key().text() + "' says nothing in a model.",
            "Leave it out: a model says what there is, not how it comes to be.");
        part = false;
      }
    }
    return part;
  }

  private void read(Mapping written, Section section) {
    boolean table = section.kind() == null;
    Mapping node = table ? FormerNames.without(written) : written;
    Fields fields = new Fields(reading, node, section.words());
    for (Operation operation : parts.parameters(fields, section.operation())) {
      if (operation instanceof CreateTable create) {
        former.remember(written, create.table());
        addTable(written, create);
      } else {
        operations.add(new Located<>(operation, written.location()));
      }
    }
  }

  /** Its foreign keys by themselves, for what is wrong with one is told where it stands. */
  private void addTable(Mapping written, CreateTable create) {
    Table table = create.table();
    CreateTable alone = create.withTable(table.withForeignKeys(List.of()));
    operations.add(new Located<>(alone, written.location()));
    List<YamlNode> places = foreignKeys(written);
    for (int i = 0; i < table.foreignKeys().size(); i++) {
      operations.add(
          new Located<>(
              new CreateForeignKey(table.name(), table.foreignKeys().get(i)),
              places.get(i).location()));
    }
  }

  /** In the order in which they are read: those of columns first. */
  private static List<YamlNode> foreignKeys(Mapping table) {
    List<YamlNode> nodes = new ArrayList<>();
    if (table.get("columns") instanceof Sequence columns) {
      for (YamlNode item : columns.items()) {
        YamlNode references = item instanceof Mapping column ? column.get("references") : null;
        if (references != null) {
          nodes.add(references);
        }
      }
    }
    if (table.get("foreign_keys") instanceof Sequence keys) {
      nodes.addAll(keys.items());
    }
    return nodes;
  }
}
