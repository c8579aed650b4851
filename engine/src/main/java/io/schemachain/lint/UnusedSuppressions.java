package io.schemachain.lint;

import io.schemachain.diagnostic.Suggestions;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.revision.Remarks;
import io.schemachain.revision.RevisionHeader;
import io.schemachain.revision.Suppression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words of authors that no finding needs, that name no rule, or that have expired. */
final class UnusedSuppressions {
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Suppressions suppressions;

  UnusedSuppressions(List<Rule> rules, Suppressions suppressions) {
    rules.forEach(rule -> this.rules.put(rule.slug(), rule));
    this.suppressions = suppressions;
  }

  void lookAt(List<Plan> plans, ChainSite chain, Report report) {
    Rule rule = rules.get(io.schemachain.lint.rule.UnusedSuppressionRule.SLUG);
    if (rule == null) {
      return;
    }
    report.begin(rule);
    written(plans, chain).forEach((suppression, header) -> look(suppression, header, report));
  }

  /** All that authors wrote into what is looked at, with the revision of each. */
  static Map<Suppression, RevisionHeader> written(List<Plan> plans, ChainSite chain) {
    Map<Suppression, RevisionHeader> written = new LinkedHashMap<>();
    for (Plan plan : plans) {
      for (PlanStep step : plan.steps()) {
        RevisionHeader header = step.revision().header();
        if (chain.looked().contains(header.id())) {
          header.suppressions().forEach(one -> written.put(one, header));
          for (Remarks remarks : step.revision().remarks().values()) {
            remarks.suppressions().forEach(one -> written.put(one, header));
          }
        }
      }
    }
    return written;
  }

  private void look(Suppression suppression, RevisionHeader header, Report report) {
    String slug = suppression.rule();
    if (!rules.containsKey(slug)) {
      Optional<String> meant = Suggestions.didYouMean(slug, rules.keySet());
      report
          .at(header, suppression.location(), "There is no rule '" + slug + "' to suppress.")
          .fix(meant.orElse("Write the slug that stands at the end of a finding."));
    } else if (suppressions.isUsed(suppression) && suppressions.isExpired(suppression)) {
      report
          .at(
              header,
              suppression.location(),
              "The suppression of " + slug + " held until " + suppression.until() + ".")
          .fix("Mend what it is about, or decide again: '" + suppression.reason() + "'.");
    } else if (!suppressions.isUsed(suppression)) {
      report
          .at(header, suppression.location(), "Nothing here needs the suppression of " + slug + ".")
          .fix("Remove it.");
    }
  }
}
