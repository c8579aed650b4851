package io.schemachain.dialect.oracle;

import io.schemachain.dialect.CatalogColumns;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement that fails unless columns of a table are those of the model. */
final class OracleColumnCheck {
  private static final Pattern NUMBER = Pattern.compile("NUMBER\\((\\d+)(?:, (\\d+))?\\)");
  private static final Pattern CHARACTERS = Pattern.compile("(VARCHAR2|CHAR)\\((\\d+) CHAR\\)");
  private static final Pattern RAW = Pattern.compile("RAW\\((\\d+)\\)");

  private final OracleDialect dialect;
  private final Function<Column, String> type;

  /**
   * @param type how the type of a column is written
   */
  OracleColumnCheck(OracleDialect dialect, Function<Column, String> type) {
    this.dialect = dialect;
    this.type = type;
  }

  SqlStatement statement(TableName table, List<Column> columns, boolean andNoOthers) {
    String rows =
        dialect
            .sql()
            .format(
                "ALL_TAB_COLUMNS WHERE OWNER = $L AND TABLE_NAME = $S",
                dialect.schemaOf(table),
                dialect.catalogName(table.name()));
    List<List<String>> conditions = new ArrayList<>();
    for (Column column : columns) {
      conditions.add(conditions(column));
    }
    return SqlStatement.check(
        PlSql.raiseUnless(
            CatalogColumns.are(rows, conditions, andNoOthers),
            CatalogColumns.message(table, andNoOthers),
            dialect.literals()));
  }

  private List<String> conditions(Column column) {
    List<String> conditions = new ArrayList<>();
    conditions.add(dialect.sql().format("COLUMN_NAME = $S", dialect.catalogName(column.name())));
    conditions.add("NULLABLE = " + (column.nullable() ? "'Y'" : "'N'"));
    if (column.type().kind() != null) {
      conditions.add(type(type.apply(column)));
    }
    conditions.add("IDENTITY_COLUMN = " + (column.identity() == null ? "'NO'" : "'YES'"));
    return conditions;
  }

  /** As the catalog has a type. */
  private static String type(String written) {
    Matcher matcher = NUMBER.matcher(written);
    if (matcher.matches()) {
      String scale = matcher.group(2) == null ? "0" : matcher.group(2);
      return "DATA_TYPE = 'NUMBER' AND DATA_PRECISION = "
          + matcher.group(1)
          + " AND DATA_SCALE = "
          + scale;
    }
    matcher = CHARACTERS.matcher(written);
    if (matcher.matches()) {
      return "DATA_TYPE = '"
          + matcher.group(1)
          + "' AND CHAR_USED = 'C' AND CHAR_LENGTH = "
          + matcher.group(2);
    }
    matcher = RAW.matcher(written);
    return matcher.matches()
        ? "DATA_TYPE = 'RAW' AND DATA_LENGTH = " + matcher.group(1)
        : "DATA_TYPE = '" + written + "'";
  }
}
