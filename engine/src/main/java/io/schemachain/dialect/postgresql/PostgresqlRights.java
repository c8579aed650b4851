package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Sql;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Owner and rights of what is dropped and created again: kept in a setting of the session, as the
 * statements that give them.
 */
final class PostgresqlRights {
  private static final String TO =
      "CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r.grantee)) END"
          + " || CASE WHEN r.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)\n";

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
        "DO $schemachain$\nDECLARE\n  views regclass[] := ARRAY["
            + names
            + "];\n  others text;\nBEGIN\n"
            + "  SELECT string_agg(o.name, ', ') INTO others FROM (\n"
            + "    SELECT tgname AS name FROM pg_catalog.pg_trigger WHERE tgrelid = ANY (views) AND"
            + " NOT tgisinternal\n"
            + "    UNION ALL SELECT rulename FROM pg_catalog.pg_rewrite WHERE ev_class = ANY"
            + " (views) AND rulename <> '_RETURN'\n"
            + "    UNION ALL SELECT c.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c"
            + " ON c.oid = i.indexrelid WHERE i.indrelid = ANY (views)\n"
            + "  ) o"
            + (known.isEmpty() ? "" : " WHERE o.name NOT IN (" + others + ")")
            + ";\n  IF others IS NOT NULL THEN\n    RAISE EXCEPTION 'No revision made % on the view"
            + " %. Drop it before and create it again after.', others, views[1];\n  END IF;\n"
            + keep(
                "    SELECT 1 AS place, format('ALTER TABLE %s OWNER TO %I', c.oid::regclass,"
                    + " pg_get_userbyid(c.relowner)) AS said\n"
                    + "    FROM pg_catalog.pg_class c WHERE c.oid = ANY (views)\n"
                    + "    UNION ALL SELECT 2, format('GRANT %s ON %s TO %s', r.privilege_type,"
                    + " c.oid::regclass,\n      "
                    + TO
                    + "    FROM pg_catalog.pg_class c, aclexplode(c.relacl) r WHERE c.oid = ANY"
                    + " (views)\n"
                    + "    UNION ALL SELECT 2, format('GRANT %s (%I) ON %s TO %s',"
                    + " r.privilege_type, a.attname, a.attrelid::regclass,\n      "
                    + TO
                    + "    FROM pg_catalog.pg_attribute a, aclexplode(a.attacl) r WHERE a.attrelid"
                    + " = ANY (views)\n")
            + "END\n$schemachain$");
  }

  /**
   * @param routine with its types, as DROP calls it
   */
  SqlStatement keepOfRoutine(String routine) {
    return SqlStatement.check(
        "DO $schemachain$\nDECLARE\n  routine regprocedure := "
            + sql.format("$S", routine)
            + ";\nBEGIN\n"
            + keep(
                "    SELECT 1 AS place, format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure,"
                    + " pg_get_userbyid(p.proowner)) AS said\n"
                    + "    FROM pg_catalog.pg_proc p WHERE p.oid = routine\n"
                    + "    UNION ALL SELECT 2, format('GRANT %s ON ROUTINE %s TO %s',"
                    + " r.privilege_type, p.oid::regprocedure,\n      "
                    + TO
                    + "    FROM pg_catalog.pg_proc p, aclexplode(p.proacl) r WHERE p.oid ="
                    + " routine\n")
            + "END\n$schemachain$");
  }

  private static String keep(String query) {
    return "  PERFORM set_config('schemachain.rights', string_agg(said, '; ' ORDER BY place),"
        + " false) FROM (\n"
        + query
        + "  ) rights;\n";
  }

  static SqlStatement give() {
    return SqlStatement.ddl(
        "DO $schemachain$ BEGIN EXECUTE current_setting('schemachain.rights'); END $schemachain$");
  }
}
