package io.schemachain.dialect.oracle;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of checks, and which of them stand for a type. */
final class OracleCatalogChecks {
  private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*+)'");

  private final OracleDialect dialect;
  private final CatalogNames names;
  private final OracleChecks checks;
  private final ExpressionForm form;
  private final Map<List<String>, List<CatalogRow>> byTable = new HashMap<>();
  private final Map<List<String>, String> longTexts = new HashMap<>();

  OracleCatalogChecks(OracleDialect dialect, CatalogNames names, CatalogRows rows) {
    this.dialect = dialect;
    this.names = names;
    this.checks = new OracleChecks(dialect);
    this.form = dialect.expressionForm();
    for (CatalogRow row : rows.of(OracleCatalogQueries.CONSTRAINTS)) {
      if (row.text("constraint_type").equals("C")) {
        List<String> table = List.of(row.text("owner"), row.text("table_name"));
        byTable.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
      }
    }
    for (CatalogRow row : rows.of(OracleCatalogQueries.LONG_CHECKS)) {
      String text = row.find("search_condition");
      if (text != null) {
        longTexts.put(List.of(row.text("owner"), row.text("constraint_name")), text);
      }
    }
  }

  /** The text of a check; null where this user is not told it. */
  @Nullable String text(CatalogRow check) {
    String whole = longTexts.get(List.of(check.text("owner"), check.text("constraint_name")));
    String text = whole == null ? check.find("search_condition_vc") : whole;
    return text == null ? null : text.strip();
  }

  /** Whether a check says NOT NULL of a column. */
  static boolean isNotNull(@Nullable String sql, String column) {
    return ('"' + column + "\" IS NOT NULL").equals(sql);
  }

  /** Whether a column takes no NULL from now on, while the rows that are there may have one. */
  boolean isNotNullLater(CatalogRow column) {
    return byTable
        .getOrDefault(List.of(column.text("owner"), column.text("table_name")), List.of())
        .stream()
        .anyMatch(
            check ->
                check.text("status").equals("ENABLED")
                    && check.text("validated").equals("NOT VALIDATED")
                    && isNotNull(text(check), column.text("column_name")));
  }

  /** The type that a column has by a check of its own, or the one that the catalog has. */
  DataType typed(TableName table, String column, DataType type, CatalogRow row) {
    List<CatalogRow> all =
        byTable.getOrDefault(List.of(row.text("owner"), row.text("table_name")), List.of());
    for (CatalogRow check : all) {
      for (DataType candidate : candidates(type, check, table.name() + "_" + column)) {
        if (isOwn(check, table, Column.of(column, candidate))) {
          return candidate;
        }
      }
    }
    return type;
  }

  /** Whether a check is the one of the type of a column. */
  boolean isOwn(CatalogRow check, TableName table, Column column) {
    Check own = checks.check(table, column);
    String sql = text(check);
    return own != null
        && sql != null
        && check.text("status").equals("ENABLED")
        && check.text("validated").equals("VALIDATED")
        && names.of(check.text("constraint_name")).filter(own.name()::equals).isPresent()
        && form.of(own.sql()).equals(form.of(sql));
  }

  private List<DataType> candidates(DataType type, CatalogRow check, String enumName) {
    String text = dialect.typeOf(type);
    return switch (text) {
      case "NUMBER(1, 0)" -> List.of(DataType.Scalar.of(TypeKind.BOOLEAN));
      case "DATE" -> List.of(DataType.Scalar.of(TypeKind.DATE));
      case "CLOB" -> List.of(DataType.Scalar.of(TypeKind.JSON));
      default -> type.is(TypeKind.STRING) ? enumeration(text, check, enumName) : List.of();
    };
  }

  private List<DataType> enumeration(String type, CatalogRow check, String name) {
    LinkedHashSet<String> values = new LinkedHashSet<>();
    String sql = text(check);
    Matcher matcher = STRING.matcher(sql == null ? "" : sql);
    while (matcher.find()) {
      values.add(matcher.group(1).replace("''", "'"));
    }
    if (values.isEmpty() || values.contains("")) {
      return List.of();
    }
    DataType enumeration = new DataType.Enumeration(name, List.copyOf(values));
    return dialect.typeOf(enumeration).equals(type) ? List.of(enumeration) : List.of();
  }
}
