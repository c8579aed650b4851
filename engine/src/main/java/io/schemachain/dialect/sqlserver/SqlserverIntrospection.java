package io.schemachain.dialect.sqlserver;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Introspection;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import java.util.List;
import java.util.Set;

/** What the catalog says of a schema. */
final class SqlserverIntrospection implements Introspection {
  private final SqlserverDialect dialect;

  SqlserverIntrospection(SqlserverDialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  @Override
  public Kinds kinds() {
    return Kinds.of(Set.of());
  }

  @Override
  public List<CatalogQuery> queries(Scope scope) {
    return List.of();
  }

  @Override
  public Introspected read(Scope scope, CatalogRows rows) {
    return new SchemaDraft(dialect.nameScopes()).finish();
  }
}
