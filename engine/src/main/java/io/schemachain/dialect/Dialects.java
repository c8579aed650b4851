package io.schemachain.dialect;

import io.schemachain.dialect.h2.H2Dialect;
import io.schemachain.dialect.mysql.MariadbDialect;
import io.schemachain.dialect.mysql.MysqlDialect;
import io.schemachain.dialect.oracle.OracleDialect;
import io.schemachain.dialect.postgresql.PostgresqlDialect;
import io.schemachain.dialect.sqlite.SqliteDialect;
import io.schemachain.dialect.sqlserver.SqlserverDialect;
import java.util.List;
import java.util.Optional;

/** The supported databases, once, in the order of documents and tests. */
public final class Dialects {
  public static final List<Dialect> ALL =
      List.of(
          new PostgresqlDialect(),
          new MysqlDialect(),
          new MariadbDialect(),
          new SqliteDialect(),
          new H2Dialect(),
          new OracleDialect(),
          new SqlserverDialect());

  private Dialects() {}

  /** The dialect of that word, in the version that is assumed when none is given. */
  public static Optional<Dialect> find(String name) {
    return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
  }
}
