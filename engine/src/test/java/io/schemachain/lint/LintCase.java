package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.format.RevisionDocument;
import io.schemachain.format.RevisionReader;
import io.schemachain.plan.Plan;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case of a rule. Its keys stand at the left edge: {@code why}, a sentence; {@code given}, the
 * operations of an earlier revision, and {@code up}, those that are looked at; or, in place of
 * both, {@code revisions}, a list of whole revisions. {@code dialects} are those it runs on, with
 * versions ({@code [postgresql:18]}); without it all, in their oldest. {@code statistics} has rows
 * by table, {@code levels} settings by rule, {@code names} patterns by kind; {@code changed} are
 * the revisions that differ from another state of the project, the others being as they were there.
 * {@code findings} is what is found, a text, which a good case has not.
 */
record LintCase(
    Path file,
    String why,
    List<String> documents,
    List<Dialect> dialects,
    Statistics statistics,
    LintSettings settings,
    List<String> changed,
    String findings) {
  static final Path ROOT = Path.of("src/test/resources/golden/lint");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Pattern KEY = Pattern.compile("(?m)^([a-z_]+):");
  private static final Pattern REVISION = Pattern.compile("(?m)^  - ?");

  static LintCase read(Path file) {
    try {
      Map<String, String> sections = sections(Files.readString(file));
      for (String key : sections.keySet()) {
        if (!List.of(
                "why",
                "given",
                "up",
                "head",
                "revisions",
                "dialects",
                "statistics",
                "levels",
                "names",
                "changed",
                "findings")
            .contains(key)) {
          throw new IllegalArgumentException(file + ": unknown key '" + key + "'");
        }
      }
      return new LintCase(
          file,
          requireNonNull(sections.get("why"), "why").strip(),
          documents(sections),
          dialects(sections.get("dialects")),
          statistics(sections.getOrDefault("statistics", "")),
          settings(sections.getOrDefault("levels", ""), sections.getOrDefault("names", "")),
          words(sections.getOrDefault("changed", "")),
          sections.getOrDefault("findings", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> sections(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher matcher = KEY.matcher(text);
    String key = null;
    int start = 0;
    while (matcher.find()) {
      if (key != null) {
        sections.put(key, text.substring(start, matcher.start()));
      }
      key = matcher.group(1);
      start = matcher.end();
    }
    sections.put(requireNonNull(key, "a key"), text.substring(start));
    return sections;
  }

  private static List<String> documents(Map<String, String> sections) {
    if (sections.containsKey("revisions")) {
      List<String> documents = new ArrayList<>();
      for (String item : REVISION.split(requireNonNull(sections.get("revisions")), -1)) {
        if (!item.isBlank()) {
          documents.add("format: 1\n" + item.replaceAll("(?m)^    ", ""));
        }
      }
      return documents;
    }
    return List.of(
        "format: 1\nrevision: given\nupgrade:" + sections.getOrDefault("given", " []\n"),
        "format: 1\nrevision: case\ndown_revision: given\n"
            + sections.getOrDefault("head", "").replaceAll("(?m)^  ", "").stripLeading()
            + "upgrade:"
            + requireNonNull(sections.get("up"), "up"));
  }

  private static List<Dialect> dialects(@org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      return Dialects.ALL;
    }
    List<Dialect> dialects = new ArrayList<>();
    for (String word : text.replaceAll("[\\[\\]\\s]", "").split(",", -1)) {
      String[] parts = word.split(":", -1);
      Dialect dialect = Dialects.find(parts[0]).orElseThrow();
      dialects.add(
          parts.length == 1 ? dialect : dialect.forVersion(DatabaseVersion.parse(parts[1])));
    }
    return dialects;
  }

  private static List<String> words(String text) {
    String inner = text.replaceAll("[\\[\\]\\s]", "");
    return inner.isEmpty() ? List.of() : List.of(inner.split(",", -1));
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.strip().replaceAll("^\\{|\\}$", "").split(",", -1)) {
      if (!pair.isBlank()) {
        String[] parts = pair.split(":", -1);
        pairs.put(parts[0].strip(), parts[1].strip());
      }
    }
    return pairs;
  }

  private static Statistics statistics(String text) {
    Map<String, Statistics.Size> sizes = new LinkedHashMap<>();
    pairs(text)
        .forEach(
            (table, rows) ->
                sizes.put(
                    io.schemachain.model.TableName.of(table).key(),
                    new Statistics.Size(Long.parseLong(rows), 0)));
    return new Statistics(sizes);
  }

  private static LintSettings settings(String text, String patterns) {
    Map<String, Level> levels = new LinkedHashMap<>();
    pairs(text).forEach((slug, word) -> levels.put(slug, Level.of(word).orElseThrow()));
    Map<String, Pattern> names = new LinkedHashMap<>();
    pairs(patterns)
        .forEach((kind, name) -> names.put(kind, Pattern.compile(name.replace("\"", ""))));
    LintSettings none = LintSettings.DEFAULT;
    return new LintSettings(levels, List.of(), none.smallTable(), none.largeTable(), names);
  }

  /** What the linter says of the last revision, or of all where they are whole ones. */
  List<Finding> lint() {
    return lint(Rules.ALL);
  }

  private List<Finding> lint(List<Rule> rules) {
    Diagnostics diagnostics = new Diagnostics();
    List<RevisionDocument> read = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      read.add(
          RevisionReader.read(new SourceText("r" + i + ".yaml", documents.get(i)), diagnostics)
              .orElseThrow(() -> new DiagnosticException(diagnostics.all())));
    }
    List<RevisionHeader> headers = read.stream().map(RevisionDocument::header).toList();
    RevisionGraph graph = RevisionGraph.of(headers, id -> false, diagnostics);
    Map<String, RevisionDocument> byId = new LinkedHashMap<>();
    read.forEach(document -> byId.put(document.header().id(), document));
    Map<String, List<Revision>> revisions = new LinkedHashMap<>();
    List<Plan> plans = new ArrayList<>();
    for (Dialect dialect : dialects) {
      Binding binding =
          new Binding(
              dialect.name(),
              dialect.keys(),
              dialect.identifiers().maxLength(),
              NamingConvention.DEFAULT,
              Map.of(),
              path -> "");
      List<Revision> bound =
          graph.inOrder().stream()
              .map(
                  id ->
                      requireNonNull(byId.get(id))
                          .bind(binding, diagnostics)
                          .orElseThrow(() -> new DiagnosticException(diagnostics.all())))
              .toList();
      revisions.put(dialect.name(), bound);
      plans.add(new Planner(dialect, diagnostics).upgrade(List.of(), bound));
    }
    diagnostics.throwIfErrors();
    List<String> ids = graph.inOrder();
    ChainSite chain =
        new ChainSite(
            graph,
            revisions,
            new LinkedHashSet<>(
                !changed.isEmpty()
                    ? changed
                    : documents.get(0).contains("revision: given")
                        ? ids.subList(ids.size() - 1, ids.size())
                        : ids),
            !changed.isEmpty(),
            settings);
    return new Linter(rules, settings, statistics, TODAY).lint(plans, chain);
  }

  /** The findings of the rule that the folder is of, as the case writes them down. */
  String found() {
    String slug = requireNonNull(file.getParent()).getFileName().toString();
    StringBuilder out = new StringBuilder();
    for (Finding finding : lint()) {
      if (finding.rule().slug().equals(slug)) {
        out.append("  - ").append(finding.level().word());
        if (!finding.dialects().isEmpty()) {
          out.append(
              finding.dialects().size() == Dialects.ALL.size()
                  ? " on all"
                  : " on " + String.join(", ", finding.dialects()));
        }
        out.append(": ")
            .append(finding.operation() == null ? finding.revision().id() : finding.operation());
        if (finding.suppressed() != null) {
          out.append(" (suppressed: ").append(finding.suppressed().reason()).append(')');
        }
        out.append("\n    ").append(finding.message()).append("\n    fix: ").append(finding.fix());
        if (finding.online()) {
          out.append(" [online]");
        }
        out.append('\n');
        if (finding.rewrite() != null) {
          finding.rewrite().lines().forEach(line -> out.append("      ").append(line).append('\n'));
        }
      }
    }
    return out.isEmpty() ? "" : " |\n" + out;
  }
}
