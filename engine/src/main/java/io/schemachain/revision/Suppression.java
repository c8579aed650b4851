package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an author says to a finding of a rule: that it is known and accepted, and why.
 *
 * @param rule the slug of the rule
 * @param reason for people, not blank
 * @param until the last day on which it holds; null for always
 * @param location of the slug
 */
public record Suppression(
    String rule, String reason, @Nullable LocalDate until, SourceLocation location) {
  public Suppression {
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
    requireNonNull(location, "location");
  }

  /** Whether it no longer holds on a day. */
  public boolean isExpired(LocalDate day) {
    return until != null && day.isAfter(until);
  }
}
