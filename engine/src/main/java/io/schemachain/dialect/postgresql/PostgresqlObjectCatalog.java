package io.schemachain.dialect.postgresql;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.Scope;
import java.util.List;

/** The queries for what stands beside tables, and for what the model does not hold. */
final class PostgresqlObjectCatalog {
  static final String SCHEMAS = "schemas";
  static final String EXTENSIONS = "extensions";
  static final String ENUMS = "enums";
  static final String SEQUENCES = "sequences";
  static final String VIEWS = "views";
  static final String OTHERS = "others";

  private final String schemas;

  PostgresqlObjectCatalog(PostgresqlDialect dialect, Scope scope) {
    this.schemas = PostgresqlCatalog.schemas(dialect, scope);
  }

  List<CatalogQuery> queries() {
    return List.of(
        query(SCHEMAS, NAMESPACES_SQL),
        query(EXTENSIONS, EXTENSIONS_SQL),
        query(ENUMS, ENUMS_SQL),
        query(SEQUENCES, SEQUENCES_SQL),
        query(VIEWS, VIEWS_SQL),
        query(OTHERS, OTHERS_SQL));
  }

  private CatalogQuery query(String name, String sql) {
    return new CatalogQuery(
        name,
        sql.strip()
            .replace("$SCHEMAS", schemas)
            .replace("$OWN_CLASS", PostgresqlCatalog.ofNoExtension("pg_class", "c.oid"))
            .replace("$OWN_TYPE", PostgresqlCatalog.ofNoExtension("pg_type", "t.oid")));
  }

  private static final String NAMESPACES_SQL =
      """
      SELECT n.nspname AS name FROM pg_catalog.pg_namespace n WHERE n.nspname IN ($SCHEMAS)
      ORDER BY n.nspname
      """;

  /** The version is NULL where it is the one that the server prefers. */
  private static final String EXTENSIONS_SQL =
      """
      SELECT e.extname AS name, n.nspname AS schema, NULLIF(e.extversion, a.default_version) AS version
      FROM pg_catalog.pg_extension e
      JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
      LEFT JOIN pg_catalog.pg_available_extensions a ON a.name = e.extname
      WHERE n.nspname IN ($SCHEMAS)
      ORDER BY e.extname
      """;

  private static final String ENUMS_SQL =
      """
      SELECT n.nspname AS schema, t.typname AS name, v.enumlabel AS value
      FROM pg_catalog.pg_type t
      JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      LEFT JOIN pg_catalog.pg_enum v ON v.enumtypid = t.oid
      WHERE n.nspname IN ($SCHEMAS) AND t.typtype = 'e' AND $OWN_TYPE
      ORDER BY n.nspname, t.typname, v.enumsortorder
      """;

  /** Not those of identity columns. */
  private static final String SEQUENCES_SQL =
      """
      SELECT n.nspname AS schema, c.relname AS name, s.seqstart AS start, s.seqincrement AS increment,
        s.seqmin AS least, s.seqmax AS most, s.seqcycle AS cycle, s.seqcache AS cache,
        (SELECT oc.relname || '.' || oa.attname FROM pg_catalog.pg_depend o
          JOIN pg_catalog.pg_class oc ON oc.oid = o.refobjid
          JOIN pg_catalog.pg_attribute oa ON oa.attrelid = oc.oid AND oa.attnum = o.refobjsubid
          WHERE o.classid = 'pg_catalog.pg_class'::regclass AND o.objid = c.oid
            AND o.refclassid = 'pg_catalog.pg_class'::regclass AND o.deptype = 'a') AS owner
      FROM pg_catalog.pg_sequence s
      JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ($SCHEMAS) AND $OWN_CLASS AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend i
        WHERE i.classid = 'pg_catalog.pg_class'::regclass AND i.objid = c.oid AND i.deptype = 'i')
      ORDER BY n.nspname, c.relname
      """;

  private static final String VIEWS_SQL =
      """
      SELECT n.nspname AS schema, c.relname AS name, c.relkind AS kind,
        pg_catalog.pg_get_viewdef(c.oid) AS definition,
        array_to_string(c.reloptions, chr(10)) AS options, d.description AS comment
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_description d
        ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
      WHERE n.nspname IN ($SCHEMAS) AND c.relkind IN ('v', 'm') AND $OWN_CLASS
      ORDER BY n.nspname, c.relname
      """;

