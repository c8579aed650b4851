package io.schemachain.dialect.mysql;

import io.schemachain.dialect.CatalogColumns;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that fails unless a column is the one of the model. It stands before MODIFY and
 * CHANGE, which would overwrite what else somebody gave the column. What the server keeps in words
 * of its own, such as an expression, is not compared.
 */
class MysqlColumnCheck {
  private final MysqlDialect dialect;

  MysqlColumnCheck(MysqlDialect dialect) {
    this.dialect = dialect;
  }

  final MysqlDialect dialect() {
    return dialect;
  }

  /** A session variable keeps its value, or gets an impossible one. */
  final String statement(TableName table, Column column) {
    String readOnly = dialect.features().readOnlyVariable();
    return dialect
        .sql()
        .format(
            "SET SESSION $L = (SELECT IF(COUNT(*) = 1, IF(@@$L, 'ON', 'OFF'), $S)\n"
                + "  FROM information_schema.COLUMNS c JOIN information_schema.TABLES t"
                + " USING (TABLE_SCHEMA, TABLE_NAME)\n"
                + "  WHERE TABLE_SCHEMA = $L AND TABLE_NAME = $S AND c.COLUMN_NAME = $S\n"
                + "    AND $L)",
            readOnly,
            readOnly,
            "The column " + column.name() + " of " + table + " is not as the revisions made it.",
            dialect.schemaOf(table),
            table.name(),
            column.name(),
            String.join("\n    AND ", conditions(column)));
  }

  /** A statement that fails unless a table has these columns. */
  final SqlStatement statement(TableName table, List<Column> columns, boolean andNoOthers) {
    String readOnly = dialect.features().readOnlyVariable();
    List<List<String>> conditions = new ArrayList<>();
    for (Column column : columns) {
      List<String> own = new ArrayList<>();
      own.add("c.COLUMN_NAME = " + string(column.name()));
      own.addAll(conditions(column));
      conditions.add(own);
    }
    String rows =
        dialect
            .sql()
            .format(
                "information_schema.COLUMNS c JOIN information_schema.TABLES t"
                    + " USING (TABLE_SCHEMA, TABLE_NAME)\n"
                    + "  WHERE TABLE_SCHEMA = $L AND TABLE_NAME = $S",
                dialect.schemaOf(table),
                table.name());
    return SqlStatement.check(
        dialect
            .sql()
            .format(
                "SET SESSION $L = (SELECT IF($L, IF(@@$L, 'ON', 'OFF'), $S))",
                readOnly,
                CatalogColumns.are(rows, conditions, andNoOthers),
                readOnly,
                CatalogColumns.message(table, andNoOthers)));
  }

  private List<String> conditions(Column column) {
    List<String> conditions = new ArrayList<>();
    String type = columnType(column.type());
    if (type != null) {
      conditions.add("c.COLUMN_TYPE " + type);
    }
    conditions.add("c.IS_NULLABLE = " + (column.nullable() ? "'YES'" : "'NO'"));
    if (column.computed() == null && column.identity() == null) {
      conditions.add(defaultCondition(column));
    }
    if (hasCollation(column.type())) {
      conditions.add(
          "c.COLLATION_NAME = "
              + (column.collation() == null ? "t.TABLE_COLLATION" : string(column.collation())));
    }
    conditions.add(
        "c.COLUMN_COMMENT = " + string(column.comment() == null ? "" : column.comment()));
    conditions.add("c.EXTRA " + extra(column));
    conditions.addAll(more(column));
    return conditions;
  }

  /** A hook for what else a definition holds. */
  List<String> more(Column column) {
    return List.of();
  }

  /** Neither ON UPDATE nor INVISIBLE, unless a native type may say so. */
  private static String extra(Column column) {
    if (column.computed() != null) {
      return column.computed().stored() ? "= 'STORED GENERATED'" : "= 'VIRTUAL GENERATED'";
    }
    if (column.identity() != null) {
      return "= 'auto_increment'";
    }
    return column.type() instanceof DataType.Native
        ? "NOT LIKE '% GENERATED%'"
        : "IN ('', 'DEFAULT_GENERATED')";
  }

