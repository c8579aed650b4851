package io.schemachain.format;

import io.schemachain.diagnostic.Located;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.Check;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads operations: a list of maps with one key each, the word of the operation. */
final class OperationReader {
  /** Reads the parameters of one operation; nothing after an error, several for its short forms. */
  private interface Body {
    List<Operation> read(OperationReader reader, Fields fields);
  }

  /** What is not a map, or has parameters of its own kind, is read by {@link ExecuteReader}. */
  private static final String EXECUTE = "execute";

  private static final Map<String, Body> BODIES = bodies();

  /** Words of operations in other tools. */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("sql", "execute"),
          Map.entry("insert", "bulk_insert"),
          Map.entry("load_data", "bulk_insert"),
          Map.entry("rename_column", "alter_column with new_name"),
          Map.entry("modify_data_type", "alter_column with type"),
          Map.entry("add_not_null_constraint", "alter_column with nullable: false"),
          Map.entry("drop_not_null_constraint", "alter_column with nullable: true"),
          Map.entry("add_default_value", "alter_column with default"),
          Map.entry("drop_default_value", "alter_column with default: null"),
          Map.entry("add_primary_key", "create_primary_key"),
          Map.entry("add_unique_constraint", "create_unique_constraint"),
          Map.entry("add_foreign_key_constraint", "create_foreign_key"),
          Map.entry("add_foreign_key", "create_foreign_key"),
          Map.entry("add_index", "create_index"),
          Map.entry("drop_foreign_key", "drop_constraint"),
          Map.entry("drop_foreign_key_constraint", "drop_constraint"),
          Map.entry("drop_primary_key", "drop_constraint"),
          Map.entry("drop_unique_constraint", "drop_constraint"),
          Map.entry("drop_check_constraint", "drop_constraint"),
          Map.entry("set_table_remarks", "create_table_comment"));

  private final Binding binding;
  private final Reading reading;
  private final GeneratedNames names;

  OperationReader(Binding binding, Reading reading) {
    this.binding = binding;
    this.reading = reading;
    this.names = new GeneratedNames(binding.naming(), binding.maxNameLength());
  }

  /** The words of all operations, in the order of the documentation. */
  static Set<String> words() {
    return BODIES.keySet();
  }

  /** The operations of a list that are for this dialect; what is wrong is reported. */
  List<Located<Operation>> read(List<YamlNode> items) {
    List<Located<Operation>> operations = new ArrayList<>(items.size());
    for (YamlNode item : items) {
      Entry entry = entryOf(item);
      if (entry != null) {
        for (Operation operation : operation(entry)) {
          operations.add(new Located<>(operation, entry.key().location()));
        }
      }
    }
    return operations;
  }

  private @Nullable Entry entryOf(YamlNode item) {
    if (item instanceof Scalar scalar && BODIES.containsKey(scalar.text())) {
      reading.error(
          item,
          "The operation " + scalar.text() + " has no parameters.",
          "Write `" + scalar.text() + ":` and its parameters.");
      return null;
    }
    if (!(item instanceof Mapping mapping) || mapping.entries().isEmpty()) {
      reading.error(
          item,
          "An operation is a map with one key, its word.",
          "Write for example `- drop_table: {name: users}`.");
      return null;
    }
    Entry entry = mapping.entries().get(0);
    if (mapping.entries().size() > 1) {
      boolean indentation = entry.value().isNullScalar();
      reading.error(
          mapping.entries().get(1).key(),
          "An operation has one key, its word; this is a second one.",
          indentation
              ? "Indent the parameters further than '" + entry.key().text() + "'."
              : "Start each operation with its own '- '.");
      return null;
    }
    return entry;
  }

  private List<Operation> operation(Entry entry) {
    String word = entry.key().text();
    Body body = BODIES.get(word);
    if (body == null) {
      unknown(entry.key());
      return List.of();
    }
    if (word.equals(EXECUTE) && entry.value() instanceof Scalar) {
      return new ExecuteReader(binding, reading, this).text(entry.value());
    }
    Fields fields = Fields.of(reading, entry.value(), word);
    return fields == null ? List.of() : narrowed(body, fields, entry.value(), word);
  }

  private List<Operation> narrowed(Body body, Fields fields, YamlNode node, String word) {
    int before = reading.errors();
    List<String> dialects = dialects(fields, "dialects");
    List<String> exceptDialects = dialects(fields, "except_dialects");
    if (dialects != null && exceptDialects != null) {
      reading.error(
          node,
          word + " has 'dialects' and 'except_dialects'.",
          "Keep 'dialects', and list in it what is meant.");
    }
    if (reading.errors() == before && !reading.narrowing().admits(dialects, exceptDialects)) {
      // Mistakes in it are found now, not on the day when somebody asks for that dialect.
      Reading other = reading.lenient();
      Fields otherFields = Fields.of(other, node, word);
      if (otherFields != null) {
        otherFields.node("dialects");
        otherFields.node("except_dialects");
        body.read(new OperationReader(binding, other), otherFields);
      }
      reading.addErrorsOf(other);
      return List.of();
    }
    return body.read(this, fields);
  }

  private @Nullable List<String> dialects(Fields fields, String key) {
    List<Scalar> written = fields.texts(key);
    if (written == null) {
      return null;
    }
    List<String> dialects = new ArrayList<>(written.size());
    for (Scalar scalar : written) {
      String dialect = scalar.text();
      if (!Narrowing.DIALECTS.contains(dialect)) {
        String closest = Suggestions.closest(dialect, Narrowing.DIALECTS);
        reading.error(
            scalar,
            "'" + dialect + "' is not a dialect.",
            closest == null
                ? "The dialects are " + String.join(", ", Narrowing.DIALECTS) + "."
                : "Did you mean " + closest + "?");
      }
      dialects.add(dialect);
    }
    if (dialects.isEmpty()) {
      reading.error(
          fields.source(), "'" + key + "' is an empty list.", "Name at least one dialect.");
    }
    return dialects;
  }

  private void unknown(Scalar key) {
    String word = key.text();
    String other = OTHER_WORDS.get(camelToSnake(word));
    String closest = Suggestions.closest(camelToSnake(word), BODIES.keySet());
    reading.error(
        key,
        "There is no operation '" + word + "'.",
        other != null
            ? "It is " + other + " here."
            : closest != null
                ? "Did you mean " + closest + "?"
                : "The operations are " + String.join(", ", BODIES.keySet()) + ".");
  }

  private static String camelToSnake(String word) {
    StringBuilder out = new StringBuilder(word.length() + 4);
    word.chars()
        .forEach(
            c -> {
              if (c >= 'A' && c <= 'Z') {
                out.append('_').append((char) (c + ('a' - 'A')));
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }

  private static Map<String, Body> bodies() {
    Map<String, Body> bodies = new LinkedHashMap<>();
    bodies.put("create_table", OperationReader::createTable);
    bodies.put("drop_table", OperationReader::dropTable);
    bodies.put("rename_table", OperationReader::renameTable);
    bodies.put("add_column", OperationReader::addColumn);
    bodies.put("drop_column", OperationReader::dropColumn);
    bodies.put("alter_column", OperationReader::alterColumn);
    bodies.put("create_index", OperationReader::createIndex);
    bodies.put("drop_index", OperationReader::dropIndex);
    bodies.put("create_primary_key", OperationReader::createPrimaryKey);
    bodies.put("create_unique_constraint", OperationReader::createUniqueConstraint);
    bodies.put("create_foreign_key", OperationReader::createForeignKey);
    bodies.put("create_check_constraint", OperationReader::createCheckConstraint);
    bodies.put("drop_constraint", OperationReader::dropConstraint);
    bodies.put("create_table_comment", OperationReader::createTableComment);
    bodies.put("drop_table_comment", OperationReader::dropTableComment);
    bodies.put("bulk_insert", OperationReader::bulkInsert);
    bodies.put(EXECUTE, OperationReader::execute);
    return bodies;
  }

  private List<Operation> createTable(Fields fields) {
    Table table = TableReader.read(fields, names);
    return table == null ? List.of() : List.of(new CreateTable(table));
  }

  private List<Operation> dropTable(Fields fields) {
    TableName table = fields.table("name");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    return table == null ? List.of() : List.of(new DropTable(table, ifExists));
  }

  private List<Operation> renameTable(Fields fields) {
    TableName table = fields.table("name");
    String newName = fields.requiredName("new_name");
    fields.finish();
    return table == null || newName == null ? List.of() : List.of(new RenameTable(table, newName));
  }

  private List<Operation> addColumn(Fields fields) {
    TableName table = fields.table("table");
    YamlNode node = fields.required("column");
    ColumnReader.Draft draft = node == null ? null : ColumnReader.read(reading, node);
    fields.finish();
    if (table == null || draft == null) {
      return List.of();
    }
    List<Operation> operations = new ArrayList<>();
    if (draft.primaryKey()) {
      List<String> columns = List.of(draft.column().name());
      operations.add(new AddColumn(table, draft.inPrimaryKey(reading)));
      operations.add(
          new CreatePrimaryKey(table, new PrimaryKey(names.primaryKey(table, columns), columns)));
    } else {
      operations.add(new AddColumn(table, draft.column()));
    }
    UniqueConstraint unique = TableReader.unique(table, draft, names);
    if (unique != null) {
      operations.add(new CreateUniqueConstraint(table, unique));
    }
    Index index = TableReader.index(table, draft, names);
    if (index != null) {
      operations.add(new CreateIndex(table, index));
    }
    ForeignKey foreignKey = TableReader.foreignKey(reading, table, draft, names);
    if (foreignKey != null) {
      operations.add(new CreateForeignKey(table, foreignKey));
    }
    return operations;
  }

  private List<Operation> dropColumn(Fields fields) {
    TableName table = fields.table("table");
    String column = fields.requiredName("column");
    fields.finish();
    return table == null || column == null ? List.of() : List.of(new DropColumn(table, column));
  }

  private List<Operation> alterColumn(Fields fields) {
    int before = reading.errors();
    TableName table = fields.table("table");
    String column = fields.requiredName("column");
    String newName = fields.name("new_name");
    YamlNode typeNode = fields.node("type");
    DataType type = typeNode == null ? null : TypeReader.read(reading, typeNode);
    Boolean nullable = fields.flag("nullable");
    YamlNode defaultNode = fields.node("default");
    Change<DefaultValue> defaultValue =
        defaultNode == null
            ? Change.none()
            : Change.toNullable(ColumnReader.defaultOf(reading, defaultNode, type));
    Change<String> comment = comment(fields);
    fields.finish();
    if (table == null || column == null || reading.errors() != before) {
      return List.of();
    }
    AlterColumn operation =
        reading.build(
            fields.source(),
            () -> new AlterColumn(table, column, newName, type, nullable, defaultValue, comment));
    return operation == null ? List.of() : List.of(operation);
  }

  private Change<String> comment(Fields fields) {
    YamlNode node = fields.node("comment");
    if (node == null) {
      return Change.none();
    }
    return node.isNullScalar() ? Change.drop() : Change.toNullable(fields.textByDialect("comment"));
  }

  private List<Operation> createIndex(Fields fields) {
    TableName table = fields.table("table");
    Index index = IndexReader.read(fields, table == null ? TableName.of("table") : table, names);
    return table == null || index == null ? List.of() : List.of(new CreateIndex(table, index));
  }

  private List<Operation> dropIndex(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    fields.finish();
    return table == null || name == null ? List.of() : List.of(new DropIndex(table, name));
  }

  private List<Operation> createPrimaryKey(Fields fields) {
    TableName table = fields.table("table");
    PrimaryKey key =
        TableReader.primaryKey(fields, table == null ? TableName.of("table") : table, names);
    return table == null || key == null ? List.of() : List.of(new CreatePrimaryKey(table, key));
  }

  private List<Operation> createUniqueConstraint(Fields fields) {
    TableName table = fields.table("table");
    UniqueConstraint constraint =
        TableReader.unique(fields, table == null ? TableName.of("table") : table, names);
    return table == null || constraint == null
        ? List.of()
        : List.of(new CreateUniqueConstraint(table, constraint));
  }

  private List<Operation> createForeignKey(Fields fields) {
    TableName table = fields.table("table");
    ForeignKey key =
        ReferenceReader.foreignKey(fields, table == null ? TableName.of("table") : table, names);
    return table == null || key == null ? List.of() : List.of(new CreateForeignKey(table, key));
  }

  private List<Operation> createCheckConstraint(Fields fields) {
    TableName table = fields.table("table");
    Check check = TableReader.check(fields);
    return table == null || check == null
        ? List.of()
        : List.of(new CreateCheckConstraint(table, check));
  }

  private List<Operation> dropConstraint(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    fields.finish();
    return table == null || name == null ? List.of() : List.of(new DropConstraint(table, name));
  }

  private List<Operation> createTableComment(Fields fields) {
    TableName table = fields.table("table");
    fields.required("comment");
    String comment = fields.textByDialect("comment");
    fields.finish();
    return table == null || comment == null
        ? List.of()
        : List.of(new CreateTableComment(table, comment));
  }

  private List<Operation> dropTableComment(Fields fields) {
    TableName table = fields.table("table");
    fields.finish();
    return table == null ? List.of() : List.of(new DropTableComment(table));
  }

  private List<Operation> bulkInsert(Fields fields) {
    return RowReader.bulkInsert(fields);
  }

  private List<Operation> execute(Fields fields) {
    return new ExecuteReader(binding, reading, this).map(fields);
  }
}
