package io.schemachain.dialect;

/** What a statement has to do with a transaction, where DDL can be in one. */
public enum TransactionUse {
  /** It runs in one, together with others. */
  SHARED,
  /**
   * It runs in one of its own: what stands before it is to be committed, because its locks would be
   * kept for as long as this takes.
   */
  OWN,
  /** No transaction may hold it. */
  NONE
}
