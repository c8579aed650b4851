package io.schemachain.lint;

import java.util.Locale;

/** What rules are about. */
public enum RuleGroup {
  /** Rows, values or guarantees are gone afterwards. */
  DATA_LOSS,
  /** Others wait: locks, rewrites and scans. */
  LOCKS,
  /** It fails, or does harm, where the rows are not as hoped. */
  DATA,
  /** Programs that run meanwhile meet a schema that they do not know. */
  COMPATIBILITY,
  /** Transactions, retries and time limits. */
  TRANSACTIONS,
  /** How tables are made. */
  DESIGN,
  /** What things are called. */
  NAMING,
  /** What differs between databases. */
  PORTABILITY,
  /** The chain of revisions. */
  GRAPH;

  /** As in settings and outputs: {@code data-loss}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
