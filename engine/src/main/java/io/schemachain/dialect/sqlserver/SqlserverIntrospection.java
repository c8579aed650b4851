package io.schemachain.dialect.sqlserver;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.dialect.SqlSyntaxException;
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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the catalog says of a schema. */
final class SqlserverIntrospection implements Introspection {
  private static final String NUMBERS = "bigint";

  private final SqlserverDialect dialect;

  SqlserverIntrospection(SqlserverDialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  @Override
  public Kinds kinds() {
    return Kinds.of(Set.of(ObjectKind.SCHEMA, ObjectKind.SEQUENCE, ObjectKind.VIEW));
  }

  @Override
  public List<CatalogQuery> queries(Scope scope) {
    return new SqlserverCatalogQueries(dialect, scope).all();
  }

  @Override
  public CatalogQuery sizes(Scope scope, List<TableName> tables) {
    return new CatalogQuery(
        "sizes",
        """
        SELECT s.name AS table_schema, t.name AS table_name,
          SUM(CASE WHEN p.index_id IN (0, 1) THEN p.row_count ELSE 0 END) AS row_count,
          SUM(p.used_page_count) * 8192 AS byte_count
        FROM sys.tables AS t
        JOIN sys.schemas AS s ON s.schema_id = t.schema_id
        JOIN sys.dm_db_partition_stats AS p ON p.object_id = t.object_id
        WHERE s.name IN (%s)
        GROUP BY s.name, t.name"""
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
    SqlserverCatalogChecks checks = new SqlserverCatalogChecks(dialect, names, rows);
    for (CatalogRow row : rows.of(SqlserverCatalogQueries.SCHEMAS)) {
      names.schema(draft, row.text("name"));
    }
    new SqlserverCatalogTables(dialect, draft, names, checks, rows).read();
    SqlserverCatalogKeys keys = new SqlserverCatalogKeys(dialect, draft, names, rows);
    keys.indexes();
    keys.foreignKeys();
    checks.read(draft);
    for (CatalogRow row : rows.of(SqlserverCatalogQueries.SEQUENCES)) {
      sequence(draft, names, row);
    }
    for (CatalogRow row : rows.of(SqlserverCatalogQueries.VIEWS)) {
      view(draft, names, row);
    }
    for (CatalogRow row : rows.of(SqlserverCatalogQueries.OTHERS)) {
      String shown = names.shown(row.text("in_schema"), row.text("name"));
      draft.leaveOut(kind(row.text("kind")), shown, "");
    }
    return draft.finish();
  }

  /** {@code SQL_SCALAR_FUNCTION} is a function. */
  private static String kind(String description) {
    String kind = description.toLowerCase(Locale.ROOT).replace('_', ' ');
    for (String known : List.of("function", "procedure", "trigger")) {
      if (kind.endsWith(known)) {
        return known;
      }
    }
    return kind;
  }

  private static void sequence(SchemaDraft draft, CatalogNames names, CatalogRow row) {
    String shown = names.shown(row.text("sequence_schema"), row.text("sequence_name"));
    TableName name = names.of(row.text("sequence_schema"), row.text("sequence_name")).orElse(null);
    Long increment = SqlserverCatalogText.number(row.text("step"));
    Long start = SqlserverCatalogText.number(row.text("start"));
    if (name == null || increment == null || start == null) {
      String reason = name == null ? CatalogNames.NOT_WRITABLE : "its numbers have over 64 bits";
      draft.leaveOut("sequence", shown, reason);
      return;
    }
    Sequence plain = Sequence.of(name, increment);
    Long least = unless(plain.minOrDefault(), SqlserverCatalogText.number(row.text("least")));
    Long most = unless(plain.maxOrDefault(), SqlserverCatalogText.number(row.text("most")));
    boolean cycle = row.flag("is_cycling");
    Long cache = row.flag("is_cached") ? row.findLong("cache_size") : Long.valueOf(1);
    Sequence ranged = new Sequence(name, null, increment, least, most, cycle, cache);
    draft.add(
        new Sequence(
            name, unless(ranged.startOrDefault(), start), increment, least, most, cycle, cache));
    String type = row.find("type_name");
    if (type != null && !type.equals(NUMBERS)) {
      draft.leaveOut("clause", "AS " + type + " of the sequence " + shown, "");
    }
  }

  private static @Nullable Long unless(long usual, @Nullable Long value) {
    return value == null || value == usual ? null : value;
  }

  private void view(SchemaDraft draft, CatalogNames names, CatalogRow row) {
    String shown = names.shown(row.text("view_schema"), row.text("view_name"));
    TableName name = names.of(row.text("view_schema"), row.text("view_name")).orElse(null);
    String sql = row.find("definition");
    if (name == null || sql == null) {
      draft.leaveOut(
          "view",
          shown,
          name == null
              ? CatalogNames.NOT_WRITABLE
              : "its text is encrypted, or not told to this user");
      return;
    }
    try {
      draft.add(new SqlserverCatalogText(dialect).view(name, sql, row.find("remarks"), names));
    } catch (SqlSyntaxException e) {
      draft.leaveOut("view", shown, "its text is not understood");
    }
  }
}
