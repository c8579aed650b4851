package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlLexis;

/**
 * A database that is looked at.
 *
 * @param key {@code postgresql:14}
 * @param title {@code PostgreSQL 14}
 * @param lexis what its SQL is made of
 */
public record ReviewedDialect(String key, String title, SqlLexis lexis) {
  public ReviewedDialect {
    requireNonNull(key, "key");
    requireNonNull(title, "title");
    requireNonNull(lexis, "lexis");
  }

  static ReviewedDialect of(Dialect dialect) {
    return new ReviewedDialect(
        dialect.toString(), dialect.displayName() + " " + dialect.version(), dialect.lexis());
  }
}
