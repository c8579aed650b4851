package io.schemachain.format;

import io.schemachain.format.OptionCatalogue.Place;
import io.schemachain.model.Check;
import io.schemachain.model.Deferral;
import io.schemachain.model.Exclusion;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.DropConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads constraints, of operations or of a table's lists; foreign keys: {@link ReferenceReader}.
 */
final class ConstraintReader {
  /** The words for what {@code kind} says. */
  static final Map<String, ObjectKind> KINDS = kinds();

  private ConstraintReader() {}

  private static Map<String, ObjectKind> kinds() {
    Map<String, ObjectKind> kinds = new LinkedHashMap<>();
    kinds.put("primary_key", ObjectKind.PRIMARY_KEY);
    kinds.put("unique", ObjectKind.UNIQUE);
    kinds.put("foreign_key", ObjectKind.FOREIGN_KEY);
    kinds.put("check", ObjectKind.CHECK);
    kinds.put("exclude", ObjectKind.EXCLUSION);
    return kinds;
  }

  /** Of {@code {name, columns}}. */
  static @Nullable PrimaryKey primaryKey(Fields fields, TableName table, GeneratedNames names) {
    String name = fields.name("name");
    List<String> columns = fields.requiredNames("columns");
    Deferral deferral = deferral(fields);
    Options options = OptionReader.read(fields, Place.KEY);
    fields.finish();
    return columns == null
        ? null
        : fields
            .reading()
            .build(
                fields.source(),
                () ->
                    new PrimaryKey(
                        name != null ? name : names.primaryKey(table, columns),
                        columns,
                        deferral,
                        options));
  }

  static @Nullable UniqueConstraint unique(Fields fields, TableName table, GeneratedNames names) {
    String name = fields.name("name");
    List<String> columns = fields.requiredNames("columns");
    Deferral deferral = deferral(fields);
    boolean nullsNotDistinct = fields.flag("nulls_not_distinct", false);
    Options options = OptionReader.read(fields, Place.KEY);
    fields.finish();
    return columns == null
        ? null
        : fields
            .reading()
            .build(
                fields.source(),
                () ->
                    new UniqueConstraint(
                        name != null ? name : names.unique(table, columns),
                        columns,
                        deferral,
                        nullsNotDistinct,
                        options));
  }

  static @Nullable Check check(Fields fields) {
    String name = fields.requiredName("name");
    String sql = fields.requiredSql("sql");
    boolean notValid = fields.flag("not_valid", false);
    fields.finish();
    return name == null || sql == null
        ? null
        : fields.reading().build(fields.source(), () -> new Check(name, sql, !notValid));
  }

  static @Nullable Exclusion exclusion(Fields fields) {
    Reading reading = fields.reading();
    int before = reading.errors();
    String name = fields.requiredName("name");
    List<YamlNode> items = fields.requiredList("elements");
    List<Exclusion.Element> elements = new ArrayList<>();
    for (YamlNode item : items == null ? List.<YamlNode>of() : items) {
      Exclusion.Element element = element(reading, item);
      if (element != null) {
        elements.add(element);
      }
    }
    String using = IndexReader.using(fields);
    String where = IndexReader.where(fields, "the exclude constraint");
    Deferral deferral = deferral(fields);
    fields.finish();
    return name == null || reading.errors() != before
        ? null
        : reading.build(
            fields.source(), () -> new Exclusion(name, using, elements, where, deferral));
  }

  private static Exclusion.@Nullable Element element(Reading reading, YamlNode item) {
    Fields fields = Fields.of(reading, item, "an element of an exclude constraint");
    if (fields == null) {
      return null;
    }
    int before = reading.errors();
    String operator = fields.requiredText("operator");
    IndexPart part = IndexReader.part(fields, false);
    return operator == null || part == null || reading.errors() != before
        ? null
        : reading.build(item, () -> new Exclusion.Element(part, operator.strip()));
  }

  /** What {@code deferrable} and {@code initially} say; NONE where they are absent or wrong. */
  static Deferral deferral(Fields fields) {
    Boolean deferrable = fields.flag("deferrable");
    String initially = fields.oneOf("initially", List.of("immediate", "deferred"));
    if (initially != null && !Boolean.TRUE.equals(deferrable)) {
      fields
          .reading()
          .error(
              fields.source(),
              "'initially' is for a constraint that is deferrable.",
              "Add `deferrable: true`, or remove `initially`.");
      return Deferral.NONE;
    }
    if (!Boolean.TRUE.equals(deferrable)) {
      return Deferral.NONE;
    }
    return "deferred".equals(initially)
        ? Deferral.INITIALLY_DEFERRED
        : Deferral.INITIALLY_IMMEDIATE;
  }

  static @Nullable DropConstraint drop(Fields fields) {
    Reading reading = fields.reading();
    int before = reading.errors();
    TableName table = fields.table("table");
    String name = fields.name("name");
    ObjectKind kind = kind(fields);
    List<String> columns = fields.names("columns");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    if (table == null || reading.errors() != before) {
      return null;
    }
    if (name == null && kind == null) {
      reading.error(
          fields.source(),
          "drop_constraint needs 'name', or 'kind' and 'columns'.",
          "Write the name, or what the constraint is: kind: foreign_key, columns: [user_id].");
      return null;
    }
    return reading.build(
        fields.source(),
        () ->
            new DropConstraint(table, name, kind, columns == null ? List.of() : columns, ifExists));
  }

  static @Nullable ObjectKind kind(Fields fields) {
    String word = fields.oneOf("kind", List.copyOf(KINDS.keySet()));
    return word == null ? null : KINDS.get(word);
  }

  static String word(ObjectKind kind) {
    for (Map.Entry<String, ObjectKind> entry : KINDS.entrySet()) {
      if (entry.getValue() == kind) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("No kind of constraint: " + kind);
  }
}
