package io.schemachain.lint.rule;

import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import java.util.Objects;

/** A table is written anew while others go on. */
public final class RewriteBesideWritersRule extends Rule {
  public RewriteBesideWritersRule() {
    super(
        "rewrite-beside-writers",
        RuleGroup.LOCKS,
        Level.NOTE,
        "Nobody waits, but it needs room for a second table, slows down what runs "
            + "beside it, and replicas lag behind for as long as it took.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    boolean waits = site.effects().stream().anyMatch(e -> isRewrite(e) && Waiting.blocksRows(e));
    site.effects().stream()
        .filter(effect -> isRewrite(effect) && !waits && !isForPlace(effect))
        .findFirst()
        .ifPresent(
            effect ->
                report
                    .at(
                        site,
                        "All rows of " + effect.table() + " are written anew beside who uses it.")
                    .growsWith(Objects.requireNonNull(effect.table()))
                    .fix("See that the disk has room, and that replicas may lag."));
  }

  private static boolean isRewrite(Effect effect) {
    return effect.table() != null && (effect.cost() == Cost.REWRITE || effect.cost() == Cost.COPY);
  }

  /** Another rule says that this need not be. */
  private static boolean isForPlace(Effect effect) {
    return effect.form().endsWith("position")
        || effect.form().equals("add-column-in-place")
        || effect.form().endsWith("/more-length-bytes");
  }
}
