package io.schemachain.dialect.oracle;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeSyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of columns, from what ALL_TAB_COLS says of them. */
final class OracleCatalogTypes {
  private static final String NO_COLLATION = "USING_NLS_COMP";
  private static final String UUID_BYTES = "16";
  private static final Pattern TIMESTAMP =
      Pattern.compile("TIMESTAMP\\((\\d)\\)( WITH TIME ZONE)?");

  private final OracleDialect dialect;
  private final CatalogNames names;

  OracleCatalogTypes(OracleDialect dialect, CatalogNames names) {
    this.dialect = dialect;
    this.names = names;
  }

  /** The type of a column; null where no text can say it. */
  @Nullable DataType of(CatalogRow row) {
    String owner = row.find("data_type_owner");
    if (owner != null) {
      return ofOwner(owner, row);
    }
    DataType type = plain(row);
    String collation = row.find("collation");
    return collation == null || collation.equals(NO_COLLATION)
        ? type
        : new DataType.Native(dialect.typeOf(type) + " COLLATE " + collation);
  }

  private @Nullable DataType ofOwner(String owner, CatalogRow row) {
    String name = row.text("data_type");
    if (name.equals("XMLTYPE")) {
      return new DataType.Native(name);
    }
    TableName type = names.of(owner, name).orElse(null);
    return type == null
        ? null
        : new DataType.Native(
            ("REF".equals(row.find("data_type_mod")) ? "REF " : "")
                + dialect.identifiers().quote(type));
  }

  private DataType plain(CatalogRow row) {
    String type = row.text("data_type");
    return switch (type) {
      case "NUMBER" -> number(row);
      case "VARCHAR2" -> characters("string", row);
      case "CHAR" -> characters("char", row);
      case "NCHAR", "NVARCHAR2" -> new DataType.Native(type + "(" + row.text("char_length") + ")");
      case "RAW" -> raw(row.text("data_length"));
      case "UROWID" -> new DataType.Native("UROWID(" + row.text("data_length") + ")");
      case "FLOAT" -> new DataType.Native("FLOAT(" + row.text("data_precision") + ")");
      case "CLOB" -> portable("text", type);
      case "BLOB" -> portable("blob", type);
      case "BINARY_FLOAT" -> portable("real", type);
      case "BINARY_DOUBLE" -> portable("double", type);
      case "JSON", "BOOLEAN" -> portable(type.toLowerCase(Locale.ROOT), type);
      default -> timestamp(type);
    };
  }

  private DataType number(CatalogRow row) {
    String precision = row.find("data_precision");
    String scale = row.find("data_scale");
    if (precision == null) {
      return new DataType.Native(scale == null ? "NUMBER" : "NUMBER(*, " + scale + ")");
    }
    String digits = scale == null ? "0" : scale;
    DataType numeric =
        portable(
            "numeric(" + precision + "," + digits + ")",
            "NUMBER(" + precision + ", " + digits + ")");
    if (!digits.equals("0")) {
      return numeric;
    }
    return switch (precision) {
      case "5" -> DataTypes.parse("smallint");
      case "10" -> DataTypes.parse("integer");
      case "19" -> DataTypes.parse("bigint");
      default -> numeric;
    };
  }

  /** A length in bytes is another type than the same in characters. */
  private DataType characters(String word, CatalogRow row) {
    String type = row.text("data_type");
    return "C".equals(row.find("char_used"))
        ? portable(
            word + "(" + row.text("char_length") + ")",
            type + "(" + row.text("char_length") + " CHAR)")
        : new DataType.Native(type + "(" + row.text("data_length") + " BYTE)");
  }

  private DataType raw(String length) {
    return length.equals(UUID_BYTES)
        ? DataTypes.parse("uuid")
        : portable("varbinary(" + length + ")", "RAW(" + length + ")");
  }

  private DataType timestamp(String type) {
    Matcher matcher = TIMESTAMP.matcher(type);
    if (!matcher.matches()) {
      return new DataType.Native(type);
    }
    String word = matcher.group(2) == null ? "timestamp" : "timestamptz";
    return portable(word + "(" + matcher.group(1) + ")", type);
  }

  /** A portable type that is written as the catalog has it, else a native one. */
  private DataType portable(String word, String otherwise) {
    DataType asItIs = new DataType.Native(otherwise);
    try {
      DataType type = DataTypes.parse(word);
      return dialect.typeOf(type).equals(otherwise) ? type : asItIs;
    } catch (TypeSyntaxException | UnsupportedFeatureException e) {
      return asItIs; // More digits or characters than documents, or Oracle by itself, take.
    }
  }
}
