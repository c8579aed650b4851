package io.schemachain.dialect.h2;

import io.schemachain.dialect.CatalogColumns;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement that fails unless a column is the one of the model. It stands before ALTER COLUMN
 * with a whole definition, which would overwrite what else somebody gave the column, its comment
 * too. What the server keeps in words of its own, such as an expression, is not compared.
 */
final class H2ColumnCheck {
  private final H2Dialect dialect;

  H2ColumnCheck(H2Dialect dialect) {
    this.dialect = dialect;
  }

  SqlStatement statement(TableName table, Column column) {
    return SqlStatement.check(
        dialect
            .sql()
            .format(
                """
                SELECT CASE WHEN EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.COLUMNS
                  WHERE $L AND $L
                    AND $L) THEN TRUE
                  ELSE SIGNAL('45000', $S) END""",
                dialect.names().isTable(table),
                dialect.names().isColumn(column.name()),
                String.join("\n    AND ", conditions(column)),
                "The column "
                    + column.name()
                    + " of "
                    + table
                    + " is not as the revisions made it."));
  }

  /** A statement that fails unless a table has these columns. */
  SqlStatement statement(TableName table, List<Column> columns, boolean andNoOthers) {
    List<List<String>> conditions = new ArrayList<>();
    for (Column column : columns) {
      List<String> own = new ArrayList<>();
      own.add(dialect.names().isColumn(column.name()));
      own.addAll(conditions(column));
      conditions.add(own);
    }
    String rows = "INFORMATION_SCHEMA.COLUMNS WHERE " + dialect.names().isTable(table);
    return SqlStatement.check(
        dialect
            .sql()
            .format(
                "SELECT CASE WHEN $L THEN TRUE\n  ELSE SIGNAL('45000', $S) END",
                CatalogColumns.are(rows, conditions, andNoOthers),
                CatalogColumns.message(table, andNoOthers)));
  }

  private List<String> conditions(Column column) {
    List<String> conditions = new ArrayList<>(type(column.type()));
    conditions.add("IS_NULLABLE = " + (column.nullable() ? "'YES'" : "'NO'"));
    if (column.computed() == null) {
      conditions.add("COLUMN_DEFAULT IS " + (column.defaultValue() == null ? "NULL" : "NOT NULL"));
    }
    conditions.add("IS_GENERATED = " + (column.computed() == null ? "'NEVER'" : "'ALWAYS'"));
    conditions.add("IS_IDENTITY = " + (column.identity() == null ? "'NO'" : "'YES'"));
    conditions.add(
        column.comment() == null
            ? "REMARKS IS NULL"
            : "REMARKS = " + dialect.literals().string(column.comment()));
    conditions.add("COLUMN_ON_UPDATE IS NULL AND IS_VISIBLE AND NOT DEFAULT_ON_NULL");
    return conditions;
  }

  /** As the catalog has a type; nothing where that is not known. */
  private static List<String> type(DataType type) {
    if (!(type instanceof DataType.Scalar scalar)) {
      return List.of();
    }
    return switch (scalar.kind()) {
      case SMALLINT -> is("SMALLINT");
      case INTEGER -> is("INTEGER");
      case BIGINT -> is("BIGINT");
      case NUMERIC ->
          is(
              "NUMERIC",
              "NUMERIC_PRECISION = " + scalar.requireLength(),
              "NUMERIC_SCALE = " + scalar.requireScale());
      case REAL -> is("REAL");
      case DOUBLE -> is("DOUBLE PRECISION");
      case BOOLEAN -> is("BOOLEAN");
      case CHAR -> is("CHARACTER", length(scalar));
      case STRING -> is("CHARACTER VARYING", length(scalar));
      case TEXT -> is("CHARACTER LARGE OBJECT");
      case DATE -> is("DATE");
      case TIME -> is("TIME", digits(scalar));
      case TIMESTAMP -> is("TIMESTAMP", digits(scalar));
      case TIMESTAMPTZ -> is("TIMESTAMP WITH TIME ZONE", digits(scalar));
      case BINARY -> is("BINARY", length(scalar));
      case VARBINARY -> is("BINARY VARYING", length(scalar));
      case BLOB -> is("BINARY LARGE OBJECT");
      case UUID -> is("UUID");
      case JSON -> is("JSON");
      case INTERVAL -> List.of();
    };
  }

  private static List<String> is(String name, String... more) {
    List<String> conditions = new ArrayList<>();
    conditions.add("DATA_TYPE = '" + name + "'");
    conditions.addAll(List.of(more));
    return List.of(String.join(" AND ", conditions));
  }

  private static String length(DataType.Scalar type) {
    return "CHARACTER_MAXIMUM_LENGTH = " + type.requireLength();
  }

  private static String digits(DataType.Scalar type) {
    return "DATETIME_PRECISION = " + type.requireLength();
  }
}
