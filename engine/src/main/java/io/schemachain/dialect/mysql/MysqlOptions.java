package io.schemachain.dialect.mysql;

import io.schemachain.dialect.OptionTable;

/**
 * The options of MySQL and MariaDB, in the order of SHOW CREATE TABLE.
 *
 * @param hidden that of an index which the optimizer passes over
 */
record MysqlOptions(OptionTable table, OptionTable index, String hidden) {
  static final String KIND = "kind";
  static final String BEHIND = "behind";

  static final MysqlOptions MYSQL =
      new MysqlOptions(
          commonOfTable()
              .flag("stats_persistent", "STATS_PERSISTENT = 1", "STATS_PERSISTENT = 0")
              .value("compression", "COMPRESSION = $S")
              .value("tablespace", "TABLESPACE = $N"),
          commonOfIndex().flag("invisible", "INVISIBLE"),
          "invisible");

  static final MysqlOptions MARIADB =
      new MysqlOptions(
          commonOfTable()
              .flag("page_compressed", "PAGE_COMPRESSED = 1")
              .flag("encrypted", "ENCRYPTED = YES", "ENCRYPTED = NO"),
          commonOfIndex().flag("ignored", "IGNORED"),
          "ignored");

  private static OptionTable commonOfTable() {
    return new OptionTable("a table")
        .in(BEHIND)
        .value("engine", "ENGINE = $L")
        .value("charset", "DEFAULT CHARACTER SET = $L")
        .value("collate", "COLLATE = $L")
        .keyword("row_format", "ROW_FORMAT = $L")
        .value("key_block_size", "KEY_BLOCK_SIZE = $L");
  }

  private static OptionTable commonOfIndex() {
    return new OptionTable("an index")
        .in(KIND)
        .flag("fulltext", "FULLTEXT")
        .flag("spatial", "SPATIAL")
        .in(BEHIND)
        .value("key_block_size", "KEY_BLOCK_SIZE = $L")
        .value("parser", "WITH PARSER $N")
        .value("comment", "COMMENT $S");
  }
}
