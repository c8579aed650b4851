package io.schemachain.dialect;

/** What a statement is for, which decides how it is journaled. */
public enum StatementKind {
  /** Changes the schema. */
  DDL,
  /** Changes rows, and can be undone by a rollback. */
  DML,
  /** Changes rows in batches, each with a commit; a run goes on where the last one ended. */
  BACKFILL,
  /** Changes nothing; fails when the database is not as it must be. */
  CHECK,
  /** Sets up the session. */
  SESSION
}
