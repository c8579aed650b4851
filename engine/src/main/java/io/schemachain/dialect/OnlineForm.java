package io.schemachain.dialect;

/** A way to change a table in steps during which others write, which some databases have. */
public enum OnlineForm {
  /** An index comes, and goes, beside those who write. */
  CONCURRENT_INDEX,
  /** A check is for new rows first, and those that are there are read later, by a weaker lock. */
  LATER_CHECK,
  /** The same of a foreign key. */
  LATER_FOREIGN_KEY,
  /** NOT NULL reads no row where a check says the same. */
  NOT_NULL_BY_CHECK,
  /** NOT NULL is for new rows first, and those that are there are read later, by a weaker lock. */
  LATER_NOT_NULL,
  /** A key takes over a unique index that is there. */
  KEY_BY_INDEX,
  /** The same of a key that is deferrable. */
  DEFERRABLE_KEY_BY_INDEX,
  /** A column comes without its default, and the rows that are there get it in batches. */
  FILLED_COLUMN
}
