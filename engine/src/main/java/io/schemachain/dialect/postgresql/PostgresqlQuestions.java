package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Questions;
import io.schemachain.model.TableName;
import java.util.List;

/** PostgreSQL's words for questions before a change. */
final class PostgresqlQuestions extends Questions {
  PostgresqlQuestions(Dialect dialect) {
    super(dialect);
  }

  @Override
  protected String isNoNumber(String text, boolean whole) {
    return text + " !~ " + number(whole);
  }

  /** An old transaction holds up what is done CONCURRENTLY, whatever tables it has used. */
  @Override
  public String holders(List<TableName> tables) {
    return "SELECT a.pid, a.usename, a.application_name, a.state, a.xact_start, c.relname, l.mode FROM"
        + " pg_catalog.pg_stat_activity a LEFT JOIN (pg_catalog.pg_locks l JOIN pg_catalog.pg_class"
        + " c ON c.oid = l.relation JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND"
        + " (n.nspname, c.relname) IN ("
        + names(tables, "current_schema()")
        + ")) ON l.pid = a.pid WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()"
        + " AND (l.pid IS NOT NULL OR a.xact_start < now() - interval '5 minutes')";
  }
}
