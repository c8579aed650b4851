package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.CatalogColumns;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that fails unless a column is the one of the model. It stands before ALTER COLUMN,
 * which restates type, collation and nullability, and would overwrite what else somebody gave the
 * column.
 */
final class SqlserverColumnCheck {
  private final Dialect dialect;
  private final SqlserverCatalog catalog;

  SqlserverColumnCheck(SqlserverDialect dialect) {
    this.dialect = dialect;
    this.catalog = dialect.catalog();
  }

  String statement(TableName table, Column column) {
    return "IF NOT EXISTS (SELECT 1 FROM sys.columns c WHERE c.object_id = "
        + catalog.tableId(table)
        + " AND c.name = "
        + string(column.name())
        + "\n    AND "
        + String.join("\n    AND ", conditions(column))
        + ")\n  "
        + catalog.fail(
            "The column " + column.name() + " of " + table + " is not as the revisions made it.");
  }

  /** A statement that fails unless a table has these columns. */
  SqlStatement statement(TableName table, List<Column> columns, boolean andNoOthers) {
    List<List<String>> conditions = new ArrayList<>();
    for (Column column : columns) {
      List<String> own = new ArrayList<>();
      own.add("c.name = " + string(column.name()));
      own.addAll(conditions(column));
      conditions.add(own);
    }
    String rows = "sys.columns c WHERE c.object_id = " + catalog.tableId(table);
    return SqlStatement.check(
        "IF NOT "
            + CatalogColumns.are(rows, conditions, andNoOthers)
            + "\n  "
            + catalog.fail(CatalogColumns.message(table, andNoOthers)));
  }

  private String string(String value) {
    return dialect.literals().string(value);
  }

  private List<String> conditions(Column column) {
    List<String> conditions = new ArrayList<>();
    String type = type(column.type());
    if (type != null) {
      conditions.add(type);
    }
    if (column.collation() != null) {
      conditions.add("c.collation_name = " + string(column.collation()));
    } else if (hasCollation(column.type())) {
      conditions.add(
          "c.collation_name = CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS NVARCHAR(128))");
    }
    conditions.add("c.is_nullable = " + (column.nullable() ? 1 : 0));
    conditions.add("c.is_identity = " + (column.identity() != null ? 1 : 0));
    conditions.add(defaultCondition(column));
    conditions.add(
        "c.is_computed = "
            + (column.computed() == null ? 0 : 1)
            + " AND c.is_sparse = 0 AND c.is_masked = 0 AND c.is_hidden = 0"
            + " AND c.is_rowguidcol = 0 AND c.rule_object_id = 0");
    return conditions;
  }

  /** The server keeps expressions in words of its own, so these are not compared. */
  private String defaultCondition(Column column) {
    DefaultValue value = column.defaultValue();
    if (value == null) {
      return "c.default_object_id = 0";
    }
    TypeKind kind = column.type().kind();
    if (value instanceof DefaultValue.Constant constant && kind != null) {
      String text = constant.text();
      if (kind.isInteger()) {
        return number(new BigDecimal(text));
      }
      if (kind == TypeKind.BOOLEAN) {
        return definition(text.equals("true") ? "((1))" : "((0))");
      }
      if (kind.isCharacter()) {
        return definition("(" + string(text) + ")");
      }
    }
    return "c.default_object_id <> 0";
  }

  /** One that is not an INT is shown with a point behind it. */
  private String number(BigDecimal value) {
    long number = value.longValueExact();
    return number == (int) number ? definition("((" + number + "))") : "c.default_object_id <> 0";
  }

  private String definition(String text) {
    return "OBJECT_DEFINITION(c.default_object_id) = " + string(text);
  }

  private static boolean hasCollation(DataType type) {
    TypeKind kind = type.kind();
    return type instanceof DataType.Enumeration
        || kind == TypeKind.JSON
        || (kind != null && kind.isCharacter());
  }

  /** A condition on how the catalog has a type; null where that is not known. */
  private static @Nullable String type(DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      return is("nvarchar", 2 * SqlserverRules.longest(enumeration));
    }
    if (!(type instanceof DataType.Scalar scalar)) {
      return null;
    }
    return switch (scalar.kind()) {
      case SMALLINT -> is("smallint");
      case INTEGER -> is("int");
      case BIGINT -> is("bigint");
      case NUMERIC ->
          is("decimal")
              + " AND c.precision = "
              + scalar.requireLength()
              + " AND c.scale = "
              + scalar.requireScale();
      case REAL -> is("real");
      case DOUBLE -> is("float") + " AND c.precision = 53";
      case BOOLEAN -> is("bit");
      case CHAR -> is("nchar", 2 * scalar.requireLength());
      case STRING -> is("nvarchar", 2 * scalar.requireLength());
      case TEXT, JSON -> is("nvarchar", -1);
      case DATE -> is("date");
      case TIME -> is("time") + " AND c.scale = " + scalar.requireLength();
      case TIMESTAMP -> is("datetime2") + " AND c.scale = " + scalar.requireLength();
      case TIMESTAMPTZ -> is("datetimeoffset") + " AND c.scale = " + scalar.requireLength();
      case BINARY -> is("binary", scalar.requireLength());
      case VARBINARY -> is("varbinary", scalar.requireLength());
      case BLOB -> is("varbinary", -1);
      case UUID -> is("uniqueidentifier");
      case INTERVAL -> null;
    };
  }

  private static String is(String type) {
    return "TYPE_NAME(c.user_type_id) = N'" + type + "'";
  }

  /**
   * @param bytes -1 for MAX
   */
  private static String is(String type, int bytes) {
    return is(type) + " AND c.max_length = " + bytes;
  }
}
