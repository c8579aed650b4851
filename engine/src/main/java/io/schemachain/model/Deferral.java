package io.schemachain.model;

/** Whether the check of a constraint can wait for the end of the transaction. */
public enum Deferral {
  /** It is checked with each statement, as on every database by default. */
  NONE,
  /** It is checked with each statement, unless a session asks to wait. */
  INITIALLY_IMMEDIATE,
  /** It waits, unless a session asks otherwise. */
  INITIALLY_DEFERRED;

  /** The word behind {@code initially} in a document: {@code immediate} or {@code deferred}. */
  public String word() {
    return this == INITIALLY_DEFERRED ? "deferred" : "immediate";
  }
}
