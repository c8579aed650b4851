package io.schemachain.testdb;

/** How {@link Client} treats a script. */
public enum ClientOption {
  /**
   * Goes on after a failed statement: {@code mysql --force}, {@code mariadb --force}, H2's {@code
   * -continueOnError}. psql and sqlite3 do so anyway, unless the script says {@code \set
   * ON_ERROR_STOP on} or {@code .bail on}.
   */
  CONTINUE_ON_ERROR
}
