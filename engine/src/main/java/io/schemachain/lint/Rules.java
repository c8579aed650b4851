package io.schemachain.lint;

import io.schemachain.lint.rule.CreateIndexBlocksWritesRule;
import io.schemachain.lint.rule.DropColumnRule;
import io.schemachain.lint.rule.SeveralHeadsRule;
import io.schemachain.lint.rule.UnusedSuppressionRule;
import java.util.List;
import java.util.Optional;

/** All rules. */
public final class Rules {
  /** By group, then in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(
          // data-loss
          new DropColumnRule(),
          // locks
          new CreateIndexBlocksWritesRule(),
          // data
          // compatibility
          // transactions
          // design
          // naming
          // portability
          // graph
          new SeveralHeadsRule(),
          new UnusedSuppressionRule());

  private Rules() {}

  /** The rule of a slug. */
  public static Optional<Rule> find(String slug) {
    return ALL.stream().filter(rule -> rule.slug().equals(slug)).findFirst();
  }
}
