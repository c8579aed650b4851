package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of tables. */
final class PostgresqlColumnReader {
  private final PostgresqlReading reading;
  private final Map<TableName, DataType.Enumeration> enums;

  /** Few types are of many columns. */
  private final Map<String, DataType> types = new HashMap<>();

  PostgresqlColumnReader(PostgresqlReading reading, Map<TableName, DataType.Enumeration> enums) {
    this.reading = requireNonNull(reading, "reading");
    this.enums = requireNonNull(enums, "enums");
  }

  void read() {
    Map<List<String>, List<CatalogRow>> identities =
        reading.rows().by(PostgresqlCatalog.IDENTITIES, "schema", "table", "column");
    for (CatalogRow row : reading.rows().of(PostgresqlCatalog.COLUMNS)) {
      TableDraft table = reading.table(row);
      if (table == null || !reading.isNamed(row, "column")) {
        continue;
      }
      if (table.column(row.text("name")) != null) {
        reading.leaveOutPart("column", row, "another column differs from it by case alone");
        continue;
      }
      List<String> key = List.of(row.text("schema"), row.text("table"), row.text("name"));
      List<CatalogRow> identity = identities.getOrDefault(key, List.of());
      table.add(column(row, type(row), identity));
    }
  }

  private Column column(CatalogRow row, DataType type, List<CatalogRow> identities) {
    String expression = row.find("expression");
    String generated = row.text("generated");
    Identity identity = null;
    if (!row.text("identity").isEmpty()) {
      identity = identity(row, identities);
    }
    DefaultValue value = null;
    Computed computed = null;
    if (expression != null && generated.isEmpty()) {
      value = defaultValue(expression, type, row.text("type"));
    } else if (expression != null) {
      computed = new Computed(PostgresqlReading.bare(expression), generated.equals("s"));
    }
    return new Column(
        row.text("name"),
        type,
        !row.flag("required"),
        value,
        identity,
        computed,
        row.find("comment"),
        row.find("collation"));
  }

  private DataType type(CatalogRow row) {
    String text = row.text("type");
    String name = row.find("enum");
    if (name == null) {
      return types.computeIfAbsent(text, PostgresqlTypeText::read);
    }
    String schema = reading.scope().inModel(row.text("enum_schema"));
    DataType.Enumeration type = schema == null ? enums.get(TableName.of(name)) : null;
    if (type == null) {
      return new DataType.Native(text);
    }
    return text.endsWith("[]") ? new DataType.Array(type) : type;
  }

  private static @Nullable DefaultValue defaultValue(String sql, DataType type, String typeText) {
    if (sql.startsWith("NULL::")) {
      return null;
    }
    String constant = PostgresqlConstants.read(sql, type, PostgresqlTypeText.canonical(typeText));
    return constant == null
        ? new DefaultValue.Expression(sql)
        : new DefaultValue.Constant(constant);
  }

  private Identity identity(CatalogRow column, List<CatalogRow> sequences) {
    boolean always = column.text("identity").equals("a");
    if (sequences.isEmpty()) {
      return new Identity(always, null, null);
    }
    CatalogRow sequence = sequences.get(0);
    if (sequence.flag("more")) {
      reading.leaveOutPart("identity option", column, "its range, cycle or cache");
    }
    return new Identity(
        always,
        PostgresqlIntrospection.unless(1, sequence.findLong("start")),
        PostgresqlIntrospection.unless(1, sequence.findLong("increment")));
  }
}
