package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.TypeSyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of columns, from what sys.columns and sys.types say of them. */
final class SqlserverCatalogTypes {
  private static final int UNLIMITED = -1;

  private final SqlserverDialect dialect;
  private final CatalogNames names;

  SqlserverCatalogTypes(SqlserverDialect dialect, CatalogNames names) {
    this.dialect = dialect;
    this.names = names;
  }

  /** The type of a column; null where no text can say it. */
  @Nullable DataType of(CatalogRow row) {
    String name = row.text("type_name");
    if (row.flag("is_user_defined")) {
      return names
          .of(row.text("type_schema"), name)
          .<DataType>map(type -> new DataType.Native(dialect.identifiers().quote(type)))
          .orElse(null);
    }
    String type = name.toUpperCase(Locale.ROOT);
    int bytes = row.number("max_length");
    String scale = row.text("scale");
    return switch (type) {
      case "INT" -> DataTypes.parse("integer");
      case "SMALLINT", "BIGINT", "REAL", "DATE" -> DataTypes.parse(name.toLowerCase(Locale.ROOT));
      case "FLOAT" -> DataTypes.parse("double");
      case "BIT" -> DataTypes.parse("boolean");
      case "UNIQUEIDENTIFIER" -> DataTypes.parse("uuid");
      case "DECIMAL" ->
          portable(
              "numeric(" + row.text("precision") + "," + scale + ")",
              type + "(" + row.text("precision") + ", " + scale + ")");
      case "NUMERIC" ->
          new DataType.Native(type + "(" + row.text("precision") + ", " + scale + ")");
      case "NCHAR" -> sized("char", type, bytes / 2);
      case "NVARCHAR" ->
          bytes == UNLIMITED ? DataTypes.parse("text") : sized("string", type, bytes / 2);
      case "BINARY" -> sized("binary", type, bytes);
      case "VARBINARY" ->
          bytes == UNLIMITED ? DataTypes.parse("blob") : sized("varbinary", type, bytes);
      case "CHAR", "VARCHAR" ->
          new DataType.Native(type + (bytes == UNLIMITED ? "(MAX)" : "(" + bytes + ")"));
      case "TIME" -> portable("time(" + scale + ")", type + "(" + scale + ")");
      case "DATETIME2" -> portable("timestamp(" + scale + ")", type + "(" + scale + ")");
      case "DATETIMEOFFSET" -> portable("timestamptz(" + scale + ")", type + "(" + scale + ")");
      case "TIMESTAMP" -> new DataType.Native("ROWVERSION");
      default -> new DataType.Native(type);
    };
  }

  private DataType sized(String word, String type, int length) {
    return portable(word + "(" + length + ")", type + "(" + length + ")");
  }

  /** A portable type that is written as the catalog has it, else a native one. */
  private DataType portable(String word, String otherwise) {
    DataType asItIs = new DataType.Native(otherwise);
    try {
      DataType type = DataTypes.parse(word);
      return dialect.typeOf(type).equals(otherwise) ? type : asItIs;
    } catch (TypeSyntaxException | UnsupportedFeatureException e) {
      return asItIs; // More digits than documents take.
    }
  }
}
