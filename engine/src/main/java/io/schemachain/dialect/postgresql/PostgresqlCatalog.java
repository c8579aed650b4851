package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.Scope;
import java.util.List;

/**
 * The queries for tables and their parts. They name every object of the catalog with its schema,
 * and order rows by names and numbers of the catalog, so that neither search_path nor collation
 * matters. What is of an extension is not asked for, nor are partitions as tables.
 */
final class PostgresqlCatalog {
  static final String TABLES = "tables";
  static final String COLUMNS = "columns";
  static final String IDENTITIES = "identities";
  static final String CONSTRAINTS = "constraints";
  static final String INDEXES = "indexes";
  static final String PARTITIONS = "partitions";

  private final PostgresqlFeatures features;
  private final String schemas;

  PostgresqlCatalog(PostgresqlDialect dialect, PostgresqlFeatures features, Scope scope) {
    this.features = requireNonNull(features, "features");
    this.schemas = schemas(dialect, scope);
  }

  /** A list of constants. */
  static String schemas(PostgresqlDialect dialect, Scope scope) {
    return scope.schemas().stream().map(dialect.literals()::string).collect(joining(", "));
  }

  /** A condition that an object is of no extension. */
  static String ofNoExtension(String catalog, String oid) {
    return "NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend x WHERE x.classid = 'pg_catalog."
        + catalog
        + "'::regclass AND x.objid = "
        + oid
        + " AND x.deptype = 'e')";
  }

  List<CatalogQuery> queries() {
    return List.of(tables(), columns(), identities(), constraints(), indexes(), partitions());
  }

  private CatalogQuery query(String name, String sql) {
    return new CatalogQuery(
        name,
        sql.strip()
            .replace("$SCHEMAS", schemas)
            .replace("$OWN", ofNoExtension("pg_class", "c.oid")));
  }

  private CatalogQuery tables() {
    return query(
        TABLES,
        """
        SELECT n.nspname AS schema, c.relname AS name, c.relpersistence AS persistence,
          am.amname AS method, ts.spcname AS tablespace,
          array_to_string(c.reloptions, chr(10)) AS options,
          array_to_string(toast.reloptions, chr(10)) AS toast_options,
          d.description AS comment, p.partstrat AS strategy,
          (SELECT string_agg(a.attname, chr(10) ORDER BY k.n)
            FROM unnest(p.partattrs::int2[]) WITH ORDINALITY k (attnum, n)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum) AS key_columns,
          p.partnatts AS key_parts, pg_catalog.pg_get_expr(p.partexprs, c.oid) AS key_expression,
          EXISTS (SELECT 1 FROM unnest(p.partclass::oid[]) k (opclass)
            JOIN pg_catalog.pg_opclass o ON o.oid = k.opclass WHERE NOT o.opcdefault) AS key_class
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
        LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
        LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
        LEFT JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = c.oid
        LEFT JOIN pg_catalog.pg_description d
          ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
        WHERE n.nspname IN ($SCHEMAS) AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND $OWN
        ORDER BY n.nspname, c.relname
        """);
  }

  private CatalogQuery columns() {
    return query(
        COLUMNS,
        """
        SELECT n.nspname AS schema, c.relname AS "table", a.attname AS name,
          pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
          e.typname AS enum, en.nspname AS enum_schema, a.attnotnull AS required,
          pg_catalog.pg_get_expr(v.adbin, v.adrelid) AS expression,
          a.attidentity AS identity, a.attgenerated AS generated,
          l.collname AS collation, d.description AS comment
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_type e ON e.typtype = 'e'
          AND e.oid = CASE WHEN t.typlen = -1 AND t.typelem <> 0 THEN t.typelem ELSE t.oid END
        LEFT JOIN pg_catalog.pg_namespace en ON en.oid = e.typnamespace
        LEFT JOIN pg_catalog.pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum
        LEFT JOIN pg_catalog.pg_collation l
          ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
        LEFT JOIN pg_catalog.pg_description d
          ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = a.attnum
        WHERE n.nspname IN ($SCHEMAS) AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND $OWN
          AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY n.nspname, c.relname, a.attnum
        """);
  }

