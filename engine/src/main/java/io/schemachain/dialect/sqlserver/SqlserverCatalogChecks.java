package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks, and which of them stand for a type. */
final class SqlserverCatalogChecks {
  private static final Pattern STRING = Pattern.compile("N'((?:[^']|'')*+)'");

  private final SqlserverDialect dialect;
  private final CatalogNames names;
  private final CatalogRows rows;
  private final SqlserverCatalogText text;
  private final SqlserverDdl ddl;
  private final ExpressionForm form;
  private final Map<List<String>, List<CatalogRow>> byTable;

  SqlserverCatalogChecks(SqlserverDialect dialect, CatalogNames names, CatalogRows rows) {
    Schema none = Schema.empty(dialect.nameScopes());
    this.dialect = dialect;
    this.names = names;
    this.rows = rows;
    this.text = new SqlserverCatalogText(dialect);
    this.ddl = new SqlserverDdl(dialect, none, none);
    this.form = dialect.expressionForm();
    this.byTable = rows.by(SqlserverCatalogQueries.CHECKS, "table_schema", "table_name");
  }

  void read(SchemaDraft draft) {
    for (CatalogRow row : rows.of(SqlserverCatalogQueries.CHECKS)) {
      TableDraft table =
          names.of(row.text("table_schema"), row.text("table_name")).map(draft::find).orElse(null);
      if (table != null && !isOfColumn(table, row)) {
        read(draft, table, row);
      }
    }
  }

  private void read(SchemaDraft draft, TableDraft table, CatalogRow row) {
    String inCatalog = row.text("constraint_name");
    String shown = inCatalog + " of " + table.name();
    String sql = row.find("definition");
    if (row.flag("is_disabled") || sql == null) {
      draft.leaveOut(
          ObjectKind.CHECK.words(),
          shown,
          sql == null ? "its text is not told to this user" : "it is disabled");
      return;
    }
    String name =
        names.ofPart(draft, table.name(), ObjectKind.CHECK, inCatalog, row.flag("is_system_named"));
    if (name == null) {
      return;
    }
    boolean replication = row.flag("is_not_for_replication");
    table.add(new Check(name, text.unwrapped(sql), replication || !row.flag("is_not_trusted")));
    if (replication) {
      draft.leaveOut("clause", "NOT FOR REPLICATION of " + shown, "");
    }
  }

  private boolean isOfColumn(TableDraft table, CatalogRow row) {
    return table.columns().stream().anyMatch(column -> isOwn(row, table.name(), column));
  }

  /** The type that a column has by a check of its own, or the one that the catalog has. */
  DataType typed(TableName table, String column, DataType type, CatalogRow row) {
    List<CatalogRow> all =
        byTable.getOrDefault(List.of(row.text("table_schema"), row.text("table_name")), List.of());
    for (CatalogRow check : all) {
      DataType candidate = candidate(type, check, table.name() + "_" + column);
      if (candidate != null && isOwn(check, table, Column.of(column, candidate))) {
        return candidate;
      }
    }
    return type;
  }

  private boolean isOwn(CatalogRow check, TableName table, Column column) {
    Check own = ddl.ownCheck(table, column).orElse(null);
    String sql = check.find("definition");
    return own != null
        && sql != null
        && !check.flag("is_disabled")
        && !check.flag("is_not_trusted")
        && own.name().equals(check.text("constraint_name"))
        && form.of(own.sql()).equals(form.of(sql));
  }

  private @Nullable DataType candidate(DataType type, CatalogRow check, String enumName) {
    if (type.is(TypeKind.TEXT)) {
      return DataType.Scalar.of(TypeKind.JSON);
    }
    return type.is(TypeKind.STRING) ? enumeration(type, check, enumName) : null;
  }

  /** IN is printed as comparisons from the last value to the first. */
  private @Nullable DataType enumeration(DataType type, CatalogRow check, String name) {
    LinkedHashSet<String> values = new LinkedHashSet<>();
    String sql = check.find("definition");
    Matcher matcher = STRING.matcher(sql == null ? "" : sql);
    while (matcher.find()) {
      values.add(matcher.group(1).replace("''", "'"));
    }
    if (values.isEmpty()) {
      return null;
    }
    List<String> inOrder = new ArrayList<>(values);
    Collections.reverse(inOrder);
    DataType enumeration = new DataType.Enumeration(name, inOrder);
    return dialect.typeOf(enumeration).equals(dialect.typeOf(type)) ? enumeration : null;
  }
}
