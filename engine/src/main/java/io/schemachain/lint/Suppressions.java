package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.revision.RevisionHeader;
import io.schemachain.revision.Suppression;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which findings their authors accept, and which of these words nobody needed. */
final class Suppressions {
  private final LocalDate today;
  private final Set<Suppression> used = new LinkedHashSet<>();

  /**
   * @param today decides which have expired
   */
  Suppressions(LocalDate today) {
    this.today = requireNonNull(today, "today");
  }

  /** The word of the author to a finding: that of the operation, or of the revision. */
  @Nullable Suppression of(
      Rule rule,
      RevisionHeader revision,
      SourceLocation location,
      @Nullable OperationSite operation) {
    Suppression found = operation == null ? null : first(rule, operation.remarks().suppressions());
    if (found == null) {
      found = first(rule, revision.suppressions());
    }
    if (found != null) {
      used.add(found);
    }
    return found == null || found.isExpired(today) ? null : found;
  }

  private static @Nullable Suppression first(Rule rule, Iterable<Suppression> suppressions) {
    for (Suppression suppression : suppressions) {
      if (suppression.rule().equals(rule.slug())) {
        return suppression;
      }
    }
    return null;
  }

  boolean isUsed(Suppression suppression) {
    return used.contains(suppression);
  }

  boolean isExpired(Suppression suppression) {
    return suppression.isExpired(today);
  }
}
