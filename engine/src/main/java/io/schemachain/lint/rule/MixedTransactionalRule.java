package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.plan.Segment;
import java.util.List;

/** A revision of which one part is in a transaction and another is in none. */
public final class MixedTransactionalRule extends Rule {
  public MixedTransactionalRule() {
    super(
        "mixed-transactional",
        RuleGroup.TRANSACTIONS,
        Level.OFF,
        "When it stops in between, the first part stays; the next run goes on in the middle of the"
            + " revision.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    List<Segment> segments = site.step().segments();
    boolean some = segments.stream().anyMatch(one -> one.transactional() && one.from() < one.to());
    boolean others = segments.stream().anyMatch(one -> !one.transactional());
    if (some && others) {
      report
          .at(
              site,
              "It is cut into " + segments.size() + " parts, not all of them in a transaction.")
          .fix("Give what no transaction can hold a revision of its own.");
    }
  }
}
