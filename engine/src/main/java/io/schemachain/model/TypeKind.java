package io.schemachain.model;

import java.util.Locale;

/**
 * The portable types. The table of what each becomes on each database is in format-spec, {@code
 * docs/types.md}.
 */
public enum TypeKind {
  SMALLINT,
  INTEGER,
  BIGINT,
  NUMERIC,
  REAL,
  DOUBLE,
  BOOLEAN,
  CHAR,
  STRING,
  TEXT,
  DATE,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
  INTERVAL,
  BINARY,
  VARBINARY,
  BLOB,
  UUID,
  JSON;

  /** The word in a document. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whole numbers. */
  public boolean isInteger() {
    return this == SMALLINT || this == INTEGER || this == BIGINT;
  }

  public boolean isNumber() {
    return isInteger() || this == NUMERIC || this == REAL || this == DOUBLE;
  }

  public boolean isCharacter() {
    return this == CHAR || this == STRING || this == TEXT;
  }
}