  private static final String OTHERS_SQL =
      """
      SELECT kind, schema, name, reason FROM (
        SELECT CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'c' THEN 'composite type' WHEN 'r' THEN 'range type'
            ELSE 'base type' END AS kind, n.nspname AS schema, t.typname::text AS name, '' AS reason
        FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
        WHERE n.nspname IN ($SCHEMAS) AND $OWN_TYPE AND (t.typtype IN ('d', 'r') OR c.relkind = 'c'
          OR t.typtype = 'b' AND t.typelem = 0)
        UNION ALL
        SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
          n.nspname, p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', ''
        FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ($SCHEMAS) AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend x
          WHERE x.classid = 'pg_catalog.pg_proc'::regclass AND x.objid = p.oid AND x.deptype IN ('e', 'i'))
        UNION ALL
        SELECT 'foreign table', n.nspname, c.relname, ''
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ($SCHEMAS) AND c.relkind = 'f' AND NOT c.relispartition AND $OWN_CLASS
        UNION ALL
        SELECT 'row level security', n.nspname, c.relname, ''
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ($SCHEMAS) AND c.relrowsecurity AND NOT c.relispartition AND $OWN_CLASS
        UNION ALL
        SELECT 'replica identity', n.nspname, c.relname, ''
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ($SCHEMAS) AND c.relkind IN ('r', 'p') AND c.relreplident <> 'd'
          AND NOT c.relispartition AND $OWN_CLASS
        UNION ALL
        SELECT x.kind, n.nspname, c.relname || '.' || x.name, ''
        FROM (
          SELECT 'trigger' AS kind, tgrelid AS relation, tgname AS name FROM pg_catalog.pg_trigger
          WHERE NOT tgisinternal
          UNION ALL
          SELECT 'rule', ev_class, rulename FROM pg_catalog.pg_rewrite WHERE rulename <> '_RETURN'
          UNION ALL
          SELECT 'policy', polrelid, polname FROM pg_catalog.pg_policy) x
        JOIN pg_catalog.pg_class c ON c.oid = x.relation
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ($SCHEMAS) AND NOT c.relispartition AND $OWN_CLASS
        UNION ALL
        SELECT 'inheritance', n.nspname, c.relname, 'from ' || h.inhparent::regclass::text
        FROM pg_catalog.pg_inherits h JOIN pg_catalog.pg_class c ON c.oid = h.inhrelid AND c.relkind = 'r'
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ($SCHEMAS) AND NOT c.relispartition AND $OWN_CLASS
        UNION ALL
        SELECT 'index', n.nspname, ic.relname, 'it is on the partition ' || c.relname || ' alone'
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid AND NOT ic.relispartition
        JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ($SCHEMAS) AND c.relispartition AND c.relkind IN ('r', 'p') AND $OWN_CLASS
        UNION ALL
        SELECT 'statistics', n.nspname, s.stxname, ''
        FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
        WHERE n.nspname IN ($SCHEMAS)
        UNION ALL
        SELECT 'collation', n.nspname, l.collname, ''
        FROM pg_catalog.pg_collation l JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace
        WHERE n.nspname IN ($SCHEMAS)
        UNION ALL
        SELECT 'text search configuration', n.nspname, f.cfgname, ''
        FROM pg_catalog.pg_ts_config f JOIN pg_catalog.pg_namespace n ON n.oid = f.cfgnamespace
        WHERE n.nspname IN ($SCHEMAS)
        UNION ALL
        SELECT 'comment', n.nspname, c.relname, 'of ' || CASE c.relkind WHEN 'S' THEN 'a sequence'
          ELSE 'an index' END
        FROM pg_catalog.pg_description d
        JOIN pg_catalog.pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_catalog.pg_class'::regclass
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ($SCHEMAS) AND c.relkind IN ('S', 'i', 'I') AND $OWN_CLASS
        UNION ALL
        SELECT 'comment', n.nspname, c.relname || '.' || k.conname, 'of a constraint'
        FROM pg_catalog.pg_description d
        JOIN pg_catalog.pg_constraint k ON k.oid = d.objoid
          AND d.classoid = 'pg_catalog.pg_constraint'::regclass
        JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ($SCHEMAS) AND $OWN_CLASS
        UNION ALL
        SELECT 'comment', n.nspname, t.typname, 'of a type'
        FROM pg_catalog.pg_description d
        JOIN pg_catalog.pg_type t ON t.oid = d.objoid AND d.classoid = 'pg_catalog.pg_type'::regclass
        JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
        WHERE n.nspname IN ($SCHEMAS) AND t.typtype = 'e' AND $OWN_TYPE) AS others
      ORDER BY kind, schema, name
      """;
}
