package io.schemachain.lint.output;

import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as a code quality report of GitLab (docs.gitlab.com/ci/testing/code_quality, "Code
 * Quality report format").
 */
public final class GitlabOutput {
  private GitlabOutput() {}

  /** An array of plain values; what is accepted is not in it. */
  public static List<Object> of(LintReport report) {
    List<Finding> findings = report.standing();
    List<String> fingerprints = Fingerprints.of(findings);
    List<Object> issues = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("description", finding.message() + " " + finding.fix());
      one.put("check_name", finding.rule().slug());
      one.put("fingerprint", fingerprints.get(i));
      one.put("severity", severity(finding.level()));
      Map<String, Object> location = new LinkedHashMap<>();
      location.put("path", finding.location().path());
      location.put("lines", Map.of("begin", Math.max(1, finding.location().line())));
      one.put("location", location);
      issues.add(one);
    }
    return issues;
  }

  private static String severity(Level level) {
    return switch (level) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case NOTE, OFF -> "info";
    };
  }
}
