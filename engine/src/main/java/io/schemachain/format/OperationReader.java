package io.schemachain.format;

import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.operation.Operation;
import io.schemachain.revision.Remarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads operations: a list of maps with one key each, the word of the operation. */
final class OperationReader {
  /** Words of operations in other tools. */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("sql", "execute"),
          Map.entry("insert", "bulk_insert"),
          Map.entry("load_data", "bulk_insert with file"),
          Map.entry("load_update_data", "upsert with file"),
          Map.entry("merge", "upsert"),
          Map.entry("update_rows", "update"),
          Map.entry("delete_rows", "delete"),
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
          Map.entry("replace_view", "create_view with replace: true"),
          Map.entry("replace_function", "create_function with replace: true"),
          Map.entry("replace_procedure", "create_procedure with replace: true"),
          Map.entry("replace_trigger", "create_trigger with replace: true"),
          Map.entry("create_sp", "create_procedure"),
          Map.entry("replace_sp", "create_procedure with replace: true"),
          Map.entry("drop_sp", "drop_procedure"),
          Map.entry("refresh_materialized_view", "execute with the statement of the database"),
          Map.entry("create_enum", "create_type"),
          Map.entry("drop_enum", "drop_type"),
          Map.entry("add_enum_value", "add_value"),
          Map.entry("add_table", "create_table"),
          Map.entry("add_check_constraint", "create_check_constraint"),
          Map.entry("modify_column", "alter_column"),
          Map.entry("change_column", "alter_column"),
          Map.entry("remove_column", "drop_column"),
          Map.entry("set_table_remarks", "create_table_comment"));

  private final Binding binding;
  private final Reading reading;
  private final ParameterReader parameters;
  private final Map<SourceLocation, Remarks> remarks = new HashMap<>();

  OperationReader(Binding binding, Reading reading) {
    this.binding = binding;
    this.reading = reading;
    this.parameters = new ParameterReader(binding, reading, this);
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

  /** What the operations that were read say beside what they do. */
  Map<SourceLocation, Remarks> remarks() {
    return remarks;
  }

  private @Nullable Entry entryOf(YamlNode item) {
    if (item instanceof Scalar scalar && ParameterReader.WORDS.contains(scalar.text())) {
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
    if (!ParameterReader.WORDS.contains(word)) {
      unknown(entry.key());
      return List.of();
    }
    if (word.equals(ParameterReader.EXECUTE) && entry.value() instanceof Scalar) {
      return new ExecuteReader(binding, reading, this).text(entry.value());
    }
    Fields fields = Fields.of(reading, entry.value(), word);
    if (fields == null) {
      return List.of();
    }
    Remarks said = new RemarksReader(reading).of(fields);
    if (!said.isEmpty()) {
      remarks.put(entry.key().location(), said);
    }
    return parameters(fields, word);
  }

  /** What the parameters say of an operation, unless it is for other dialects. */
  List<Operation> parameters(Fields fields, String word) {
    int before = reading.errors();
    List<String> dialects = dialects(fields, "dialects");
    List<String> exceptDialects = dialects(fields, "except_dialects");
    if (dialects != null && exceptDialects != null) {
      reading.error(
          fields.source(),
          Fields.capital(fields.what()) + " has 'dialects' and 'except_dialects'.",
          "Keep 'dialects', and list in it what is meant.");
    }
    if (reading.errors() == before && !reading.narrowing().admits(dialects, exceptDialects)) {
      // Mistakes in it are found now, not on the day when somebody asks for that dialect.
      Reading other = reading.lenient();
      new OperationReader(binding, other).parameters.read(word, fields.with(other));
      reading.addErrorsOf(other);
      return List.of();
    }
    return parameters.read(word, fields);
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
        reading.error(scalar, "'" + dialect + "' is not a dialect.", DialectWords.hint(dialect));
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
    String closest = Suggestions.closest(camelToSnake(word), ParameterReader.WORDS);
    reading.error(
        key,
        "There is no operation '" + word + "'.",
        other != null
            ? "It is " + other + " here."
            : closest != null
                ? "Did you mean " + closest + "?"
                : "The operations are " + String.join(", ", ParameterReader.WORDS) + ".");
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
}
