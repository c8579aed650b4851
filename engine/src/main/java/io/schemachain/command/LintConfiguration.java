package io.schemachain.command;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.Suggestions;
import io.schemachain.format.LintOptions;
import io.schemachain.lint.Level;
import io.schemachain.lint.LintSettings;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Rules;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the settings say of lint, with the rules and revisions that they name. */
final class LintConfiguration {
  private final Diagnostics diagnostics = new Diagnostics();
  private final RevisionGraph graph;

  private LintConfiguration(RevisionGraph graph) {
    this.graph = graph;
  }

  /**
   * @throws io.schemachain.diagnostic.DiagnosticException with names that nothing has
   */
  static LintSettings of(LintOptions options, RevisionGraph graph) {
    LintConfiguration configuration = new LintConfiguration(graph);
    LintSettings settings = configuration.settings(options);
    configuration.diagnostics.throwIfErrors();
    return settings;
  }

  private LintSettings settings(LintOptions options) {
    List<LintSettings.Scope> scopes = new ArrayList<>();
    for (LintOptions.Override override : options.overrides()) {
      override.revisions().forEach(this::requireRevision);
      scopes.add(
          new LintSettings.Scope(
              override.paths(),
              override.revisions().stream().map(Located::value).toList(),
              levels(override.rules())));
    }
    return new LintSettings(
        levels(options.rules()),
        scopes,
        options.smallTable(),
        options.largeTable(),
        options.names());
  }

  private Map<String, Level> levels(List<LintOptions.Rule> rules) {
    Map<String, Level> levels = new LinkedHashMap<>();
    for (LintOptions.Rule rule : rules) {
      requireRule(rule.name());
      levels.put(rule.name().value(), Level.of(rule.level()).orElseThrow());
    }
    return levels;
  }

  private void requireRule(Located<String> name) {
    List<String> known =
        Stream.concat(
                Rules.ALL.stream().map(rule -> rule.slug()),
                Stream.of(RuleGroup.values()).map(RuleGroup::word))
            .toList();
    if (!known.contains(name.value())) {
      diagnostics.error(
          name.location(),
          "There is no rule and no group of rules '" + name.value() + "'.",
          Suggestions.didYouMean(name.value(), known)
              .orElse("Write the slug that stands at the end of a finding."));
    }
  }

  private void requireRevision(Located<String> id) {
    if (!graph.contains(id.value())) {
      diagnostics.error(
          id.location(),
          "There is no revision " + id.value() + ".",
          Suggestions.didYouMean(id.value(), graph.inOrder()).orElse("Write the id of one."));
    }
  }
}
