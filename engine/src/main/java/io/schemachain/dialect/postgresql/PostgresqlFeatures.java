package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.DatabaseVersion;

/**
 * What depends on the version of PostgreSQL. A version is looked at here and nowhere else.
 *
 * @param virtualColumns whether a computed column need not be stored
 * @param replaceTrigger whether a trigger can be replaced
 * @param nullsNotDistinct whether NULLs of a unique key may count as equal
 * @param setExpression whether a computed column can get another expression
 * @param operatorClassParameters whether an operator class of an index may have parameters
 * @param setSomeColumns whether a foreign key may set some of its columns alone
 * @param temporalKeys whether keys may be of periods, and constraints not enforced
 * @param laterNotNull whether NOT NULL, and foreign keys of partitioned tables, may be NOT VALID
 */
record PostgresqlFeatures(
    boolean virtualColumns,
    boolean replaceTrigger,
    boolean nullsNotDistinct,
    boolean setExpression,
    boolean operatorClassParameters,
    boolean setSomeColumns,
    boolean temporalKeys,
    boolean laterNotNull) {
  /**
   * Parameters of operator classes came with 13, CREATE OR REPLACE TRIGGER with 14, NULLS NOT
   * DISTINCT and SET NULL (column) with 15, SET EXPRESSION with 17, virtual generated columns,
   * WITHOUT OVERLAPS, NOT ENFORCED and NOT NULL that is NOT VALID with 18
   * (postgresql.org/docs/18/release-18.html).
   */
  static PostgresqlFeatures of(DatabaseVersion version) {
    return new PostgresqlFeatures(
        version.atLeast(18, 0),
        version.atLeast(14, 0),
        version.atLeast(15, 0),
        version.atLeast(17, 0),
        version.atLeast(13, 0),
        version.atLeast(15, 0),
        version.atLeast(18, 0),
        version.atLeast(18, 0));
  }
}
