package io.schemachain.dialect;

import io.schemachain.dialect.postgresql.PostgresqlDialect;
import java.util.List;

/** The supported databases, once, in the order of documents and tests. */
public final class Dialects {
  public static final List<Dialect> ALL = List.of(new PostgresqlDialect());

  private Dialects() {}
}
