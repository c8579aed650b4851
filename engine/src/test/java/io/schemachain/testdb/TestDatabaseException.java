package io.schemachain.testdb;

/** A test database could not be provided; the message says what to do about it. */
public final class TestDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TestDatabaseException(String message) {
    super(message);
  }

  TestDatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
