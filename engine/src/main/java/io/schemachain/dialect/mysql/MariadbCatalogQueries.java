package io.schemachain.dialect.mysql;

/** Where MariaDB's information_schema has other columns. */
final class MariadbCatalogQueries extends MysqlCatalogQueries {
  MariadbCatalogQueries(MariadbDialect dialect) {
    super(dialect);
  }

  @Override
  String referenceSystem() {
    return "NULL";
  }

  @Override
  String hidden() {
    return "IGNORED = 'YES'";
  }

  /** The name of a check is unique in its table only. */
  @Override
  String checks() {
    return """
        SELECT CONSTRAINT_SCHEMA AS TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE,
          'YES' AS ENFORCED, LEVEL = 'Column' AS OF_COLUMN
        FROM information_schema.CHECK_CONSTRAINTS
        WHERE CONSTRAINT_SCHEMA IN ($schemas)
        ORDER BY CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME
        """;
  }

  /** They are with their checks. */
  @Override
  String conditions() {
    return NONE;
  }
}
