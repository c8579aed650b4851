package io.schemachain.format;

import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.TableName;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a foreign key refers to: a table name, or a map. {@code on_delete} and {@code
 * on_update} stand in that map or, for a foreign key of its own, beside it.
 */
final class ReferenceReader {
  private static final List<String> ACTIONS =
      Arrays.stream(ReferentialAction.values()).map(ReferentialAction::word).toList();

  /**
   * Where rows point to.
   *
   * @param columns none means the primary key there
   */
  record Reference(
      YamlNode node,
      @Nullable String name,
      TableName table,
      List<String> columns,
      @Nullable ReferentialAction onDelete,
      @Nullable ReferentialAction onUpdate,
      Checking checking) {}

  /** How a foreign key is checked. */
  record Checking(Deferral deferral, boolean matchFull, boolean validated) {
    static final Checking DEFAULT = new Checking(Deferral.NONE, false, true);

    static Checking read(Fields fields) {
      return new Checking(
          ConstraintReader.deferral(fields),
          "full".equals(fields.oneOf("match", List.of("simple", "full"))),
          !fields.flag("not_valid", false));
    }
  }

  private ReferenceReader() {}

  /** Of a column, which may name its foreign key and say how it is checked. */
  static @Nullable Reference ofColumn(Reading reading, YamlNode node) {
    return read(reading, node, true);
  }

  private static @Nullable Reference read(Reading reading, YamlNode node, boolean named) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      String table = reading.resolve(scalar);
      return reading.build(
          node,
          () ->
              new Reference(
                  node, null, TableName.of(table), List.of(), null, null, Checking.DEFAULT));
    }
    Fields fields = Fields.of(reading, node, "a reference");
    if (fields == null) {
      return null;
    }
    int before = reading.errors();
    String name = named ? fields.name("name") : null;
    TableName table = fields.table("table");
    List<String> columns = fields.names("columns");
    ReferentialAction onDelete = action(fields, "on_delete");
    ReferentialAction onUpdate = action(fields, "on_update");
    Checking checking = named ? Checking.read(fields) : Checking.DEFAULT;
    fields.finish();
    if (table == null || reading.errors() != before) {
      return null;
    }
    return new Reference(
        node, name, table, columns == null ? List.of() : columns, onDelete, onUpdate, checking);
  }

  /** The foreign key of an operation or of a table's list; null after an error. */
  static @Nullable ForeignKey foreignKey(Fields fields, TableName table, GeneratedNames names) {
    Reading reading = fields.reading();
    int before = reading.errors();
    String name = fields.name("name");
    List<String> columns = fields.requiredNames("columns");
    YamlNode references = fields.required("references");
    Reference reference = references == null ? null : read(reading, references, false);
    ReferentialAction onDelete = action(fields, "on_delete");
    ReferentialAction onUpdate = action(fields, "on_update");
    Checking checking = Checking.read(fields);
    fields.finish();
    if (columns == null || reference == null || reading.errors() != before) {
      return null;
    }
    if ((onDelete != null && reference.onDelete() != null)
        || (onUpdate != null && reference.onUpdate() != null)) {
      reading.error(
          reference.node(),
          "The action stands in 'references' and beside it.",
          "Leave it in one of the two places.");
      return null;
    }
    Reference whole =
        new Reference(
            reference.node(),
            name,
            reference.table(),
            reference.columns(),
            onDelete != null ? onDelete : reference.onDelete(),
            onUpdate != null ? onUpdate : reference.onUpdate(),
            checking);
    return foreignKey(reading, table, columns, whole, names);
  }

  static @Nullable ForeignKey foreignKey(
      Reading reading,
      TableName table,
      List<String> columns,
      Reference reference,
      GeneratedNames names) {
    String name =
        reference.name() != null
            ? reference.name()
            : names.foreignKey(table, columns, reference.table());
    return reading.build(
        reference.node(),
        () ->
            new ForeignKey(
                name,
                columns,
                reference.table(),
                reference.columns(),
                notDefault(reference.onDelete()),
                notDefault(reference.onUpdate()),
                reference.checking().deferral(),
                reference.checking().matchFull(),
                reference.checking().validated()));
  }

  /** Written out or not, NO ACTION is the same; the model has one form of it. */
  private static @Nullable ReferentialAction notDefault(@Nullable ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? null : action;
  }

  private static @Nullable ReferentialAction action(Fields fields, String key) {
    YamlNode node = fields.node(key);
    if (node == null) {
      return null;
    }
    for (ReferentialAction action : ReferentialAction.values()) {
      if (node instanceof Scalar scalar && scalar.text().equals(action.word())) {
        return action;
      }
    }
    String closest =
        node instanceof Scalar scalar
            ? Suggestions.closest(scalar.text().replace(' ', '_'), ACTIONS)
            : null;
    fields
        .reading()
        .error(
            node,
            node instanceof Scalar scalar && !scalar.isNull()
                ? "There is no action '" + scalar.text() + "' for '" + key + "'."
                : "'" + key + "' is one of " + String.join(", ", ACTIONS) + ".",
            closest == null
                ? "Write " + String.join(", ", ACTIONS) + "."
                : "Did you mean " + closest + "?");
    return null;
  }
}
