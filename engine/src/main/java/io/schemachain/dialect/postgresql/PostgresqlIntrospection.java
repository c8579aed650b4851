package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Introspection;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the catalog says of a schema. */
final class PostgresqlIntrospection implements Introspection {
  private final PostgresqlDialect dialect;
  private final PostgresqlFeatures features;

  PostgresqlIntrospection(PostgresqlDialect dialect, PostgresqlFeatures features) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.features = requireNonNull(features, "features");
  }

  /** Views are read, but not compared: the server keeps a query in words of its own. */
  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(
        ObjectKind.SCHEMA,
        ObjectKind.EXTENSION,
        ObjectKind.TYPE,
        ObjectKind.SEQUENCE,
        ObjectKind.INDEX);
  }

  @Override
  public List<CatalogQuery> queries(Scope scope) {
    List<CatalogQuery> queries = new ArrayList<>();
    queries.addAll(new PostgresqlCatalog(dialect, features, scope).queries());
    queries.addAll(new PostgresqlObjectCatalog(dialect, scope).queries());
    return queries;
  }

  @Override
  public Introspected read(Scope scope, CatalogRows rows) {
    SchemaDraft draft = new SchemaDraft(dialect.nameScopes());
    PostgresqlReading reading = new PostgresqlReading(scope, rows, draft);
    PostgresqlObjectReader objects = new PostgresqlObjectReader(reading);
    Map<TableName, DataType.Enumeration> enums = objects.enums();
    tables(reading);
    columns(reading, enums);
    new PostgresqlPartitionReader(reading).read();
    new PostgresqlConstraintReader(reading).read();
    objects.read();
    return draft.finish();
  }

  private static void tables(PostgresqlReading reading) {
    for (CatalogRow row : reading.rows().of(PostgresqlCatalog.TABLES)) {
      TableName name = reading.object(row, "table");
      if (name == null) {
        continue;
      }
      Map<String, String> words = new TreeMap<>();
      if (row.text("persistence").equals("u")) {
        words.put("unlogged", "true");
      }
      String method = row.find("method");
      if (method != null && !method.equals("heap")) {
        words.put("using", method);
      }
      PostgresqlReading.parameters(words, "with.toast.", row.find("toast_options"));
      reading
          .draft()
          .add(name)
          .comment(row.find("comment"))
          .options(PostgresqlReading.options(words, row.find("options"), row.find("tablespace")));
    }
  }

  private static void columns(
      PostgresqlReading reading, Map<TableName, DataType.Enumeration> enums) {
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
      table.add(column(row, type(row, reading, enums), identity, reading));
    }
  }

  private static Column column(
      CatalogRow row, DataType type, List<CatalogRow> identities, PostgresqlReading reading) {
    String expression = row.find("expression");
    String generated = row.text("generated");
    Identity identity = null;
    if (!row.text("identity").isEmpty()) {
      identity = identity(row, identities, reading);
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

  private static DataType type(
      CatalogRow row, PostgresqlReading reading, Map<TableName, DataType.Enumeration> enums) {
    String text = row.text("type");
    String name = row.find("enum");
    if (name == null) {
      return PostgresqlTypeText.read(text);
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

  private static Identity identity(
      CatalogRow column, List<CatalogRow> sequences, PostgresqlReading reading) {
    boolean always = column.text("identity").equals("a");
    if (sequences.isEmpty()) {
      return new Identity(always, null, null);
    }
    CatalogRow sequence = sequences.get(0);
    if (sequence.flag("more")) {
      reading.leaveOutPart("identity option", column, "its range, cycle or cache");
    }
    return new Identity(
        always, unless(1, sequence.findLong("start")), unless(1, sequence.findLong("increment")));
  }

  /** Null where a number is the one that is meant when nothing is said. */
  static @Nullable Long unless(long meant, @Nullable Long number) {
    return number == null || number == meant ? null : number;
  }
}
