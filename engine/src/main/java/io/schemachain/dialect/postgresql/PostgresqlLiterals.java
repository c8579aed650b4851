package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.Literals;

/** PostgreSQL's constants; standard_conforming_strings is on, the default since 9.1. */
final class PostgresqlLiterals extends Literals {
  @Override
  protected String binary(String hex) {
    return "'\\x" + hex + "'";
  }
}
