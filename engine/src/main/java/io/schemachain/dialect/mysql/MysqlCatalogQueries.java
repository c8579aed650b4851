package io.schemachain.dialect.mysql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.Scope;
import java.util.List;

/**
 * The questions to information_schema. Where a version has no such column there is a constant in
 * its place, so that what reads the rows does not depend on the version.
 */
class MysqlCatalogQueries {
  static final String SCHEMAS = "schemas";
  static final String TABLES = "tables";
  static final String COLUMNS = "columns";
  static final String INDEXES = "indexes";
  static final String FOREIGN_KEYS = "foreign keys";
  static final String FOREIGN_KEY_COLUMNS = "columns of foreign keys";
  static final String CHECKS = "check constraints";
  static final String CONDITIONS = "conditions of checks";
  static final String PARTITIONS = "partitions";
  static final String VIEWS = "views";
  static final String OTHERS = "other objects";

  static final String NONE = "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE FALSE";

  private final MysqlDialect dialect;

  MysqlCatalogQueries(MysqlDialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  final MysqlFeatures features() {
    return dialect.features();
  }

  final List<CatalogQuery> all(Scope scope) {
    List<String> schemas = scope.schemas().stream().map(dialect.literals()::string).toList();
    String list = String.join(", ", schemas);
    return List.of(
        query(SCHEMAS, schemas(), list),
        query(TABLES, tables(), list),
        query(COLUMNS, columns(), list),
        query(INDEXES, indexes(), list),
        query(FOREIGN_KEYS, foreignKeys(), list),
        query(FOREIGN_KEY_COLUMNS, foreignKeyColumns(), list),
        query(CHECKS, checks(), list),
        query(CONDITIONS, conditions(), list),
        query(PARTITIONS, partitions(), list),
        query(VIEWS, views(), list),
        query(OTHERS, others(), list));
  }

  private static CatalogQuery query(String name, String sql, String schemas) {
    return new CatalogQuery(name, sql.strip().replace("$schemas", schemas));
  }

  private static String schemas() {
    return """
        SELECT SCHEMA_NAME, DEFAULT_COLLATION_NAME
        FROM information_schema.SCHEMATA
        WHERE SCHEMA_NAME IN ($schemas)
        ORDER BY SCHEMA_NAME
        """;
  }

  private static String tables() {
    return """
        SELECT t.TABLE_SCHEMA, t.TABLE_NAME, t.TABLE_TYPE, t.ENGINE, t.TABLE_COLLATION,
          t.CREATE_OPTIONS, t.TABLE_COMMENT, c.CHARACTER_SET_NAME, c.IS_DEFAULT
        FROM information_schema.TABLES t
        LEFT JOIN information_schema.COLLATIONS c ON c.COLLATION_NAME = t.TABLE_COLLATION
        WHERE t.TABLE_SCHEMA IN ($schemas)
        ORDER BY t.TABLE_SCHEMA, t.TABLE_NAME
        """;
  }

  private String columns() {
    return """
        SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT,
          EXTRA, GENERATION_EXPRESSION, COLLATION_NAME, COLUMN_COMMENT, $place AS SRS
        FROM information_schema.COLUMNS
        WHERE TABLE_SCHEMA IN ($schemas)
        ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION
        """
        .replace("$place", referenceSystem());
  }

  /** The column that names the reference system of a place. */
  String referenceSystem() {
    return features().expressionIndexes() ? "SRS_ID" : "NULL";
  }

  private String indexes() {
    return """
        SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, NON_UNIQUE, COLUMN_NAME, `COLLATION`, SUB_PART,
          INDEX_TYPE, INDEX_COMMENT, $expression AS PART, $hidden AS HIDDEN
        FROM information_schema.STATISTICS
        WHERE TABLE_SCHEMA IN ($schemas)
        ORDER BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX
        """
        .replace("$expression", features().expressionIndexes() ? "EXPRESSION" : "NULL")
        .replace("$hidden", features().hiddenIndexes() ? hidden() : "FALSE");
  }

  /** Whether the optimizer passes over an index. */
  String hidden() {
    return "IS_VISIBLE = 'NO'";
  }

  private static String foreignKeys() {
    return """
        SELECT CONSTRAINT_SCHEMA AS TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE
        FROM information_schema.REFERENTIAL_CONSTRAINTS
        WHERE CONSTRAINT_SCHEMA IN ($schemas)
        ORDER BY CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME
        """;
  }

  private static String foreignKeyColumns() {
    return """
        SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA,
          REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
        FROM information_schema.KEY_COLUMN_USAGE
        WHERE TABLE_SCHEMA IN ($schemas) AND REFERENCED_TABLE_NAME IS NOT NULL
        ORDER BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION
        """;
  }

  /** Without their conditions: a join of the two takes the server minutes on many tables. */
  String checks() {
    return features().checks()
        ? """
        SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, NULL AS CHECK_CLAUSE, ENFORCED,
          FALSE AS OF_COLUMN
        FROM information_schema.TABLE_CONSTRAINTS
        WHERE TABLE_SCHEMA IN ($schemas) AND CONSTRAINT_TYPE = 'CHECK'
        ORDER BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME
        """
        : NONE;
  }

  /** The conditions of checks, by names that are unique in a schema. */
  String conditions() {
    return features().checks()
        ? """
        SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE
        FROM information_schema.CHECK_CONSTRAINTS
        WHERE CONSTRAINT_SCHEMA IN ($schemas)
        ORDER BY CONSTRAINT_SCHEMA, CONSTRAINT_NAME
        """
        : NONE;
  }

  private static String partitions() {
    return """
        SELECT TABLE_SCHEMA, TABLE_NAME, PARTITION_NAME, SUBPARTITION_NAME, PARTITION_METHOD,
          PARTITION_EXPRESSION, PARTITION_DESCRIPTION
        FROM information_schema.PARTITIONS
        WHERE TABLE_SCHEMA IN ($schemas) AND PARTITION_NAME IS NOT NULL
        ORDER BY TABLE_SCHEMA, TABLE_NAME, PARTITION_ORDINAL_POSITION, SUBPARTITION_ORDINAL_POSITION
        """;
  }

  private static String views() {
    return """
        SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, CHECK_OPTION, SECURITY_TYPE
        FROM information_schema.VIEWS
        WHERE TABLE_SCHEMA IN ($schemas)
        ORDER BY TABLE_SCHEMA, TABLE_NAME
        """;
  }

  /** The kinds that are only named. */
  private static String others() {
    return """
        SELECT TRIGGER_SCHEMA AS OBJECT_SCHEMA, 'trigger' AS KIND, TRIGGER_NAME AS NAME,
          EVENT_OBJECT_TABLE AS OWNER
        FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA IN ($schemas)
        UNION ALL
        SELECT ROUTINE_SCHEMA, LOWER(ROUTINE_TYPE), ROUTINE_NAME, NULL
        FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA IN ($schemas)
        UNION ALL
        SELECT EVENT_SCHEMA, 'event', EVENT_NAME, NULL
        FROM information_schema.EVENTS WHERE EVENT_SCHEMA IN ($schemas)
        ORDER BY OBJECT_SCHEMA, KIND, NAME
        """;
  }
}
