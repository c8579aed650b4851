package io.schemachain.dialect.h2;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.Scope;
import java.util.List;

/**
 * The questions to INFORMATION_SCHEMA. Each is about one of its tables: they have no indexes and
 * are made anew for each look, so that joins would take as long as their product.
 */
final class H2CatalogQueries {
  static final String SCHEMAS = "schemas";
  static final String TABLES = "tables";
  static final String COLUMNS = "columns";
  static final String ELEMENTS = "elements";
  static final String ENUM_VALUES = "enum values";
  static final String CONSTRAINTS = "constraints";
  static final String KEY_COLUMNS = "key columns";
  static final String REFERENCES = "references";
  static final String CHECKS = "checks";
  static final String INDEXES = "indexes";
  static final String INDEX_COLUMNS = "index columns";
  static final String SEQUENCES = "sequences";
  static final String VIEWS = "views";
  static final String OTHERS = "others";

  private final H2Dialect dialect;
  private final String schemas;

  H2CatalogQueries(H2Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.schemas =
        String.join(", ", scope.schemas().stream().map(dialect.literals()::string).toList());
  }

  List<CatalogQuery> all() {
    String distinct = dialect.features().nullsNotDistinct() ? "NULLS_DISTINCT" : "NULL";
    return List.of(
        query(
            SCHEMAS,
            """
            SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA
            WHERE SCHEMA_NAME IN ($L) ORDER BY SCHEMA_NAME"""),
        query(
            TABLES,
            """
            SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, TABLE_CLASS, REMARKS,
              STORAGE_TYPE = 'MEMORY' AND DATABASE_PATH() IS NOT NULL AS IN_MEMORY
            FROM INFORMATION_SCHEMA.TABLES
            WHERE TABLE_SCHEMA IN ($L) ORDER BY TABLE_SCHEMA, TABLE_NAME"""),
        query(
            COLUMNS,
            """
            SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE,
              DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, DATETIME_PRECISION, INTERVAL_TYPE,
              INTERVAL_PRECISION, DOMAIN_SCHEMA, DOMAIN_NAME, MAXIMUM_CARDINALITY, DTD_IDENTIFIER,
              DECLARED_DATA_TYPE, DECLARED_NUMERIC_PRECISION, DECLARED_NUMERIC_SCALE,
              GEOMETRY_TYPE, GEOMETRY_SRID, IS_IDENTITY, IDENTITY_GENERATION, IDENTITY_START,
              IDENTITY_INCREMENT, IDENTITY_CYCLE, GENERATION_EXPRESSION, COLUMN_ON_UPDATE,
              IS_VISIBLE, DEFAULT_ON_NULL, REMARKS
            FROM INFORMATION_SCHEMA.COLUMNS
            WHERE TABLE_SCHEMA IN ($L) ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION"""),
        query(
            ELEMENTS,
            """
            SELECT OBJECT_SCHEMA AS TABLE_SCHEMA, OBJECT_NAME AS TABLE_NAME,
              COLLECTION_TYPE_IDENTIFIER, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, DATETIME_PRECISION,
              INTERVAL_TYPE, INTERVAL_PRECISION, MAXIMUM_CARDINALITY, DTD_IDENTIFIER,
              DECLARED_DATA_TYPE, DECLARED_NUMERIC_PRECISION, DECLARED_NUMERIC_SCALE,
              GEOMETRY_TYPE, GEOMETRY_SRID
            FROM INFORMATION_SCHEMA.ELEMENT_TYPES
            WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA IN ($L)"""),
        query(
            ENUM_VALUES,
            """
            SELECT OBJECT_SCHEMA AS TABLE_SCHEMA, OBJECT_NAME AS TABLE_NAME, ENUM_IDENTIFIER,
              VALUE_NAME
            FROM INFORMATION_SCHEMA.ENUM_VALUES
            WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA IN ($L)
            ORDER BY OBJECT_SCHEMA, OBJECT_NAME, ENUM_IDENTIFIER, VALUE_ORDINAL"""),
        query(
            CONSTRAINTS,
            """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_SCHEMA, TABLE_NAME,
              INDEX_SCHEMA, INDEX_NAME, $L AS NULLS_DISTINCT
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE TABLE_SCHEMA IN ($L) ORDER BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME""",
            distinct),
        new CatalogQuery(
            KEY_COLUMNS,
            """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,
              POSITION_IN_UNIQUE_CONSTRAINT
            FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE
            ORDER BY CONSTRAINT_SCHEMA, CONSTRAINT_NAME, ORDINAL_POSITION"""),
        query(
            REFERENCES,
            """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA,
              UNIQUE_CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE
            FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN ($L)"""),
        query(
            CHECKS,
            """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE
            FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN ($L)"""),
        query(
            INDEXES,
            """
            SELECT INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, INDEX_TYPE_NAME,
              IS_GENERATED, $L AS NULLS_DISTINCT
            FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_SCHEMA IN ($L)
            ORDER BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME""",
            distinct),
        query(
            INDEX_COLUMNS,
            """
            SELECT INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION, NULL_ORDERING,
              IS_UNIQUE
            FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE TABLE_SCHEMA IN ($L)
            ORDER BY INDEX_SCHEMA, INDEX_NAME, ORDINAL_POSITION"""),
        query(
            SEQUENCES,
            """
            SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE, START_VALUE, MINIMUM_VALUE,
              MAXIMUM_VALUE, INCREMENT, CYCLE_OPTION, CACHE
            FROM INFORMATION_SCHEMA.SEQUENCES
            WHERE SEQUENCE_SCHEMA IN ($L) ORDER BY SEQUENCE_SCHEMA, SEQUENCE_NAME"""),
        query(
            VIEWS,
            """
            SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION
            FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA IN ($L)"""),
        new CatalogQuery(OTHERS, others()));
  }

  /**
   * What has no words in the model, by kind. An alias of a method without a result is one as well.
   */
  private String others() {
    return """
        SELECT 'domain' AS KIND, DOMAIN_SCHEMA AS IN_SCHEMA, DOMAIN_NAME AS NAME
        FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN_SCHEMA IN (:)
        UNION ALL
        SELECT 'trigger', TRIGGER_SCHEMA, TRIGGER_NAME
        FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA IN (:)
        UNION ALL
        SELECT CASE ROUTINE_TYPE WHEN 'PROCEDURE' THEN 'function' ELSE LOWER(ROUTINE_TYPE) END,
          ROUTINE_SCHEMA, ROUTINE_NAME
        FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA IN (:)
        UNION ALL
        SELECT 'synonym', SYNONYM_SCHEMA, SYNONYM_NAME
        FROM INFORMATION_SCHEMA.SYNONYMS WHERE SYNONYM_SCHEMA IN (:)
        UNION ALL
        SELECT 'constant', CONSTANT_SCHEMA, CONSTANT_NAME
        FROM INFORMATION_SCHEMA.CONSTANTS WHERE CONSTANT_SCHEMA IN (:)
        ORDER BY KIND, IN_SCHEMA, NAME"""
        .replace(":", schemas);
  }

  private CatalogQuery query(String name, String pattern) {
    return new CatalogQuery(name, dialect.sql().format(pattern, schemas));
  }

  private CatalogQuery query(String name, String pattern, String column) {
    return new CatalogQuery(name, dialect.sql().format(pattern, column, schemas));
  }
}
