package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Introspection;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.model.DataType;
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
  public Kinds kinds() {
    return new Kinds(
        Set.of(
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION,
            ObjectKind.TYPE,
            ObjectKind.SEQUENCE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.INDEX),
        Set.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW));
  }

  @Override
  public List<CatalogQuery> queries(Scope scope) {
    List<CatalogQuery> queries = new ArrayList<>();
    queries.addAll(new PostgresqlCatalog(dialect, features, scope).queries());
    queries.addAll(new PostgresqlObjectCatalog(dialect, scope).queries());
    return queries;
  }

  @Override
  public CatalogQuery sizes(Scope scope, List<TableName> tables) {
    return new CatalogQuery(
        "sizes",
        """
        SELECT n.nspname AS table_schema, c.relname AS table_name,
          CASE WHEN c.reltuples < 0 THEN NULL ELSE CAST(c.reltuples AS BIGINT) END AS row_count,
          pg_total_relation_size(c.oid) AS byte_count
        FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname IN (%s)"""
            .formatted(PostgresqlCatalog.schemas(dialect, scope)));
  }

  @Override
  public Introspected read(Scope scope, CatalogRows rows) {
    SchemaDraft draft = new SchemaDraft(dialect.nameScopes());
    PostgresqlReading reading = new PostgresqlReading(scope, rows, draft);
    PostgresqlObjectReader objects = new PostgresqlObjectReader(reading);
    Map<TableName, DataType.Enumeration> enums = objects.enums();
    tables(reading);
    new PostgresqlColumnReader(reading, enums).read();
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

  /** Null where a number is the one that is meant when nothing is said. */
  static @Nullable Long unless(long meant, @Nullable Long number) {
    return number == null || number == meant ? null : number;
  }
}
