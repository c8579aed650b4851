package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.revision.RevisionHeader;
import io.schemachain.revision.Suppression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * @param level never {@link Level#OFF}
 * @param location the operation, or the revision where it is about all of it
 * @param operation its title, {@code drop_column users.phone}; null for the revision or the chain
 * @param message what is wrong, a sentence with the names
 * @param fix what to do, a sentence
 * @param rewrite the author's own operation written safely, YAML; null where there is no such form
 * @param online whether {@code strategy: online} on the operation does it
 * @param dialects names of those it was found on, in their order; empty where it is about none
 * @param rows of the table, where that decided on the level
 * @param suppressed by the author's word; null where it stands
 */
public record Finding(
    Rule rule,
    Level level,
    SourceLocation location,
    RevisionHeader revision,
    @Nullable String operation,
    String message,
    String fix,
    @Nullable String rewrite,
    boolean online,
    List<String> dialects,
    @Nullable Long rows,
    @Nullable Suppression suppressed) {
  public Finding {
    requireNonNull(rule, "rule");
    requireNonNull(level, "level");
    requireNonNull(location, "location");
    requireNonNull(revision, "revision");
    requireNonNull(message, "message");
    requireNonNull(fix, "fix");
    dialects = List.copyOf(dialects);
  }

  /** Whether two are the same thing, found on different dialects. */
  boolean isSameAs(Finding other) {
    return rule == other.rule
        && location.equals(other.location)
        && message.equals(other.message)
        && fix.equals(other.fix)
        && java.util.Objects.equals(rewrite, other.rewrite);
  }
}