  private CatalogQuery identities() {
    return query(
        IDENTITIES,
        """
        SELECT n.nspname AS schema, c.relname AS "table", a.attname AS "column",
          s.seqstart AS start, s.seqincrement AS increment,
          s.seqcycle OR s.seqcache <> 1
            OR s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE b.least END
            OR s.seqmax <> CASE WHEN s.seqincrement > 0 THEN -(b.least + 1) ELSE -1 END AS more
        FROM pg_catalog.pg_sequence s
        JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = s.seqrelid
          AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'i'
        JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN LATERAL (SELECT CASE s.seqtypid WHEN 'int2'::regtype THEN -32768
          WHEN 'int4'::regtype THEN -2147483648 ELSE (-9223372036854775808)::bigint END AS least) b
        WHERE n.nspname IN ($SCHEMAS) AND NOT c.relispartition AND $OWN
        ORDER BY n.nspname, c.relname, a.attnum
        """);
  }

  private CatalogQuery constraints() {
    return query(
        CONSTRAINTS,
        """
        SELECT n.nspname AS schema, c.relname AS "table", k.conname AS name, k.contype AS type,
          k.condeferrable AS deferrable, k.condeferred AS deferred, k.convalidated AS validated,
          k.confmatchtype AS match, k.confdeltype AS on_delete, k.confupdtype AS on_update,
          k.connoinherit AND k.contype = 'c' AS no_inherit,
          $NOT_ENFORCED AS not_enforced, $PERIOD AS period, $SOME_COLUMNS AS some_columns,
          CASE WHEN k.contype <> 'c' THEN
            (SELECT string_agg(a.attname, chr(10) ORDER BY u.n)
              FROM unnest(k.conkey) WITH ORDINALITY u (attnum, n)
              JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum) END AS columns,
          fn.nspname AS referred_schema, f.relname AS referred_table,
          CASE WHEN k.contype = 'f' THEN
            (SELECT string_agg(a.attname, chr(10) ORDER BY u.n)
              FROM unnest(k.confkey) WITH ORDINALITY u (attnum, n)
              JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum)
            END AS referred_columns,
          pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS condition,
          CASE WHEN k.contype = 'x' THEN
            (SELECT string_agg(CASE WHEN o.oprnamespace = 'pg_catalog'::regnamespace THEN o.oprname
                ELSE format('OPERATOR(%I.%s)', pn.nspname, o.oprname) END, chr(10) ORDER BY u.n)
              FROM unnest(k.conexclop) WITH ORDINALITY u (operator, n)
              JOIN pg_catalog.pg_operator o ON o.oid = u.operator
              JOIN pg_catalog.pg_namespace pn ON pn.oid = o.oprnamespace) END AS operators,
          i.indnatts > i.indnkeyatts AS included, $NULLS_NOT_DISTINCT AS nulls_not_distinct,
          array_to_string(ic.reloptions, chr(10)) AS options, ts.spcname AS tablespace
        FROM pg_catalog.pg_constraint k
        JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid AND k.contype = 'f'
        LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
        LEFT JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
        LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
        WHERE n.nspname IN ($SCHEMAS) AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND $OWN
          AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0
        ORDER BY n.nspname, c.relname, k.conname
        """
            .replace("$NOT_ENFORCED", features.temporalKeys() ? "NOT k.conenforced" : "false")
            .replace("$PERIOD", features.temporalKeys() ? "k.conperiod" : "false")
            .replace(
                "$SOME_COLUMNS",
                features.setSomeColumns() ? "k.confdelsetcols IS NOT NULL" : "false")
            .replace("$NULLS_NOT_DISTINCT", nullsNotDistinct()));
  }

