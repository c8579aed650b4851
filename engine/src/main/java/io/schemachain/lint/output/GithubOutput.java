package io.schemachain.lint.output;

import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import java.util.Comparator;
import java.util.List;

/**
 * Findings as annotations of GitHub Actions: workflow commands on the standard output
 * (docs.github.com/actions/reference/workflow-commands-for-github-actions). GitHub shows ten of a
 * level in a step, so the most serious come first and what is left is counted.
 */
public final class GithubOutput {
  private static final int MOST_OF_A_LEVEL = 10;

  private GithubOutput() {}

  /** A line each, LF line ends. */
  public static String of(LintReport report) {
    StringBuilder out = new StringBuilder();
    for (Level level : List.of(Level.ERROR, Level.WARNING, Level.NOTE)) {
      List<Finding> findings =
          report.standing().stream()
              .filter(finding -> finding.level() == level)
              .sorted(Comparator.comparing(finding -> finding.location().path()))
              .toList();
      boolean all = findings.size() <= MOST_OF_A_LEVEL;
      int shown = all ? findings.size() : MOST_OF_A_LEVEL - 1;
      findings.subList(0, shown).forEach(finding -> out.append(line(finding)));
      if (!all) {
        out.append("::")
            .append(word(level))
            .append("::")
            .append(
                data(
                    (findings.size() - shown)
                        + " more of these: GitHub shows ten. All are in the log of"
                        + " -Dschema.format=text."))
            .append('\n');
      }
    }
    return out.toString();
  }

  private static String line(Finding finding) {
    StringBuilder out = new StringBuilder("::").append(word(finding.level()));
    out.append(" file=").append(property(finding.location().path()));
    if (finding.location().line() > 0) {
      out.append(",line=").append(finding.location().line());
    }
    if (finding.location().column() > 0) {
      out.append(",col=").append(finding.location().column());
    }
    out.append(",title=").append(property(finding.rule().slug()));
    String on =
        finding.dialects().isEmpty() ? "" : " (" + String.join(", ", finding.dialects()) + ")";
    String text = finding.message() + on + "\n" + finding.rule().why() + "\n" + finding.fix();
    return out.append("::").append(data(text)).append('\n').toString();
  }

  private static String word(Level level) {
    return level == Level.NOTE ? "notice" : level.word();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
