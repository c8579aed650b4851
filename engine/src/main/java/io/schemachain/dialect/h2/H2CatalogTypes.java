package io.schemachain.dialect.h2;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.TypeSyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of columns, from what the catalog says of them in many columns. */
final class H2CatalogTypes {
  /** What H2 has where no length is given, of strings and of large objects, as of 2.0 and later. */
  private static final Set<String> LONGEST =
      Set.of("1048576", "1000000000", "2147483647", "9223372036854775807");

  private static final String LARGEST_ARRAY = "65536";

  private final H2Dialect dialect;
  private final H2CatalogNames names;
  private final Map<List<String>, List<CatalogRow>> elements;
  private final Map<List<String>, List<CatalogRow>> enumValues;
  private final Set<String> enumNames = new HashSet<>();

  H2CatalogTypes(H2Dialect dialect, H2CatalogNames names, CatalogRows rows) {
    this.dialect = dialect;
    this.names = names;
    this.elements =
        rows.by(
            H2CatalogQueries.ELEMENTS, "table_schema", "table_name", "collection_type_identifier");
    this.enumValues =
        rows.by(H2CatalogQueries.ENUM_VALUES, "table_schema", "table_name", "enum_identifier");
  }

  /**
   * The type of a column; null where no text can say it.
   *
   * @param name a name for an enum, which has none
   */
  @Nullable DataType of(CatalogRow column, String name) {
    if (column.isNull("domain_name")) {
      return plain(column, name);
    }
    return names
        .of(column.text("domain_schema"), column.text("domain_name"))
        .<DataType>map(domain -> new DataType.Native(dialect.identifiers().quote(domain)))
        .orElse(null);
  }

  private @Nullable DataType plain(CatalogRow row, String name) {
    String type = row.text("data_type");
    return switch (type) {
      case "CHARACTER VARYING" -> sized("string", type, row);
      case "CHARACTER" -> sized("char", type, row);
      case "BINARY VARYING" -> sized("varbinary", type, row);
      case "BINARY" -> sized("binary", type, row);
      case "CHARACTER LARGE OBJECT" -> unlimited("text", type, row);
      case "BINARY LARGE OBJECT" -> unlimited("blob", type, row);
      case "JSON" -> unlimited("json", type, row);
      case "VARCHAR_IGNORECASE", "JAVA_OBJECT" -> new DataType.Native(type + length(row));
      case "SMALLINT", "INTEGER", "BIGINT", "BOOLEAN", "DATE", "UUID" ->
          DataTypes.parse(type.toLowerCase(Locale.ROOT));
      case "REAL", "DOUBLE PRECISION" -> approximate(type, row);
      case "NUMERIC" -> numeric(row);
      case "DECFLOAT" ->
          new DataType.Native(type + inParentheses(row.find("declared_numeric_precision")));
      case "TIME", "TIMESTAMP" -> time(type.toLowerCase(Locale.ROOT), type, "", row);
      case "TIMESTAMP WITH TIME ZONE" -> time("timestamptz", "TIMESTAMP", " WITH TIME ZONE", row);
      case "TIME WITH TIME ZONE" ->
          new DataType.Native(
              "TIME" + inParentheses(row.find("datetime_precision")) + " WITH TIME ZONE");
      case "INTERVAL" -> new DataType.Native(interval(row));
      case "GEOMETRY" -> new DataType.Native(geometry(row));
      case "ENUM" -> enumeration(row, name);
      case "ARRAY" -> array(row, name);
      case "ROW" -> null;
      default -> new DataType.Native(type);
    };
  }

  /** A portable type with a length that a document can say, else a native one. */
  private static DataType sized(String word, String type, CatalogRow row) {
    String length = row.text("character_maximum_length");
    if (LONGEST.contains(length)) {
      return new DataType.Native(type);
    }
    return portable(word + "(" + length + ")", type + "(" + length + ")");
  }

  private static DataType portable(String word, String otherwise) {
    try {
      return DataTypes.parse(word);
    } catch (TypeSyntaxException e) {
      return new DataType.Native(otherwise); // Longer than documents take.
    }
  }

  private static DataType unlimited(String word, String type, CatalogRow row) {
    String length = length(row);
    return length.isEmpty() ? DataTypes.parse(word) : new DataType.Native(type + length);
  }

  private static String length(CatalogRow row) {
    String length = row.text("character_maximum_length");
    return LONGEST.contains(length) ? "" : "(" + length + ")";
  }

  private static DataType approximate(String type, CatalogRow row) {
    String precision = row.find("declared_numeric_precision");
    if (precision != null) {
      return new DataType.Native("FLOAT(" + precision + ")");
    }
    return DataTypes.parse(type.equals("REAL") ? "real" : "double");
  }

  private static DataType numeric(CatalogRow row) {
    String precision = row.find("declared_numeric_precision");
    if (precision == null) {
      return new DataType.Native("NUMERIC");
    }
    String scale = row.isNull("declared_numeric_scale") ? "0" : row.text("declared_numeric_scale");
    return portable(
        "numeric(" + precision + "," + scale + ")", "NUMERIC(" + precision + ", " + scale + ")");
  }

  private static DataType time(String word, String type, String zone, CatalogRow row) {
    String digits = inParentheses(row.text("datetime_precision"));
    return portable(word + digits, type + digits + zone);
  }

  private static String interval(CatalogRow row) {
    String leading = inParentheses(row.find("interval_precision"));
    String type = row.text("interval_type");
    boolean seconds = type.endsWith("SECOND");
    String digits = row.text("datetime_precision");
    if (type.equals("SECOND")) {
      String both = leading.replace(")", ", " + digits + ")");
      return "INTERVAL SECOND" + both;
    }
    String first = type.replaceFirst("^(\\w+)", "$1" + leading);
    return "INTERVAL " + first + (seconds ? inParentheses(digits) : "");
  }

  private static String geometry(CatalogRow row) {
    String type = row.find("geometry_type");
    String system = row.find("geometry_srid");
    return type == null
        ? "GEOMETRY"
        : "GEOMETRY(" + type + (system == null ? "" : ", " + system) + ")";
  }

  private static String inParentheses(@Nullable String number) {
    return number == null ? "" : "(" + number + ")";
  }

  private @Nullable DataType enumeration(CatalogRow row, String name) {
    List<String> values =
        enumValues.getOrDefault(key(row), List.of()).stream()
            .map(value -> value.text("value_name"))
            .toList();
    String free = name;
    for (int number = 2; !enumNames.add(free); number++) {
      free = name + "_" + number;
    }
    return values.isEmpty() ? null : new DataType.Enumeration(free, values);
  }

  private @Nullable DataType array(CatalogRow row, String name) {
    List<CatalogRow> element = elements.getOrDefault(key(row), List.of());
    DataType type = element.isEmpty() ? null : plain(element.get(0), name);
    if (type == null) {
      return null;
    }
    String most = row.find("maximum_cardinality");
    return most == null || most.equals(LARGEST_ARRAY)
        ? new DataType.Array(type)
        : new DataType.Native(written(type) + " ARRAY[" + most + "]");
  }

  private String written(DataType type) {
    return dialect.typeOf(type);
  }

  private static List<String> key(CatalogRow row) {
    return List.of(row.text("table_schema"), row.text("table_name"), row.text("dtd_identifier"));
  }
}
