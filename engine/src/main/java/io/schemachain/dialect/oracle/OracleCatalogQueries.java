package io.schemachain.dialect.oracle;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.Scope;
import java.util.List;

/**
 * The questions to the ALL_ views of the data dictionary, which show what the user may see (Oracle
 * Database Reference, "Static Data Dictionary Views"). A LONG can be selected and nothing else, and
 * its rows come one by one, so that those have queries of their own.
 */
final class OracleCatalogQueries {
  static final String SCHEMAS = "schemas";
  static final String TABLES = "tables";
  static final String EXTERNAL = "external tables";
  static final String COMMENTS = "comments";
  static final String COLUMNS = "columns";
  static final String DEFAULTS = "defaults";
  static final String IDENTITIES = "identities";
  static final String COLUMN_COMMENTS = "column comments";
  static final String CONSTRAINTS = "constraints";
  static final String LONG_CHECKS = "long checks";
  static final String KEY_COLUMNS = "key columns";
  static final String INDEXES = "indexes";
  static final String INDEX_COLUMNS = "index columns";
  static final String EXPRESSIONS = "expressions";
  static final String SEQUENCES = "sequences";
  static final String VIEWS = "views";
  static final String MATERIALIZED_VIEWS = "materialized views";
  static final String MATERIALIZED_COMMENTS = "comments on materialized views";
  static final String MATERIALIZED_LOGS = "materialized view logs";
  static final String OTHERS = "others";

  /** SEARCH_CONDITION_VC has 4000 bytes at most. */
  private static final int MAYBE_CUT = 3990;

  private final String schemas;

  OracleCatalogQueries(OracleDialect dialect, Scope scope) {
    this.schemas =
        String.join(", ", scope.schemas().stream().map(dialect.literals()::string).toList());
  }

