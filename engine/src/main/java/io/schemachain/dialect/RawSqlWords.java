package io.schemachain.dialect;

import java.util.Set;

/** The words by which a statement of {@link RawSql} is free. */
final class RawSqlWords {
  private RawSqlWords() {}

  static final Set<String> FREE =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "REPLACE",
          "VALUES",
          "TABLE",
          "CALL",
          "LOAD",
          "TRUNCATE",
          "LOCK",
          "GRANT",
          "REVOKE",
          "DENY",
          "REASSIGN",
          "ANALYZE",
          "ANALYSE",
          "VACUUM",
          "OPTIMIZE",
          "REPAIR",
          "CHECK",
          "REINDEX",
          "CLUSTER",
          "REFRESH",
          "CHECKPOINT",
          "FLUSH",
          "NOTIFY",
          "SECURITY",
          "RESET",
          "SHOW");

  static final Set<String> TRANSACTION =
      Set.of("COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "ABORT", "END", "XA");

  /** What CREATE, ALTER and DROP may name: the model holds none of these. */
  static final Set<String> FREE_OBJECTS =
      Set.of(
          "EXTENSION",
          "FUNCTION",
          "PROCEDURE",
          "ROUTINE",
          "AGGREGATE",
          "ALIAS",
          "PACKAGE",
          "TRIGGER",
          "EVENT",
          "VIEW",
          "MATERIALIZED",
          "SEQUENCE",
          "ROLE",
          "USER",
          "GROUP",
          "POLICY",
          "RULE",
          "PUBLICATION",
          "SUBSCRIPTION",
          "STATISTICS",
          "SERVER",
          "OPERATOR",
          "CAST",
          "CONVERSION",
          "TEXT",
          "LANGUAGE",
          "COLLATION",
          "DOMAIN",
          "SYNONYM",
          "CONSTANT",
          "ACCESS",
          "TRANSFORM",
          "PROFILE");

  /** Dropped with CASCADE these take nothing of the model with them. */
  static final Set<String> CASCADE_IS_FREE =
      Set.of(
          "VIEW",
          "MATERIALIZED",
          "TRIGGER",
          "EVENT",
          "POLICY",
          "RULE",
          "PUBLICATION",
          "STATISTICS");

  /** What may stand between CREATE and the kind of object. */
  static final Set<String> MODIFIERS =
      Set.of(
          "OR",
          "REPLACE",
          "ALTER",
          "TEMP",
          "TEMPORARY",
          "LOCAL",
          "CONSTRAINT",
          "RECURSIVE",
          "FORCE",
          "NO",
          "EDITIONABLE",
          "NONEDITIONABLE",
          "PUBLIC",
          "TRUSTED",
          "PROCEDURAL",
          "DEFAULT",
          "ALGORITHM",
          "UNDEFINED",
          "MERGE",
          "TEMPTABLE",
          "SQL",
          "SECURITY",
          "INVOKER",
          "DEFINER",
          "CURRENT_USER",
          "CURRENT_ROLE");
}
