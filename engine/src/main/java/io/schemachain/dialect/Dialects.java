package io.schemachain.dialect;

import io.schemachain.dialect.h2.H2Dialect;
import io.schemachain.dialect.mysql.MariadbDialect;
import io.schemachain.dialect.mysql.MysqlDialect;
import io.schemachain.dialect.oracle.OracleDialect;
import io.schemachain.dialect.postgresql.PostgresqlDialect;
import io.schemachain.dialect.sqlite.SqliteDialect;
import io.schemachain.dialect.sqlserver.SqlserverDialect;
import java.util.List;

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
}
