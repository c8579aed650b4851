package io.schemachain.dialect.mysql;

import io.schemachain.dialect.DatabaseVersion;
import java.time.Instant;

/**
 * What depends on the version of MySQL or MariaDB. A version is looked at here and nowhere else.
 *
 * @param checks whether a check constraint is kept; else it is "parsed but ignored"
 * @param expressionDefaults whether a default may be another expression than the current time, and
 *     whether columns of long types have defaults
 * @param expressionIndexes whether an index may be one over an expression
 * @param descendingIndexes whether DESC in an index means something; else it is "parsed but
 *     ignored"
 * @param hiddenIndexes whether an index can be kept from the optimizer
 * @param convertsTables whether a table can become a partition in one statement
 * @param renameColumn whether there is RENAME COLUMN
 * @param uuid whether there is a type UUID
 * @param collations0900 whether there are the collations of UCA 9.0.0
 * @param tableCollation what a server as it is installed gives tables of utf8mb4
 * @param plainTimestamps whether a TIMESTAMP is a column like any other unless the server was set
 *     up otherwise; else the session says so
 * @param readOnlyVariable the session variable that says whether transactions may change anything
 * @param lastTimestamp the last TIMESTAMP
 */
record MysqlFeatures(
    boolean checks,
    boolean expressionDefaults,
    boolean expressionIndexes,
    boolean descendingIndexes,
    boolean hiddenIndexes,
    boolean convertsTables,
    boolean renameColumn,
    boolean uuid,
    boolean collations0900,
    String tableCollation,
    boolean plainTimestamps,
    String readOnlyVariable,
    Instant lastTimestamp) {
  private static final Instant END_OF_32_BITS = Instant.ofEpochSecond(Integer.MAX_VALUE);
  private static final Instant END_OF_UNSIGNED_32_BITS = Instant.ofEpochSecond(0xFFFF_FFFFL);

  /**
   * MySQL's. A version is two numbers, so 8.0 is the one that became "general availability" and
   * what it got since: checks with 8.0.16, the others with 8.0.13 or before ("What Is New in MySQL
   * 8.0", dev.mysql.com/doc/refman/8.0/en/mysql-nutshell.html). transaction_read_only is there from
   * 5.7.20 on, tx_read_only until 8.0.3.
   */
  static MysqlFeatures ofMysql(DatabaseVersion version) {
    boolean eight = version.atLeast(8, 0);
    return new MysqlFeatures(
        eight,
        eight,
        eight,
        eight,
        eight,
        false,
        eight,
        false,
        eight,
        eight ? "utf8mb4_0900_ai_ci" : "utf8mb4_general_ci",
        eight,
        "transaction_read_only",
        END_OF_32_BITS);
  }

  /**
   * MariaDB's: UUID with 10.7 (mariadb.com/kb/en/uuid-data-type/), descending indexes with 10.8
   * (MDEV-13756), explicit_defaults_for_timestamp ON by itself with 10.10 (MDEV-28632) and a
   * variable of the session from 10.6.9 on, transaction_read_only with 11.1 beside the old name
   * (MDEV-30237), TIMESTAMP until 2106 with 11.5 (MDEV-32188). RENAME COLUMN came with 10.5.2,
   * IGNORED with 10.6 (mariadb.com/kb/en/ignored-indexes/), CONVERT TABLE with 10.7 (MDEV-22166).
   */
  static MysqlFeatures ofMariadb(DatabaseVersion version) {
    return new MysqlFeatures(
        true,
        true,
        false,
        version.atLeast(10, 8),
        version.atLeast(10, 6),
        version.atLeast(10, 7),
        true,
        version.atLeast(10, 7),
        true,
        version.atLeast(11, 5) ? "utf8mb4_uca1400_ai_ci" : "utf8mb4_general_ci",
        version.atLeast(10, 10),
        version.atLeast(11, 1) ? "transaction_read_only" : "tx_read_only",
        version.atLeast(11, 5) ? END_OF_UNSIGNED_32_BITS : END_OF_32_BITS);
  }
}
