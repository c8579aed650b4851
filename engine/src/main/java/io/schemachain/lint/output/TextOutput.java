package io.schemachain.lint.output;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Severity;
import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;

/** Findings for people: position, line and caret, why, what to do. */
public final class TextOutput {
  private static final String INDENT = "  ";

  private TextOutput() {}

  /** All findings that stand, then a line for each that is accepted; LF line ends. */
  public static String of(LintReport report) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : report.standing()) {
      out.append(one(finding)).append('\n');
    }
    for (Finding finding : report.findings()) {
      if (finding.suppressed() != null) {
        out.append(finding.location())
            .append(": accepted: ")
            .append(finding.message())
            .append(" [")
            .append(finding.rule().slug())
            .append("]\n" + INDENT + "reason: ")
            .append(finding.suppressed().reason())
            .append(
                finding.suppressed().until() == null
                    ? ""
                    : " (until " + finding.suppressed().until() + ")")
            .append("\n\n");
      }
    }
    return out.toString();
  }

  private static String one(Finding finding) {
    StringBuilder out = new StringBuilder();
    out.append(
        new Diagnostic(
                severity(finding.level()),
                finding.location(),
                finding.message() + " [" + finding.rule().slug() + "]",
                null)
            .render());
    if (!finding.dialects().isEmpty()) {
      line(out, "on: ", String.join(", ", finding.dialects()) + rows(finding));
    }
    line(out, "why: ", finding.rule().why());
    line(out, "fix: ", finding.fix());
    String rewrite = finding.rewrite();
    if (rewrite != null) {
      rewrite.lines().forEach(text -> line(out, "    ", text));
    }
    return out.append('\n').toString();
  }

  private static String rows(Finding finding) {
    return finding.rows() == null ? "" : " (" + finding.rows() + " rows)";
  }

  private static void line(StringBuilder out, String label, String text) {
    out.append('\n').append(INDENT).append(label).append(text);
  }

  private static Severity severity(Level level) {
    return switch (level) {
      case ERROR -> Severity.ERROR;
      case WARNING -> Severity.WARNING;
      case NOTE, OFF -> Severity.NOTE;
    };
  }
}
