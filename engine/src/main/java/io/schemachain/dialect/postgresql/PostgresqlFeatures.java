package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.DatabaseVersion;

/**
 * What depends on the version of PostgreSQL. A version is looked at here and nowhere else.
 *
 * @param virtualColumns whether a computed column need not be stored
 * @param replaceTrigger whether a trigger can be replaced
 * @param nullsNotDistinct whether NULLs of a unique key may count as equal
 * @param setExpression whether a computed column can get another expression
 */
record PostgresqlFeatures(
    boolean virtualColumns,
    boolean replaceTrigger,
    boolean nullsNotDistinct,
    boolean setExpression) {
  /**
   * CREATE OR REPLACE TRIGGER came with 14, NULLS NOT DISTINCT with 15, SET EXPRESSION with 17,
   * virtual generated columns with 18 (postgresql.org/docs/18/release-18.html).
   */
  static PostgresqlFeatures of(DatabaseVersion version) {
    return new PostgresqlFeatures(
        version.atLeast(18, 0),
        version.atLeast(14, 0),
        version.atLeast(15, 0),
        version.atLeast(17, 0));
  }
}
