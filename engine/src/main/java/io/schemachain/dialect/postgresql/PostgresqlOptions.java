package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.OptionTable;

/** The options of PostgreSQL, in the order of its grammar. */
final class PostgresqlOptions {
  static final String KIND = "kind";
  static final String BEHIND = "behind";

  static final OptionTable TABLE =
      new OptionTable("a table")
          .in(KIND)
          .flag("unlogged", "UNLOGGED")
          .in(BEHIND)
          .value("using", "USING $N")
          .parameters("with", "WITH $L")
          .value("tablespace", "TABLESPACE $N");

  static final OptionTable INDEX =
      new OptionTable("an index")
          .in(BEHIND)
          .parameters("with", "WITH $L")
          .value("tablespace", "TABLESPACE $N");

  static final OptionTable KEY =
      new OptionTable("a key")
          .in(BEHIND)
          .parameters("with", "WITH $L")
          .value("tablespace", "USING INDEX TABLESPACE $N");

  private PostgresqlOptions() {}
}
