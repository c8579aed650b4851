package io.schemachain.review;

import static java.util.Objects.requireNonNull;

/**
 * A question to a database before the window: one SELECT that changes nothing, and the answer with
 * which the operation goes through.
 *
 * @param question for people: {@code Rows of users without email}
 * @param sql one statement without a separator
 * @param expected the answer that is hoped for: {@code 0}, or what to do with it
 */
public record Probe(String question, String sql, String expected) {
  public Probe {
    requireNonNull(question, "question");
    requireNonNull(sql, "sql");
    requireNonNull(expected, "expected");
  }
}
