package io.schemachain.dialect.oracle;

import io.schemachain.dialect.OptionTable;

/** The options of Oracle, in an order that its grammar has. */
final class OracleOptions {
  static final String KIND = "kind";
  static final String BEHIND = "behind";

  static final OptionTable TABLE =
      new OptionTable("a table")
          .in(BEHIND)
          .keyword("organization", "ORGANIZATION $L")
          .value("pctfree", "PCTFREE $L")
          .value("initrans", "INITRANS $L")
          .flag("logging", "LOGGING", "NOLOGGING")
          .value("tablespace", "TABLESPACE $N")
          .keyword("compress", "ROW STORE COMPRESS $L");

  static final OptionTable INDEX =
      new OptionTable("an index")
          .in(KIND)
          .flag("bitmap", "BITMAP")
          .in(BEHIND)
          .value("pctfree", "PCTFREE $L")
          .value("tablespace", "TABLESPACE $N")
          .value("compress", "COMPRESS $L")
          .flag("reverse", "REVERSE")
          .flag("invisible", "INVISIBLE");

  /** Within the parentheses of USING INDEX (CREATE UNIQUE INDEX …), and without them. */
  static final OptionTable KEY =
      new OptionTable("a key").in(BEHIND).value("tablespace", "TABLESPACE $N");

  private OracleOptions() {}
}
