package io.schemachain.lint.output;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import io.schemachain.lint.Rule;
import io.schemachain.lint.Rules;
import io.schemachain.revision.Suppression;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0/os): positions are those of the
 * YAML, paths are relative to where the build was started.
 */
public final class SarifOutput {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private SarifOutput() {}

  /** One object of plain values. */
  public static Map<String, Object> of(LintReport report) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver(report)));
    run.put(
        "automationDetails",
        Map.of("id", "schemachain/" + String.join("+", report.dialects()) + "/"));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", results(report));
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", SCHEMA);
    root.put("version", "2.1.0");
    root.put("runs", List.of(run));
    return root;
  }

  private static Map<String, Object> driver(LintReport report) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "schemachain");
    driver.put("version", report.version());
    driver.put("rules", Rules.ALL.stream().map(SarifOutput::rule).toList());
    return driver;
  }

  private static Map<String, Object> rule(Rule rule) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", rule.slug());
    one.put("shortDescription", text(rule.slug().replace('-', ' ')));
    one.put("fullDescription", text(rule.why()));
    one.put("help", text(rule.why() + " See docs/rules/" + rule.slug() + ".md."));
    one.put(
        "defaultConfiguration",
        rule.level() == Level.OFF
            ? Map.of("enabled", false)
            : Map.of("level", level(rule.level())));
    one.put("properties", Map.of("tags", List.of(rule.group().word())));
    return one;
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", text);
  }

  /** SARIF's words are ours. */
  private static String level(Level level) {
    return level == Level.OFF ? "none" : level.word();
  }

  private static List<Object> results(LintReport report) {
    List<String> fingerprints = Fingerprints.of(report.findings());
    List<Object> results = new ArrayList<>();
    for (int i = 0; i < report.findings().size(); i++) {
      Finding finding = report.findings().get(i);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("ruleId", finding.rule().slug());
      one.put("ruleIndex", Rules.ALL.indexOf(finding.rule()));
      one.put("level", level(finding.level()));
      one.put("message", text(message(finding)));
      one.put("locations", List.of(location(finding)));
      one.put("partialFingerprints", Map.of("schemachain/v1", fingerprints.get(i)));
      Suppression suppressed = finding.suppressed();
      one.put("suppressions", suppressed == null ? List.of() : List.of(suppression(suppressed)));
      one.put("properties", Map.of("dialects", finding.dialects()));
      results.add(one);
    }
    return results;
  }

  private static Map<String, Object> suppression(Suppression suppressed) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("kind", "inSource");
    one.put("status", "accepted");
    one.put("justification", suppressed.reason());
    return one;
  }

  private static String message(Finding finding) {
    String on =
        finding.dialects().isEmpty() ? "" : " (" + String.join(", ", finding.dialects()) + ")";
    return finding.message() + on + " " + finding.fix();
  }

  private static Map<String, Object> location(Finding finding) {
    SourceLocation place = finding.location();
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", Map.of("uri", uri(place.path())));
    if (place.line() > 0) {
      Map<String, Object> region = new LinkedHashMap<>();
      region.put("startLine", place.line());
      if (place.column() > 0) {
        region.put("startColumn", place.column());
      }
      physical.put("region", region);
    }
    Map<String, Object> logical = new LinkedHashMap<>();
    logical.put("name", finding.revision().id());
    if (finding.operation() != null) {
      logical.put("fullyQualifiedName", finding.revision().id() + "/" + finding.operation());
    }
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("physicalLocation", physical);
    location.put("logicalLocations", List.of(logical));
    return location;
  }

  /** A path with blanks or umlauts is no URI as it stands. */
  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
