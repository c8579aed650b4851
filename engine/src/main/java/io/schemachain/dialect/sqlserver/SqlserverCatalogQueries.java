package io.schemachain.dialect.sqlserver;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.Scope;
import java.util.List;

/**
 * The questions to the catalog views of the schema sys, with columns that SQL Server 2016 has. They
 * show what the user has a right on, and no definitions without VIEW DEFINITION.
 */
final class SqlserverCatalogQueries {
  static final String SCHEMAS = "schemas";
  static final String TABLES = "tables";
  static final String COLUMNS = "columns";
  static final String CHECKS = "checks";
  static final String KEYS = "keys";
  static final String FOREIGN_KEYS = "foreign keys";
  static final String INDEXES = "indexes";
  static final String INDEX_COLUMNS = "index columns";
  static final String SEQUENCES = "sequences";
  static final String VIEWS = "views";
  static final String OTHERS = "others";

  private final String schemas;

  SqlserverCatalogQueries(SqlserverDialect dialect, Scope scope) {
    this.schemas =
        String.join(", ", scope.schemas().stream().map(dialect.literals()::string).toList());
  }

  List<CatalogQuery> all() {
    return List.of(
        query(SCHEMAS, "SELECT name FROM sys.schemas WHERE name IN (:) ORDER BY name"),
        query(
            TABLES,
            """
            SELECT s.name AS table_schema, t.name AS table_name, t.is_external, t.is_filetable,
              t.is_memory_optimized, t.temporal_type, f.type AS space_type, f.name AS space_name,
              f.is_default AS is_default_space, p.data_compression_desc AS compression,
              CAST(e.value AS NVARCHAR(4000)) AS remarks
            FROM sys.tables t
              JOIN sys.schemas s ON s.schema_id = t.schema_id
              LEFT JOIN sys.indexes i ON i.object_id = t.object_id AND i.index_id IN (0, 1)
              LEFT JOIN sys.data_spaces f ON f.data_space_id = i.data_space_id
              LEFT JOIN sys.partitions p ON p.object_id = i.object_id
                AND p.index_id = i.index_id AND p.partition_number = 1
              LEFT JOIN sys.extended_properties e ON e.class = 1 AND e.major_id = t.object_id
                AND e.minor_id = 0 AND e.name = N'MS_Description'
            WHERE s.name IN (:) AND t.is_ms_shipped = 0
            ORDER BY s.name, t.name"""),
        query(
            COLUMNS,
            """
            SELECT s.name AS table_schema, t.name AS table_name, c.name AS column_name,
              ty.name AS type_name, ts.name AS type_schema, ty.is_user_defined, c.max_length,
              c.precision, c.scale, c.is_nullable, c.default_object_id, c.rule_object_id,
              NULLIF(c.collation_name, CAST(DATABASEPROPERTYEX(DB_NAME(), N'Collation')
                AS NVARCHAR(128))) AS collation_name,
              d.definition AS default_text, k.definition AS computed_text, k.is_persisted,
              c.is_computed, c.is_identity, CAST(i.seed_value AS NVARCHAR(40)) AS seed,
              CAST(i.increment_value AS NVARCHAR(40)) AS step, c.is_rowguidcol, c.is_sparse,
              c.is_filestream, c.is_hidden, c.is_masked, c.generated_always_type,
              CAST(e.value AS NVARCHAR(4000)) AS remarks
            FROM sys.columns c
              JOIN sys.tables t ON t.object_id = c.object_id
              JOIN sys.schemas s ON s.schema_id = t.schema_id
              JOIN sys.types ty ON ty.user_type_id = c.user_type_id
              JOIN sys.schemas ts ON ts.schema_id = ty.schema_id
              LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id
              LEFT JOIN sys.computed_columns k ON k.object_id = c.object_id
                AND k.column_id = c.column_id
              LEFT JOIN sys.identity_columns i ON i.object_id = c.object_id
                AND i.column_id = c.column_id
              LEFT JOIN sys.extended_properties e ON e.class = 1 AND e.major_id = c.object_id
                AND e.minor_id = c.column_id AND e.name = N'MS_Description'
            WHERE s.name IN (:) AND t.is_ms_shipped = 0
            ORDER BY s.name, t.name, c.column_id"""),
        query(
            CHECKS,
            """
            SELECT s.name AS table_schema, t.name AS table_name, c.name AS constraint_name,
              c.definition, c.is_disabled, c.is_not_trusted, c.is_not_for_replication,
              c.is_system_named
            FROM sys.check_constraints c
              JOIN sys.tables t ON t.object_id = c.parent_object_id
              JOIN sys.schemas s ON s.schema_id = t.schema_id
            WHERE s.name IN (:)
            ORDER BY s.name, t.name, c.name"""),
        query(
            KEYS,
            """
            SELECT s.name AS table_schema, t.name AS table_name, k.name AS constraint_name,
              k.is_system_named
            FROM sys.key_constraints k
              JOIN sys.tables t ON t.object_id = k.parent_object_id
              JOIN sys.schemas s ON s.schema_id = t.schema_id
            WHERE s.name IN (:)"""),
        query(
            FOREIGN_KEYS,
            """
            SELECT s.name AS table_schema, t.name AS table_name, k.name AS constraint_name,
              c.name AS column_name, rs.name AS referred_schema, r.name AS referred_table,
              rc.name AS referred_column, k.delete_referential_action_desc AS delete_rule,
              k.update_referential_action_desc AS update_rule, k.is_disabled, k.is_not_trusted,
              k.is_not_for_replication, k.is_system_named
            FROM sys.foreign_keys k
              JOIN sys.foreign_key_columns kc ON kc.constraint_object_id = k.object_id
              JOIN sys.tables t ON t.object_id = k.parent_object_id
              JOIN sys.schemas s ON s.schema_id = t.schema_id
              JOIN sys.columns c ON c.object_id = kc.parent_object_id
                AND c.column_id = kc.parent_column_id
              LEFT JOIN sys.tables r ON r.object_id = k.referenced_object_id
              LEFT JOIN sys.schemas rs ON rs.schema_id = r.schema_id
              LEFT JOIN sys.columns rc ON rc.object_id = kc.referenced_object_id
                AND rc.column_id = kc.referenced_column_id
            WHERE s.name IN (:)
            ORDER BY s.name, t.name, k.name, kc.constraint_column_id"""),
        query(
            INDEXES,
            """
            SELECT s.name AS table_schema, t.name AS table_name, i.name AS index_name,
              i.type_desc, i.is_unique, i.is_primary_key, i.is_unique_constraint, i.is_disabled,
              i.is_hypothetical, i.ignore_dup_key, i.fill_factor, i.is_padded,
              i.filter_definition, f.type AS space_type, f.name AS space_name,
              f.is_default AS is_default_space, p.data_compression_desc AS compression
            FROM sys.indexes i
              JOIN sys.tables t ON t.object_id = i.object_id
              JOIN sys.schemas s ON s.schema_id = t.schema_id
              LEFT JOIN sys.data_spaces f ON f.data_space_id = i.data_space_id
              LEFT JOIN sys.partitions p ON p.object_id = i.object_id
                AND p.index_id = i.index_id AND p.partition_number = 1
            WHERE s.name IN (:) AND t.is_ms_shipped = 0 AND i.index_id > 0
            ORDER BY s.name, t.name, i.name"""),
        query(
            INDEX_COLUMNS,
            """
            SELECT s.name AS table_schema, t.name AS table_name, i.name AS index_name,
              c.name AS column_name, x.key_ordinal, x.is_included_column, x.is_descending_key
            FROM sys.index_columns x
              JOIN sys.indexes i ON i.object_id = x.object_id AND i.index_id = x.index_id
              JOIN sys.tables t ON t.object_id = i.object_id
              JOIN sys.schemas s ON s.schema_id = t.schema_id
              JOIN sys.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id
            WHERE s.name IN (:) AND t.is_ms_shipped = 0
            ORDER BY s.name, t.name, i.name, x.key_ordinal, x.index_column_id"""),
        query(
            SEQUENCES,
            """
            SELECT s.name AS sequence_schema, q.name AS sequence_name,
              TYPE_NAME(q.user_type_id) AS type_name, CAST(q.start_value AS NVARCHAR(40)) AS start,
              CAST(q.increment AS NVARCHAR(40)) AS step,
              CAST(q.minimum_value AS NVARCHAR(40)) AS least,
              CAST(q.maximum_value AS NVARCHAR(40)) AS most, q.is_cycling, q.is_cached, q.cache_size
            FROM sys.sequences q JOIN sys.schemas s ON s.schema_id = q.schema_id
            WHERE s.name IN (:)
            ORDER BY s.name, q.name"""),
        query(
            VIEWS,
            """
            SELECT s.name AS view_schema, v.name AS view_name, m.definition,
              CAST(e.value AS NVARCHAR(4000)) AS remarks
            FROM sys.views v
              JOIN sys.schemas s ON s.schema_id = v.schema_id
              LEFT JOIN sys.sql_modules m ON m.object_id = v.object_id
              LEFT JOIN sys.extended_properties e ON e.class = 1 AND e.major_id = v.object_id
                AND e.minor_id = 0 AND e.name = N'MS_Description'
            WHERE s.name IN (:) AND v.is_ms_shipped = 0
            ORDER BY s.name, v.name"""),
        query(
            OTHERS,
            """
            SELECT o.type_desc AS kind, s.name AS in_schema, o.name AS name
            FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id
            WHERE s.name IN (:) AND o.is_ms_shipped = 0
              AND (o.type NOT IN ('U', 'V', 'PK', 'UQ', 'F', 'C', 'D', 'SO', 'S', 'IT', 'TT')
                OR o.type = 'D' AND o.parent_object_id = 0)
            UNION ALL
            SELECT CASE WHEN y.is_table_type = 1 THEN N'TABLE_TYPE' ELSE N'TYPE' END, s.name, y.name
            FROM sys.types y JOIN sys.schemas s ON s.schema_id = y.schema_id
            WHERE s.name IN (:) AND y.is_user_defined = 1
            UNION ALL
            SELECT N'INDEX_OF_A_VIEW', s.name, i.name
            FROM sys.indexes i
              JOIN sys.views v ON v.object_id = i.object_id
              JOIN sys.schemas s ON s.schema_id = v.schema_id
            WHERE s.name IN (:) AND v.is_ms_shipped = 0
            UNION ALL
            SELECT N'XML_SCHEMA_COLLECTION', s.name, x.name
            FROM sys.xml_schema_collections x JOIN sys.schemas s ON s.schema_id = x.schema_id
            WHERE s.name IN (:) AND s.name <> N'sys'
            ORDER BY 1, 2, 3"""));
  }

  private CatalogQuery query(String name, String pattern) {
    return new CatalogQuery(name, pattern.replace("(:)", "(" + schemas + ")"));
  }
}
