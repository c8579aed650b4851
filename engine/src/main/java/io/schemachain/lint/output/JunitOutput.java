package io.schemachain.lint.output;

import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Findings as JUnit's XML, which every CI server shows: a suite for each revision with findings, a
 * case for each of these. What fails the build is a failure, what is accepted is skipped, and the
 * rest are cases that pass and say so.
 */
public final class JunitOutput {
  private JunitOutput() {}

  /** A document with LF line ends. */
  public static String of(LintReport report) {
    Map<String, List<Finding>> byRevision = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      byRevision.computeIfAbsent(finding.revision().id(), id -> new ArrayList<>()).add(finding);
    }
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites name=\"schemachain lint\" tests=\"")
        .append(report.findings().size())
        .append("\" failures=\"")
        .append(report.failing().size())
        .append("\" skipped=\"")
        .append(report.findings().size() - report.standing().size())
        .append("\">\n");
    byRevision.forEach((id, findings) -> suite(out, id, findings, report.failOn()));
    return out.append("</testsuites>\n").toString();
  }

  private static void suite(
      StringBuilder out, String id, List<Finding> findings, @Nullable Level failOn) {
    long skipped = findings.stream().filter(finding -> finding.suppressed() != null).count();
    long failures = findings.stream().filter(finding -> fails(finding, failOn)).count();
    out.append("  <testsuite name=\"")
        .append(escaped(findings.get(0).revision().title()))
        .append("\" tests=\"")
        .append(findings.size())
        .append("\" failures=\"")
        .append(failures)
        .append("\" errors=\"0\" skipped=\"")
        .append(skipped)
        .append("\">\n");
    for (Finding finding : findings) {
      out.append("    <testcase classname=\"").append(escaped(id));
      out.append("\" name=\"").append(escaped(name(finding))).append("\">\n");
      body(out, finding, fails(finding, failOn));
      out.append("    </testcase>\n");
    }
    out.append("  </testsuite>\n");
  }

  private static String name(Finding finding) {
    return finding.rule().slug()
        + (finding.operation() == null ? "" : ": " + finding.operation())
        + (finding.dialects().isEmpty() ? "" : " on " + String.join(", ", finding.dialects()));
  }

  private static void body(StringBuilder out, Finding finding, boolean fails) {
    String text =
        finding.location()
            + "\n"
            + finding.rule().why()
            + "\n"
            + finding.fix()
            + "\n"
            + (finding.rewrite() == null ? "" : finding.rewrite());
    if (finding.suppressed() != null) {
      out.append("      <skipped message=\"")
          .append(escaped(finding.suppressed().reason()))
          .append("\"/>\n");
    } else if (fails) {
      out.append("      <failure type=\"")
          .append(finding.rule().slug())
          .append("\" message=\"")
          .append(escaped(finding.message()))
          .append("\">")
          .append(escaped(text))
          .append("</failure>\n");
    } else {
      out.append("      <system-out>")
          .append(escaped(finding.level().word() + ": " + finding.message() + "\n" + text))
          .append("</system-out>\n");
    }
  }

  private static boolean fails(Finding finding, @Nullable Level failOn) {
    return failOn != null && finding.suppressed() == null && finding.level().compareTo(failOn) >= 0;
  }

  /** As XML 1.0 has it: what it has no character for becomes U+FFFD. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
    return out.toString();
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