  private String nullsNotDistinct() {
    return features.nullsNotDistinct() ? "i.indnullsnotdistinct" : "false";
  }

  /** A row for each part, those of exclude constraints included. */
  private CatalogQuery indexes() {
    return query(
        INDEXES,
        """
        SELECT n.nspname AS schema, c.relname AS "table", c.relkind AS kind, ic.relname AS name,
          k.conname AS "constraint", am.amname AS method, i.indisunique AS "unique", i.indisvalid AS valid,
          $NULLS_NOT_DISTINCT AS nulls_not_distinct,
          pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
          array_to_string(ic.reloptions, chr(10)) AS options, ts.spcname AS tablespace,
          p.n > i.indnkeyatts AS included, a.attname AS "column",
          CASE WHEN i.indkey[p.n - 1] = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, p.n, false)
            END AS expression,
          (i.indoption[p.n - 1] & 1) = 1 AS descending, (i.indoption[p.n - 1] & 2) = 2 AS nulls_first,
          CASE WHEN NOT o.opcdefault OR $PARAMETERS IS NOT NULL THEN
            CASE WHEN on_.nspname = 'pg_catalog' OR pg_catalog.pg_opclass_is_visible(o.oid)
              THEN quote_ident(o.opcname) ELSE quote_ident(on_.nspname) || '.' || quote_ident(o.opcname) END
            || COALESCE('(' || array_to_string($PARAMETERS, ', ') || ')', '') END AS operator_class,
          CASE
            WHEN i.indkey[p.n - 1] <> 0 AND i.indcollation[p.n - 1] <> a.attcollation THEN l.collname
            WHEN i.indkey[p.n - 1] = 0 AND l.collname <> 'default' AND position(
              pg_catalog.pg_get_indexdef(i.indexrelid, p.n, false) || ' COLLATE '
                IN pg_catalog.pg_get_indexdef(i.indexrelid)) > 0 THEN l.collname
            END AS collation
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
        JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_am am ON am.oid = ic.relam
        LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
        LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
        CROSS JOIN LATERAL generate_series(1, i.indnatts) p (n)
        JOIN pg_catalog.pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = p.n
        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p.n - 1]
        LEFT JOIN pg_catalog.pg_opclass o ON p.n <= i.indnkeyatts AND o.oid = i.indclass[p.n - 1]
        LEFT JOIN pg_catalog.pg_namespace on_ ON on_.oid = o.opcnamespace
        LEFT JOIN pg_catalog.pg_collation l ON p.n <= i.indnkeyatts AND l.oid = i.indcollation[p.n - 1]
        WHERE n.nspname IN ($SCHEMAS) AND c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition AND $OWN
          AND (k.contype IS NULL OR k.contype = 'x')
        ORDER BY n.nspname, c.relname, ic.relname, p.n
        """
            .replace("$NULLS_NOT_DISTINCT", nullsNotDistinct())
            .replace(
                "$PARAMETERS",
                features.operatorClassParameters() ? "ia.attoptions" : "NULL::text[]"));
  }

  private CatalogQuery partitions() {
    return query(
        PARTITIONS,
        """
        SELECT n.nspname AS schema, c.relname AS "table", pn.nspname AS partition_schema,
          p.relname AS name, p.relkind AS kind, pg_catalog.pg_get_expr(p.relpartbound, p.oid) AS bound
        FROM pg_catalog.pg_inherits h
        JOIN pg_catalog.pg_class p ON p.oid = h.inhrelid AND p.relispartition AND p.relkind IN ('r', 'p', 'f')
        JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
        JOIN pg_catalog.pg_class c ON c.oid = h.inhparent
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ($SCHEMAS) AND c.relkind = 'p' AND NOT c.relispartition AND $OWN
        ORDER BY n.nspname, c.relname, pn.nspname, p.relname
        """);
  }
}
