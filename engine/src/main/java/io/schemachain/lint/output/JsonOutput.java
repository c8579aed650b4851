package io.schemachain.lint.output;

import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import io.schemachain.revision.Suppression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings as JSON; the schema is {@code lint-1.json} of the format. */
public final class JsonOutput {
  private JsonOutput() {}

  /** One object of plain values. */
  public static Map<String, Object> of(LintReport report) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", 1);
    root.put("tool", report.version());
    root.put("dialects", report.dialects());
    root.put("revisions", report.revisions());
    root.put("fail_on", report.failOn() == null ? "never" : report.failOn().word());
    root.put("failed", !report.failing().isEmpty());
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Level level : List.of(Level.ERROR, Level.WARNING, Level.NOTE)) {
      counts.put(level.word(), report.count(level));
    }
    counts.put("accepted", report.findings().size() - report.standing().size());
    root.put("counts", counts);
    List<String> fingerprints = Fingerprints.of(report.findings());
    List<Object> findings = new ArrayList<>();
    for (int i = 0; i < report.findings().size(); i++) {
      findings.add(one(report.findings().get(i), fingerprints.get(i)));
    }
    root.put("findings", findings);
    return root;
  }

  private static Map<String, Object> one(Finding finding, String fingerprint) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("rule", finding.rule().slug());
    one.put("group", finding.rule().group().word());
    one.put("level", finding.level().word());
    one.put("file", finding.location().path());
    one.put("line", finding.location().line());
    one.put("column", finding.location().column());
    one.put("revision", finding.revision().id());
    put(one, "operation", finding.operation());
    one.put("message", finding.message());
    one.put("why", finding.rule().why());
    one.put("fix", finding.fix());
    put(one, "rewrite", finding.rewrite());
    one.put("online", finding.online());
    one.put("dialects", finding.dialects());
    put(one, "rows", finding.rows());
    one.put("fingerprint", fingerprint);
    Suppression suppressed = finding.suppressed();
    if (suppressed != null) {
      Map<String, Object> accepted = new LinkedHashMap<>();
      accepted.put("reason", suppressed.reason());
      put(accepted, "until", suppressed.until());
      one.put("accepted", accepted);
    }
    return one;
  }

  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
