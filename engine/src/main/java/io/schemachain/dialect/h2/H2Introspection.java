package io.schemachain.dialect.h2;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Introspection;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the catalog says of a schema. */
final class H2Introspection implements Introspection {
  private static final String NUMBERS = "BIGINT";

  private final H2Dialect dialect;

  H2Introspection(H2Dialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  @Override
  public Kinds kinds() {
    return new Kinds(
        Set.of(ObjectKind.SCHEMA, ObjectKind.SEQUENCE, ObjectKind.VIEW), Set.of(ObjectKind.VIEW));
  }

  @Override
  public Set<ObjectKind> named() {
    return Set.of(ObjectKind.TRIGGER, ObjectKind.FUNCTION);
  }

  @Override
  public List<CatalogQuery> queries(Scope scope) {
    return new H2CatalogQueries(dialect, scope).all();
  }

  @Override
  public CatalogQuery sizes(Scope scope, List<TableName> tables) {
    return new CatalogQuery(
        "sizes",
        """
        SELECT table_schema, table_name, row_count_estimate AS row_count, NULL AS byte_count
        FROM information_schema.tables
        WHERE table_type = 'BASE TABLE' AND table_schema IN (%s)"""
            .formatted(schemas(scope)));
  }

  private String schemas(Scope scope) {
    return scope.schemas().stream()
        .map(dialect.literals()::string)
        .collect(Collectors.joining(", "));
  }

  @Override
  public Introspected read(Scope scope, CatalogRows rows) {
    SchemaDraft draft = new SchemaDraft(dialect.nameScopes());
    H2CatalogNames names = new H2CatalogNames(dialect, scope);
    rows.of(H2CatalogQueries.SCHEMAS).forEach(row -> names.schema(draft, row.text("schema_name")));
    new H2CatalogTables(dialect, draft, names, rows).read();
    H2CatalogKeys keys = new H2CatalogKeys(dialect.features(), draft, names, rows);
    keys.constraints();
    keys.indexes();
    sequences(draft, names, rows);
    views(draft, names, rows);
    for (CatalogRow row : rows.of(H2CatalogQueries.OTHERS)) {
      draft.leaveOut(row.text("kind"), names.shown(row.text("in_schema"), row.text("name")), "");
    }
    return draft.finish();
  }

  private static void sequences(SchemaDraft draft, H2CatalogNames names, CatalogRows rows) {
    for (CatalogRow row : rows.of(H2CatalogQueries.SEQUENCES)) {
      String schema = row.text("sequence_schema");
      String shown = names.shown(schema, row.text("sequence_name"));
      TableName name = names.of(schema, row.text("sequence_name")).orElse(null);
      if (name == null) {
        draft.leaveOut("sequence", shown, H2CatalogNames.NOT_WRITABLE);
        continue;
      }
      draft.add(H2Sequences.plain(sequence(name, row)));
      if (!row.text("data_type").equals(NUMBERS)) {
        draft.leaveOut("clause", "AS " + row.text("data_type") + " of the sequence " + shown, "");
      }
    }
  }

  private static Sequence sequence(TableName name, CatalogRow row) {
    return new Sequence(
        name,
        row.findLong("start_value"),
        Long.parseLong(row.text("increment")),
        row.findLong("minimum_value"),
        row.findLong("maximum_value"),
        row.flag("cycle_option"),
        row.findLong("cache"));
  }

  private static void views(SchemaDraft draft, H2CatalogNames names, CatalogRows rows) {
    Map<List<String>, List<CatalogRow>> columns =
        rows.by(H2CatalogQueries.COLUMNS, "table_schema", "table_name");
    Map<List<String>, List<CatalogRow>> texts =
        rows.by(H2CatalogQueries.VIEWS, "table_schema", "table_name");
    for (CatalogRow row : rows.of(H2CatalogQueries.TABLES)) {
      if (!row.text("table_type").equals("VIEW")) {
        continue;
      }
      List<String> key = List.of(row.text("table_schema"), row.text("table_name"));
      String shown = names.shown(key.get(0), key.get(1));
      if (row.text("table_class").endsWith("MaterializedView")) {
        draft.leaveOut("materialized view", shown, "the catalog does not have its text");
        continue;
      }
      TableName name = names.of(key.get(0), key.get(1)).orElse(null);
      List<String> named =
          columns.getOrDefault(key, List.of()).stream()
              .map(column -> names.of(column.text("column_name")).orElse(null))
              .toList();
      String sql = text(texts.getOrDefault(key, List.of()));
      if (name == null || named.stream().anyMatch(Objects::isNull)) {
        draft.leaveOut("view", shown, H2CatalogNames.NOT_WRITABLE);
      } else if (sql == null) {
        draft.leaveOut("view", shown, "its text is not told to this user");
      } else {
        draft.add(
            new View(name, false, named, null, H2CatalogText.plain(sql), row.find("remarks")));
      }
    }
  }

  private static @Nullable String text(List<CatalogRow> views) {
    return views.isEmpty() ? null : views.get(0).find("view_definition");
  }
}
