package io.schemachain.lint;

import io.schemachain.lint.rule.CascadeInRawSqlRule;
import io.schemachain.lint.rule.ChangedDefaultRule;
import io.schemachain.lint.rule.CheckViolationsRule;
import io.schemachain.lint.rule.ChecksSwitchedOffRule;
import io.schemachain.lint.rule.ConcurrentIndexCorruptionRule;
import io.schemachain.lint.rule.CreateIndexBlocksWritesRule;
import io.schemachain.lint.rule.DropColumnRule;
import io.schemachain.lint.rule.DropNotNullRule;
import io.schemachain.lint.rule.EnumValueInRawSqlRule;
import io.schemachain.lint.rule.EnumValueOrderRule;
import io.schemachain.lint.rule.ForeignKeyOrphansRule;
import io.schemachain.lint.rule.GrantToPublicRule;
import io.schemachain.lint.rule.IfNotExistsHidesIndexRule;
import io.schemachain.lint.rule.JsonWithoutEqualityRule;
import io.schemachain.lint.rule.LockTimeoutOffRule;
import io.schemachain.lint.rule.MixedTransactionalRule;
import io.schemachain.lint.rule.NarrowerTypeRule;
import io.schemachain.lint.rule.NewColumnSelectStarRule;
import io.schemachain.lint.rule.NullableToNotNullRule;
import io.schemachain.lint.rule.RenameColumnRule;
import io.schemachain.lint.rule.RenameEnumValueRule;
import io.schemachain.lint.rule.RenameSchemaRule;
import io.schemachain.lint.rule.RenameTableRule;
import io.schemachain.lint.rule.RequiredColumnRule;
import io.schemachain.lint.rule.RowLevelSecurityOffRule;
import io.schemachain.lint.rule.SchemaAndRowsTogetherRule;
import io.schemachain.lint.rule.SecurityDefinerRule;
import io.schemachain.lint.rule.SeveralChangesWithoutTransactionRule;
import io.schemachain.lint.rule.SeveralHeadsRule;
import io.schemachain.lint.rule.StatementTimeoutOffRule;
import io.schemachain.lint.rule.StrictModeOffRule;
import io.schemachain.lint.rule.UnbatchedUpdateRule;
import io.schemachain.lint.rule.UniqueOnExistingRule;
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
          new UniqueOnExistingRule(),
          new RequiredColumnRule(),
          new NullableToNotNullRule(),
          new StrictModeOffRule(),
          new ChecksSwitchedOffRule(),
          new ForeignKeyOrphansRule(),
          new CheckViolationsRule(),
          new NarrowerTypeRule(),
          // compatibility
          new RenameTableRule(),
          new RenameColumnRule(),
          new RenameEnumValueRule(),
          new RenameSchemaRule(),
          new DropNotNullRule(),
          new ChangedDefaultRule(),
          new JsonWithoutEqualityRule(),
          new NewColumnSelectStarRule(),
          new CascadeInRawSqlRule(),
          new EnumValueOrderRule(),
          new RowLevelSecurityOffRule(),
          new GrantToPublicRule(),
          new SecurityDefinerRule(),
          // transactions
          new LockTimeoutOffRule(),
          new StatementTimeoutOffRule(),
          new MixedTransactionalRule(),
          new SeveralChangesWithoutTransactionRule(),
          new SchemaAndRowsTogetherRule(),
          new EnumValueInRawSqlRule(),
          new IfNotExistsHidesIndexRule(),
          new UnbatchedUpdateRule(),
          new ConcurrentIndexCorruptionRule(),
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
