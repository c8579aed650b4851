package io.schemachain.dialect.oracle;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.CatalogNames;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the catalog says of a schema. */
final class OracleIntrospection implements Introspection {
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final OracleDialect dialect;

  OracleIntrospection(OracleDialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  /** The star of a view is kept as the columns that it stood for. */
  @Override
  public Kinds kinds() {
    return new Kinds(
        Set.of(ObjectKind.SEQUENCE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW),
        Set.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW));
  }

  @Override
  public Set<ObjectKind> named() {
    return Set.of(ObjectKind.TRIGGER, ObjectKind.FUNCTION, ObjectKind.PROCEDURE);
  }

  @Override
  public List<CatalogQuery> queries(Scope scope) {
    return new OracleCatalogQueries(dialect, scope).all();
  }

  @Override
  public CatalogQuery sizes(Scope scope, List<TableName> tables) {
    return new CatalogQuery(
        "sizes",
        """
        SELECT owner AS table_schema, table_name, num_rows AS row_count, NULL AS byte_count
        FROM all_tables
        WHERE owner IN (%s)"""
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
    CatalogNames names = new CatalogNames(dialect, scope);
    OracleCatalogChecks checks = new OracleCatalogChecks(dialect, names, rows);
    rows.of(OracleCatalogQueries.SCHEMAS)
        .forEach(row -> names.schema(draft, row.text("schema_name")));
    new OracleCatalogTables(dialect, draft, names, checks, rows).read();
    new OracleCatalogKeys(draft, names, checks, rows).read();
    new OracleCatalogIndexes(dialect, draft, names, rows).read();
    sequences(draft, names, rows);
    views(draft, names, rows);
    for (CatalogRow row : rows.of(OracleCatalogQueries.MATERIALIZED_LOGS)) {
      String log = names.shown(row.text("log_owner"), row.text("log_table"));
      draft.leaveOut("materialized view log", log, "it is of " + row.text("master"));
    }
    for (CatalogRow row : rows.of(OracleCatalogQueries.OTHERS)) {
      draft.leaveOut(row.text("kind"), names.shown(row.text("owner"), row.text("name")), "");
    }
    return draft.finish();
  }

  // Sequences

  private static void sequences(SchemaDraft draft, CatalogNames names, CatalogRows rows) {
    for (CatalogRow row : rows.of(OracleCatalogQueries.SEQUENCES)) {
      String shown = names.shown(row.text("sequence_owner"), row.text("sequence_name"));
      TableName name = names.of(row.text("sequence_owner"), row.text("sequence_name")).orElse(null);
      Long increment = number(row.text("increment_by"));
      if (name == null || increment == null) {
        draft.leaveOut(
            "sequence",
            shown,
            name == null ? CatalogNames.NOT_WRITABLE : "its step has more than 64 bits");
        continue;
      }
      Sequence plain = Sequence.of(name, increment);
      long cache = Long.parseLong(row.text("cache_size"));
      draft.add(
          new Sequence(
              name,
              null,
              increment,
              unless(plain.minOrDefault(), number(row.text("min_value"))),
              unless(plain.maxOrDefault(), number(row.text("max_value"))),
              row.flag("cycle_flag"),
              cache == 0 ? Long.valueOf(1) : unless(OracleSequences.DEFAULT_CACHE, cache)));
      if (row.flag("order_flag")) {
        draft.leaveOut("clause", "ORDER of the sequence " + shown, "");
      }
    }
  }

  /** Null where it has more than 64 bits, as the ends that Oracle has by itself. */
  private static @Nullable Long number(String text) {
    BigDecimal number = new BigDecimal(text);
    return number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0
        ? null
        : Long.valueOf(number.longValueExact());
  }

  private static @Nullable Long unless(long usual, @Nullable Long value) {
    return value == null || value == usual ? null : value;
  }

  // Views

  private static void views(SchemaDraft draft, CatalogNames names, CatalogRows rows) {
    Map<List<String>, List<CatalogRow>> columns =
        rows.by(OracleCatalogQueries.COLUMNS, "owner", "table_name");
    Map<List<String>, List<CatalogRow>> comments =
        rows.by(OracleCatalogQueries.COMMENTS, "owner", "table_name");
    Map<List<String>, List<CatalogRow>> ofMaterialized =
        rows.by(OracleCatalogQueries.MATERIALIZED_COMMENTS, "owner", "mview_name");
    for (CatalogRow row : rows.of(OracleCatalogQueries.VIEWS)) {
      List<String> key = List.of(row.text("owner"), row.text("view_name"));
      List<CatalogRow> own = columns.getOrDefault(key, List.of());
      view(draft, names, key, own, row.find("text"), comments.getOrDefault(key, List.of()), false);
    }
    for (CatalogRow row : rows.of(OracleCatalogQueries.MATERIALIZED_VIEWS)) {
      List<String> key = List.of(row.text("owner"), row.text("mview_name"));
      List<CatalogRow> comment = ofMaterialized.getOrDefault(key, List.of());
      view(draft, names, key, List.of(), row.find("query"), comment, true);
    }
  }

  /**
   * @param columns none where the query names them
   */
  private static void view(
      SchemaDraft draft,
      CatalogNames names,
      List<String> key,
      List<CatalogRow> columns,
      @Nullable String sql,
      List<CatalogRow> comments,
      boolean materialized) {
    String kind = (materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW).words();
    String shown = names.shown(key.get(0), key.get(1));
    TableName name = names.of(key.get(0), key.get(1)).orElse(null);
    List<String> named =
        columns.stream().map(row -> names.of(row.text("column_name")).orElse(null)).toList();
    if (name == null || named.stream().anyMatch(Objects::isNull)) {
      draft.leaveOut(kind, shown, CatalogNames.NOT_WRITABLE);
    } else if (sql == null) {
      draft.leaveOut(kind, shown, "its text is not told to this user");
    } else {
      String comment = comments.isEmpty() ? null : comments.get(0).find("comments");
      draft.add(new View(name, materialized, named, null, sql.strip(), comment));
    }
  }
}
