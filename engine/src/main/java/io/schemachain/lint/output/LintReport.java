package io.schemachain.lint.output;

import static java.util.Objects.requireNonNull;

import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lint found, for all forms of output.
 *
 * @param findings in the order of the chain, those that are accepted among them
 * @param dialects with their versions, {@code postgresql:12}
 * @param revisions how many were looked at
 * @param failOn the least level that fails; null for never
 * @param version of this tool
 */
public record LintReport(
    List<Finding> findings,
    List<String> dialects,
    int revisions,
    @Nullable Level failOn,
    String version) {
  public LintReport {
    findings = List.copyOf(findings);
    dialects = List.copyOf(dialects);
    requireNonNull(version, "version");
  }

  /** Those that nobody has accepted. */
  public List<Finding> standing() {
    return findings.stream().filter(finding -> finding.suppressed() == null).toList();
  }

  /** Those for which a build fails. */
  public List<Finding> failing() {
    return failOn == null
        ? List.of()
        : standing().stream().filter(finding -> finding.level().compareTo(failOn) >= 0).toList();
  }

  /** How many of a level stand. */
  public long count(Level level) {
    return standing().stream().filter(finding -> finding.level() == level).count();
  }

  /** {@code 2 errors, 1 warning; 1 accepted}; {@code nothing found}. */
  public String summary() {
    StringBuilder out = new StringBuilder();
    for (Level level : List.of(Level.ERROR, Level.WARNING, Level.NOTE)) {
      long count = count(level);
      if (count > 0) {
        out.append(out.isEmpty() ? "" : ", ").append(count).append(' ').append(level.word());
        out.append(count == 1 ? "" : "s");
      }
    }
    if (out.isEmpty()) {
      out.append("nothing found");
    }
    int accepted = findings.size() - standing().size();
    return out + (accepted == 0 ? "" : "; " + accepted + " accepted");
  }
}
