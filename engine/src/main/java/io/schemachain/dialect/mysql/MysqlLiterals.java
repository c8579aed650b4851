package io.schemachain.dialect.mysql;

import io.schemachain.dialect.Literals;
import io.schemachain.dialect.UnsupportedFeatureException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** MySQL's constants, in a session without ANSI_QUOTES and NO_BACKSLASH_ESCAPES. */
final class MysqlLiterals extends Literals {
  private static final Instant FIRST_TIMESTAMP = Instant.ofEpochSecond(1);

  private final String database;
  private final Instant lastTimestamp;

  MysqlLiterals(String database, Instant lastTimestamp) {
    this.database = database;
    this.lastTimestamp = lastTimestamp;
  }

  /** The client reads CR LF in a script as LF, also within a string. */
  @Override
  public String string(String value) {
    return "'"
        + value
            .replace("\\", "\\\\")
            .replace("'", "''")
            .replace("\r", "\\r")
            .replace("\u001a", "\\Z")
        + "'";
  }

  /** DATE '…' is not a constant that DEFAULT takes (error 1067). */
  @Override
  protected String typed(String type, String value) {
    return string(value);
  }

  /** In UTC, the time zone of the session. */
  @Override
  protected String timestampTz(OffsetDateTime value) {
    Instant instant = value.toInstant();
    if (instant.isBefore(FIRST_TIMESTAMP) || instant.isAfter(lastTimestamp)) {
      throw new UnsupportedFeatureException(
          database,
          "the timestamptz " + value,
          "TIMESTAMP goes from 1970-01-01T00:00:01Z to "
              + lastTimestamp
              + "; use a column of the type timestamp.");
    }
    return string(inUtc(value));
  }
}