  List<CatalogQuery> all() {
    return List.of(
        query(
            SCHEMAS,
            """
            SELECT USERNAME AS SCHEMA_NAME FROM ALL_USERS
            WHERE USERNAME IN (:) ORDER BY USERNAME"""),
        query(
            TABLES,
            """
            SELECT OWNER, TABLE_NAME, TEMPORARY, NESTED, SECONDARY, DROPPED, PARTITIONED, IOT_TYPE,
              CLUSTER_NAME
            FROM ALL_TABLES WHERE OWNER IN (:) ORDER BY OWNER, TABLE_NAME"""),
        query(EXTERNAL, "SELECT OWNER, TABLE_NAME FROM ALL_EXTERNAL_TABLES WHERE OWNER IN (:)"),
        query(
            COMMENTS,
            """
            SELECT OWNER, TABLE_NAME, COMMENTS FROM ALL_TAB_COMMENTS
            WHERE OWNER IN (:) AND COMMENTS IS NOT NULL"""),
        query(
            COLUMNS,
            """
            SELECT OWNER, TABLE_NAME, COLUMN_NAME, DATA_TYPE, DATA_TYPE_MOD, DATA_TYPE_OWNER,
              DATA_LENGTH, DATA_PRECISION, DATA_SCALE, CHAR_LENGTH, CHAR_USED, NULLABLE,
              VIRTUAL_COLUMN, HIDDEN_COLUMN, IDENTITY_COLUMN, DEFAULT_ON_NULL, COLLATION
            FROM ALL_TAB_COLS
            WHERE OWNER IN (:) AND USER_GENERATED = 'YES'
            ORDER BY OWNER, TABLE_NAME, COLUMN_ID, INTERNAL_COLUMN_ID"""),
        query(
            DEFAULTS,
            """
            SELECT OWNER, TABLE_NAME, COLUMN_NAME, DATA_DEFAULT FROM ALL_TAB_COLS
            WHERE OWNER IN (:) AND USER_GENERATED = 'YES' AND DEFAULT_LENGTH IS NOT NULL"""),
        query(
            IDENTITIES,
            """
            SELECT OWNER, TABLE_NAME, COLUMN_NAME, GENERATION_TYPE, IDENTITY_OPTIONS
            FROM ALL_TAB_IDENTITY_COLS WHERE OWNER IN (:)"""),
        query(
            COLUMN_COMMENTS,
            """
            SELECT OWNER, TABLE_NAME, COLUMN_NAME, COMMENTS FROM ALL_COL_COMMENTS
            WHERE OWNER IN (:) AND COMMENTS IS NOT NULL"""),
        query(
            CONSTRAINTS,
            """
            SELECT OWNER, CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_NAME, SEARCH_CONDITION_VC,
              R_OWNER, R_CONSTRAINT_NAME, DELETE_RULE, STATUS, DEFERRABLE, DEFERRED, VALIDATED,
              GENERATED, INDEX_OWNER, INDEX_NAME
            FROM ALL_CONSTRAINTS
            WHERE OWNER IN (:) AND CONSTRAINT_TYPE IN ('P', 'U', 'R', 'C')
            ORDER BY OWNER, TABLE_NAME, CONSTRAINT_NAME"""),
        query(
            LONG_CHECKS,
            """
            SELECT OWNER, CONSTRAINT_NAME, SEARCH_CONDITION FROM ALL_CONSTRAINTS
            WHERE OWNER IN (:) AND CONSTRAINT_TYPE = 'C'
              AND (SEARCH_CONDITION_VC IS NULL OR LENGTHB(SEARCH_CONDITION_VC) > %d)"""
                .formatted(MAYBE_CUT)),
        query(
            KEY_COLUMNS,
            """
            SELECT OWNER, CONSTRAINT_NAME, TABLE_NAME, COLUMN_NAME FROM ALL_CONS_COLUMNS
            WHERE OWNER IN (:) OR (OWNER, CONSTRAINT_NAME) IN (
              SELECT R_OWNER, R_CONSTRAINT_NAME FROM ALL_CONSTRAINTS
              WHERE OWNER IN (:) AND CONSTRAINT_TYPE = 'R')
            ORDER BY OWNER, CONSTRAINT_NAME, POSITION"""),
        query(
            INDEXES,
            """
            SELECT OWNER, INDEX_NAME, INDEX_TYPE, TABLE_OWNER, TABLE_NAME, UNIQUENESS, COMPRESSION,
              PREFIX_LENGTH, VISIBILITY, STATUS, GENERATED, PARTITIONED
            FROM ALL_INDEXES WHERE TABLE_OWNER IN (:) AND INDEX_TYPE <> 'LOB'
            ORDER BY TABLE_OWNER, TABLE_NAME, INDEX_NAME"""),
        query(
            INDEX_COLUMNS,
            """
            SELECT INDEX_OWNER, INDEX_NAME, COLUMN_NAME, COLUMN_POSITION, DESCEND
            FROM ALL_IND_COLUMNS WHERE TABLE_OWNER IN (:)
            ORDER BY INDEX_OWNER, INDEX_NAME, COLUMN_POSITION"""),
        query(
            EXPRESSIONS,
            """
            SELECT INDEX_OWNER, INDEX_NAME, COLUMN_POSITION, COLUMN_EXPRESSION
            FROM ALL_IND_EXPRESSIONS WHERE TABLE_OWNER IN (:)"""),
        query(
            SEQUENCES,
            """
            SELECT SEQUENCE_OWNER, SEQUENCE_NAME, MIN_VALUE, MAX_VALUE, INCREMENT_BY, CYCLE_FLAG,
              ORDER_FLAG, CACHE_SIZE
            FROM ALL_SEQUENCES
            WHERE SEQUENCE_OWNER IN (:) AND (SEQUENCE_OWNER, SEQUENCE_NAME) NOT IN (
              SELECT OWNER, SEQUENCE_NAME FROM ALL_TAB_IDENTITY_COLS WHERE OWNER IN (:))
            ORDER BY SEQUENCE_OWNER, SEQUENCE_NAME"""),
        query(
            VIEWS,
            """
            SELECT OWNER, VIEW_NAME, TEXT FROM ALL_VIEWS
            WHERE OWNER IN (:) ORDER BY OWNER, VIEW_NAME"""),
        query(
            MATERIALIZED_VIEWS,
            """
            SELECT OWNER, MVIEW_NAME, CONTAINER_NAME, QUERY FROM ALL_MVIEWS
            WHERE OWNER IN (:) ORDER BY OWNER, MVIEW_NAME"""),
        query(
            MATERIALIZED_COMMENTS,
            """
            SELECT OWNER, MVIEW_NAME, COMMENTS FROM ALL_MVIEW_COMMENTS
            WHERE OWNER IN (:) AND COMMENTS IS NOT NULL"""),
        query(
            MATERIALIZED_LOGS,
            "SELECT LOG_OWNER, LOG_TABLE, MASTER FROM ALL_MVIEW_LOGS WHERE LOG_OWNER IN (:)"),
        query(
            OTHERS,
            """
            SELECT LOWER(OBJECT_TYPE) AS KIND, OWNER, OBJECT_NAME AS NAME FROM ALL_OBJECTS
            WHERE OWNER IN (:) AND GENERATED = 'N' AND SUBOBJECT_NAME IS NULL
              AND OBJECT_NAME NOT LIKE 'BIN$%'
              AND OBJECT_TYPE NOT IN ('TABLE', 'INDEX', 'VIEW', 'MATERIALIZED VIEW', 'SEQUENCE',
                'LOB', 'PACKAGE BODY', 'TYPE BODY')
            UNION ALL
            SELECT 'object table', OWNER, TABLE_NAME FROM ALL_OBJECT_TABLES
            WHERE OWNER IN (:) AND NESTED = 'NO'
            UNION ALL
            SELECT 'xml table', OWNER, TABLE_NAME FROM ALL_XML_TABLES WHERE OWNER IN (:)
            ORDER BY 1, 2, 3"""));
  }

  private CatalogQuery query(String name, String pattern) {
    return new CatalogQuery(name, pattern.replace("(:)", "(" + schemas + ")"));
  }
}
