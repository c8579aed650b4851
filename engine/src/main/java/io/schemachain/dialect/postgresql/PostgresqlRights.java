package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Sql;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Owner and rights of what is dropped and created again: kept in a setting of the session, as the
 * statements that give them. What default privileges give to the new one is taken from it first.
 */
final class PostgresqlRights {
  private static final String OF_VIEWS =
      """
      DECLARE
        views regclass[] := ARRAY[$L];
        others text;
      BEGIN
        SELECT string_agg(o.name, ', ') INTO others FROM (
          SELECT tgname AS name FROM pg_catalog.pg_trigger WHERE tgrelid = ANY (views) AND NOT tgisinternal
          UNION ALL SELECT rulename FROM pg_catalog.pg_rewrite WHERE ev_class = ANY (views) AND rulename <> '_RETURN'
          UNION ALL SELECT c.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = ANY (views)
        ) o$L;
        IF others IS NOT NULL THEN
          RAISE EXCEPTION 'No revision made % on the view %. Drop it before and create it again after.', others, views[1];
        END IF;
        PERFORM set_config('schemachain.rights', string_agg(said, '; ' ORDER BY place), false) FROM (
          SELECT 1 AS place, format('ALTER TABLE %s OWNER TO %I', oid::regclass, pg_get_userbyid(relowner)) AS said
            FROM pg_catalog.pg_class WHERE oid = ANY (views)
          UNION ALL SELECT 2, format('REVOKE ALL ON %s FROM %s', v, $L)
            FROM unnest(views) v, pg_catalog.pg_default_acl d, aclexplode(d.defaclacl) r
            WHERE d.defaclobjtype = 'r' AND r.grantee <> d.defaclrole
          UNION ALL SELECT 3, format('GRANT %s ON %s TO %s%s', r.privilege_type, c.oid::regclass, $L, $L)
            FROM pg_catalog.pg_class c, aclexplode(c.relacl) r WHERE c.oid = ANY (views)
          UNION ALL SELECT 3, format('GRANT %s (%I) ON %s TO %s%s', r.privilege_type, a.attname, a.attrelid::regclass, $L, $L)
            FROM pg_catalog.pg_attribute a, aclexplode(a.attacl) r WHERE a.attrelid = ANY (views)
        ) rights;
      END""";

  /** What has no rights of its own has those of the database, which are everybody's. */
  private static final String OF_ROUTINE =
      """
      DECLARE
        routine regprocedure := $S;
      BEGIN
        PERFORM set_config('schemachain.rights', string_agg(said, '; ' ORDER BY place), false) FROM (
          SELECT 1 AS place, format('ALTER ROUTINE %s OWNER TO %I', routine, pg_get_userbyid(proowner)) AS said
            FROM pg_catalog.pg_proc WHERE oid = routine
          UNION ALL SELECT 2, format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', routine)
          UNION ALL SELECT 2, format('REVOKE ALL ON ROUTINE %s FROM %s', routine, $L)
            FROM pg_catalog.pg_default_acl d, aclexplode(d.defaclacl) r
            WHERE d.defaclobjtype = 'f' AND r.grantee <> d.defaclrole
          UNION ALL SELECT 3, format('GRANT %s ON ROUTINE %s TO %s%s', r.privilege_type, routine, $L, $L)
            FROM pg_catalog.pg_proc p, aclexplode(COALESCE(p.proacl, acldefault('f', p.proowner))) r WHERE p.oid = routine
        ) rights;
      END""";

  private static final String GRANTEE =
      "CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r.grantee)) END";

  private static final String OPTION =
      "CASE WHEN r.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END";

  private final Dialect dialect;
  private final Sql sql;

  PostgresqlRights(Dialect dialect) {
    this.dialect = dialect;
    this.sql = dialect.sql();
  }

  /**
   * Fails where something else would go with the views: triggers, rules and indexes.
   *
   * @param known names of those that are created again
   */
  SqlStatement keepOfViews(List<TableName> views, List<String> known) {
    String names =
        views.stream()
            .map(view -> sql.format("$S", sql.format("$N", view)))
            .collect(Collectors.joining(", "));
    String others =
        known.stream().map(dialect.literals()::string).collect(Collectors.joining(", "));
    return SqlStatement.check(
        PostgresqlBlock.of(
            sql.format(
                OF_VIEWS,
                names,
                known.isEmpty() ? "" : " WHERE o.name NOT IN (" + others + ")",
                GRANTEE,
                GRANTEE,
                OPTION,
                GRANTEE,
                OPTION)));
  }

  /**
   * @param routine with its types
   */
  SqlStatement keepOfRoutine(String routine) {
    return SqlStatement.check(
        PostgresqlBlock.of(sql.format(OF_ROUTINE, routine, GRANTEE, GRANTEE, OPTION)));
  }

  static SqlStatement give() {
    return SqlStatement.ddl(
        PostgresqlBlock.of("BEGIN EXECUTE current_setting('schemachain.rights'); END"));
  }
}