  final String string(String value) {
    return dialect.literals().string(value);
  }

  private String defaultCondition(Column column) {
    DefaultValue value = column.defaultValue();
    if (value == null) {
      return noDefault();
    }
    if (value instanceof DefaultValue.Constant constant && isPlain(constant.text())) {
      TypeKind kind = column.type().kind();
      if (kind == TypeKind.STRING || kind == TypeKind.CHAR) {
        return "c.COLUMN_DEFAULT = " + string(shownText(constant.text()));
      }
      if (kind != null && kind.isInteger()) {
        return "c.COLUMN_DEFAULT = " + string(constant.text());
      }
      if (kind == TypeKind.NUMERIC) {
        return "CAST(c.COLUMN_DEFAULT AS DECIMAL(65, 30)) = " + constant.text();
      }
      if (kind == TypeKind.BOOLEAN) {
        return "c.COLUMN_DEFAULT = " + (constant.text().equals("true") ? "'1'" : "'0'");
      }
      if (kind == TypeKind.DATE) {
        return "c.COLUMN_DEFAULT = " + string(shownText(constant.text()));
      }
    }
    return "NOT (" + noDefault() + ")";
  }

  String noDefault() {
    return "c.COLUMN_DEFAULT IS NULL";
  }

  /** How the catalog shows a text as a default. */
  String shownText(String text) {
    return text;
  }

  String shownUuid() {
    return "char(36)";
  }

  String shownJson() {
    return "json";
  }

  private static boolean hasCollation(DataType type) {
    TypeKind kind = type.kind();
    return type instanceof DataType.Enumeration || (kind != null && kind.isCharacter());
  }

  private static boolean isPlain(String text) {
    return text.indexOf('\'') < 0 && text.indexOf('\\') < 0 && text.equals(text.strip());
  }

  /** A condition on how the catalog shows a type; null where that is not known. */
  private @Nullable String columnType(DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      return enumeration.values().stream().allMatch(MysqlColumnCheck::isPlain)
          ? "= " + string("enum('" + String.join("','", enumeration.values()) + "')")
          : "LIKE 'enum(%'";
    }
    if (!(type instanceof DataType.Scalar scalar)) {
      return null;
    }
    return switch (scalar.kind()) {
      // MariaDB shows a width.
      case SMALLINT -> "IN ('smallint', 'smallint(6)')";
      case INTEGER -> "IN ('int', 'int(11)')";
      case BIGINT -> "IN ('bigint', 'bigint(20)')";
      case NUMERIC -> is("decimal", scalar.requireLength() + "," + scalar.requireScale());
      case REAL -> "= 'float'";
      case DOUBLE -> "= 'double'";
      case BOOLEAN -> "= 'tinyint(1)'";
      case CHAR -> is("char", scalar.length());
      case STRING -> is("varchar", scalar.length());
      case TEXT -> "= 'longtext'";
      case DATE -> "= 'date'";
      case TIME -> withDigits("time", scalar);
      case TIMESTAMP -> withDigits("datetime", scalar);
      case TIMESTAMPTZ -> withDigits("timestamp", scalar);
      case BINARY -> is("binary", scalar.length());
      case VARBINARY -> is("varbinary", scalar.length());
      case BLOB -> "= 'longblob'";
      case UUID -> "= '" + shownUuid() + "'";
      case JSON -> "= '" + shownJson() + "'";
      case INTERVAL -> null;
    };
  }

  private static String is(String type, @Nullable Object argument) {
    return "= '" + type + "(" + argument + ")'";
  }

  private static String withDigits(String type, DataType.Scalar scalar) {
    return scalar.requireLength() == 0 ? "= '" + type + "'" : is(type, scalar.length());
  }
}
