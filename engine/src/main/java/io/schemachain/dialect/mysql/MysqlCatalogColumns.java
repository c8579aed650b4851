package io.schemachain.dialect.mysql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.TypeKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns as information_schema.COLUMNS has them. */
final class MysqlCatalogColumns {
  private static final Pattern ON_UPDATE =
      Pattern.compile("on update current_timestamp(\\(\\d+\\))?", Pattern.CASE_INSENSITIVE);
  private static final Set<String> SYSTEM_TIME = Set.of("ROW START", "ROW END");

  private final MysqlCatalogSql sql;
  private final SchemaDraft draft;

  MysqlCatalogColumns(MysqlCatalogSql sql, SchemaDraft draft) {
    this.sql = requireNonNull(sql, "sql");
    this.draft = requireNonNull(draft, "draft");
  }

  /**
   * Reads a column into its table.
   *
   * @param tableCollation that of the table, which its columns have without saying so
   * @param json whether it is what MariaDB makes of the type JSON
   */
  void read(CatalogRow row, TableDraft table, @Nullable String tableCollation, boolean json) {
    String name = row.text("column_name");
    String extra = row.text("extra");
    String generated = row.find("generation_expression");
    String full = table.name() + "." + name;
    if (generated != null && SYSTEM_TIME.contains(generated)) {
      draft.leaveOut("column", full, "the server keeps the times of the row's versions in it");
      return;
    }
    if (extra.toUpperCase(Locale.ROOT).contains("INVISIBLE")) {
      draft.leaveOut("INVISIBLE of the column", full, "the model has no words for it");
    }
    DataType type = json ? DataType.Scalar.of(TypeKind.JSON) : type(row, table, extra);
    boolean numbered = extra.contains("auto_increment");
    Computed computed = computed(generated, extra);
    DefaultValue value = computed != null || numbered ? null : defaultValue(row, extra, type, full);
    table.add(
        new Column(
            name,
            type,
            row.flag("is_nullable"),
            value,
            numbered ? Identity.DEFAULT : null,
            computed,
            MysqlIntrospection.textOrNull(row.find("column_comment")),
            json ? null : collation(row, tableCollation)));
  }

  private @Nullable DefaultValue defaultValue(
      CatalogRow row, String extra, DataType type, String column) {
    String text = row.find("column_default");
    if (text != null && sql.isLossy(text, type)) {
      draft.leaveOut("default", column, "the catalog does not show all of its bytes");
      return null;
    }
    return sql.defaultValue(text, extra, type);
  }

  private static DataType type(CatalogRow row, TableDraft table, String extra) {
    String columnType = row.text("column_type");
    String type = MysqlCatalogTypes.plain(columnType);
    Matcher onUpdate = ON_UPDATE.matcher(extra);
    if (onUpdate.find()) {
      String digits = onUpdate.group(1) == null ? "" : onUpdate.group(1);
      return new DataType.Native(type + " on update current_timestamp" + digits);
    }
    if (row.find("srs") != null) {
      return new DataType.Native(type + " srid " + row.find("srs"));
    }
    return MysqlCatalogTypes.of(columnType, table.name().name() + "_" + row.text("column_name"));
  }

  private @Nullable Computed computed(@Nullable String printed, String extra) {
    if (printed == null || printed.isEmpty()) {
      return null;
    }
    return new Computed(sql.expression(printed), extra.contains("STORED"));
  }

  private static @Nullable String collation(CatalogRow row, @Nullable String tableCollation) {
    String collation = row.find("collation_name");
    return collation == null || collation.equals(tableCollation) ? null : collation;
  }
}
