package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is looked for. A rule has no state; it overrides the method for what it looks at,
 * mostly one.
 */
public abstract class Rule {
  private final String slug;
  private final RuleGroup group;
  private final Level level;
  private final String why;

  /**
   * @param slug what it flags, such as {@code drop-column}; never changed, and never used again for
   *     another
   * @param level of its findings where neither settings nor sizes say otherwise; {@link Level#OFF}
   *     for one that is asked for
   * @param why what happens to whom, a sentence or two that stand below each finding
   */
  protected Rule(String slug, RuleGroup group, Level level, String why) {
    this.slug = requireNonNull(slug, "slug");
    this.group = requireNonNull(group, "group");
    this.level = requireNonNull(level, "level");
    this.why = requireNonNull(why, "why");
  }

  public final String slug() {
    return slug;
  }

  public final RuleGroup group() {
    return group;
  }

  public final Level level() {
    return level;
  }

  public final String why() {
    return why;
  }

  /** Looks at an operation of an upgrade, on one dialect. */
  protected void lookAt(OperationSite site, Report report) {}

  /** Looks at a revision as a whole, on one dialect. */
  protected void lookAt(RevisionSite site, Report report) {}

  /** Looks at the chain, once for all dialects. */
  protected void lookAt(ChainSite site, Report report) {}

  @Override
  public final String toString() {
    return slug;
  }
}
