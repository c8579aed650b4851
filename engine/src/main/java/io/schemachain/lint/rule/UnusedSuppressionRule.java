package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/**
 * A suppression that nothing needs, that names no rule, or that has expired. The linter reports
 * them once all other rules have looked.
 */
public final class UnusedSuppressionRule extends Rule {
  /** Its slug, by which the linter finds it. */
  public static final String SLUG = "unused-suppression";

  public UnusedSuppressionRule() {
    super(
        SLUG,
        RuleGroup.GRAPH,
        Level.WARNING,
        "It says that something dangerous is accepted which is not there, and would hide it the day"
            + " it comes.");
  }
}
