package io.schemachain.format;

import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.TypeSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the type of a column: a word, or a map for an enum, an array or a type of one database. */
final class TypeReader {
  private static final String FORMS =
      "Write a type such as string(20), or {enum: …}, {array: …} or {native: …}.";

  private TypeReader() {}

  /** The type; null when it is not one, which is then reported. */
  static @Nullable DataType read(Reading reading, YamlNode written) {
    YamlNode node = reading.narrow(written, false);
    return node == null ? null : narrowed(reading, node);
  }

  private static @Nullable DataType narrowed(Reading reading, YamlNode node) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return portable(reading, scalar);
    }
    if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
      reading.error(node, "This is not a type.", FORMS);
      return null;
    }
    Fields fields = new Fields(reading, mapping, "a type");
    YamlNode enumeration = fields.node("enum");
    YamlNode array = fields.node("array");
    String text = fields.textByDialect("native");
    fields.finish();
    if (enumeration != null) {
      return enumeration(reading, enumeration);
    }
    if (array != null) {
      DataType element = read(reading, array);
      return element == null ? null : new DataType.Array(element);
    }
    return text == null ? null : reading.build(node, () -> new DataType.Native(text));
  }

  /** Variables stay out of portable types: the checksum is of types, and has to know which. */
  private static @Nullable DataType portable(Reading reading, Scalar scalar) {
    if (scalar.plain() && scalar.text().startsWith("numeric(") && !scalar.text().endsWith(")")) {
      reading.error(
          scalar,
          "The type is cut off at its comma.",
          "Within braces a comma ends a text; quote it: 'numeric(10,2)'.");
      return null;
    }
    try {
      return DataTypes.parse(scalar.text());
    } catch (TypeSyntaxException e) {
      reading.error(scalar, String.valueOf(e.getMessage()), e.hint());
      return null;
    }
  }

  /** Without values it is a type that create_type made. */
  private static @Nullable DataType enumeration(Reading reading, YamlNode node) {
    Fields fields = Fields.of(reading, node, "an enum", DataTypes.HOW_TO_WRITE_AN_ENUM);
    if (fields == null) {
      return null;
    }
    int before = reading.errors();
    String name = fields.requiredName("name");
    List<String> values = fields.has("values") ? values(fields) : List.of();
    fields.finish();
    return name == null || reading.errors() != before
        ? null
        : reading.build(node, () -> new DataType.Enumeration(name, values));
  }

  /** The values of an enum type, at least one; empty after an error. */
  static List<String> values(Fields fields) {
    Reading reading = fields.reading();
    YamlNode node = fields.required("values");
    List<Scalar> scalars = node == null ? null : fields.texts("values");
    if (node == null || scalars == null) {
      return List.of();
    }
    if (scalars.isEmpty()) {
      reading.error(node, "An enum has at least one value.", null);
    }
    List<String> values = new ArrayList<>(scalars.size());
    for (Scalar scalar : scalars) {
      values.add(reading.resolve(scalar));
    }
    return values;
  }
}
