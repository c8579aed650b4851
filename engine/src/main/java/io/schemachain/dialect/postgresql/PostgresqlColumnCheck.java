package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.CatalogColumns;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that fails unless columns of a table are those of the model. */
final class PostgresqlColumnCheck {
  private final PostgresqlDialect dialect;

  PostgresqlColumnCheck(PostgresqlDialect dialect) {
    this.dialect = dialect;
  }

  SqlStatement statement(TableName table, List<Column> columns, boolean andNoOthers) {
    String rows =
        dialect
            .sql()
            .format(
                "pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid\n"
                    + "  WHERE c.relname = $S AND c.relnamespace = (SELECT oid FROM"
                    + " pg_catalog.pg_namespace WHERE nspname = $L)"
                    + " AND a.attnum > 0 AND NOT a.attisdropped",
                table.name(),
                dialect.schemaOf(table));
    List<List<String>> conditions = new ArrayList<>();
    for (Column column : columns) {
      conditions.add(conditions(column));
    }
    return SqlStatement.check(
        dialect.raiseUnless(
            CatalogColumns.are(rows, conditions, andNoOthers),
            CatalogColumns.message(table, andNoOthers)));
  }

  private List<String> conditions(Column column) {
    List<String> conditions = new ArrayList<>();
    conditions.add(dialect.sql().format("a.attname = $S", column.name()));
    conditions.add(column.nullable() ? "NOT a.attnotnull" : "a.attnotnull");
    String type = type(column.type());
    if (type != null) {
      conditions.add("format_type(a.atttypid, a.atttypmod) = '" + type + "'");
    }
    conditions.add("a.attidentity " + (column.identity() == null ? "=" : "<>") + " ''");
    conditions.add("a.attgenerated " + (column.computed() == null ? "=" : "<>") + " ''");
    return conditions;
  }

  /** As the catalog shows a type; null where that is not known. */
  private static @Nullable String type(DataType type) {
    if (!(type instanceof DataType.Scalar scalar)) {
      return null;
    }
    return switch (scalar.kind()) {
      case SMALLINT -> "smallint";
      case INTEGER -> "integer";
      case BIGINT -> "bigint";
      case NUMERIC -> "numeric(" + scalar.requireLength() + "," + scalar.requireScale() + ")";
      case REAL -> "real";
      case DOUBLE -> "double precision";
      case BOOLEAN -> "boolean";
      case CHAR -> "character(" + scalar.requireLength() + ")";
      case STRING -> "character varying(" + scalar.requireLength() + ")";
      case TEXT -> "text";
      case DATE -> "date";
      case TIME -> "time(" + scalar.requireLength() + ") without time zone";
      case TIMESTAMP -> "timestamp(" + scalar.requireLength() + ") without time zone";
      case TIMESTAMPTZ -> "timestamp(" + scalar.requireLength() + ") with time zone";
      case INTERVAL -> "interval";
      case BINARY, VARBINARY, BLOB -> "bytea";
      case UUID -> "uuid";
      case JSON -> "jsonb";
    };
  }
}
