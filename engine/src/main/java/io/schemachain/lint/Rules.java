package io.schemachain.lint;

import io.schemachain.lint.rule.ChangedDefaultRule;
import io.schemachain.lint.rule.CharTypeRule;
import io.schemachain.lint.rule.CheckViolationsRule;
import io.schemachain.lint.rule.ChecksSwitchedOffRule;
import io.schemachain.lint.rule.CommentMissingRule;
import io.schemachain.lint.rule.ConcurrentIndexCorruptionRule;
import io.schemachain.lint.rule.CreateIndexBlocksWritesRule;
import io.schemachain.lint.rule.DropColumnRule;
import io.schemachain.lint.rule.DuplicateIndexRule;
import io.schemachain.lint.rule.EnumTypeRule;
import io.schemachain.lint.rule.EnumValueInRawSqlRule;
import io.schemachain.lint.rule.EnumValueOrderRule;
import io.schemachain.lint.rule.FloatForMoneyRule;
import io.schemachain.lint.rule.ForeignKeyCascadeRule;
import io.schemachain.lint.rule.ForeignKeyLocksChildRule;
import io.schemachain.lint.rule.ForeignKeyOrphansRule;
import io.schemachain.lint.rule.ForeignKeyWithoutIndexRule;
import io.schemachain.lint.rule.GrantToPublicRule;
import io.schemachain.lint.rule.IfNotExistsHidesIndexRule;
import io.schemachain.lint.rule.JsonWithoutEqualityRule;
import io.schemachain.lint.rule.LockTimeoutOffRule;
import io.schemachain.lint.rule.ManyIndexesRule;
import io.schemachain.lint.rule.MixedTransactionalRule;
import io.schemachain.lint.rule.NamePatternRule;
import io.schemachain.lint.rule.NameTooLongElsewhereRule;
import io.schemachain.lint.rule.NewColumnSelectStarRule;
import io.schemachain.lint.rule.NullableInUniqueKeyRule;
import io.schemachain.lint.rule.NullableToNotNullRule;
import io.schemachain.lint.rule.QuotedNameRule;
import io.schemachain.lint.rule.RedundantIndexRule;
import io.schemachain.lint.rule.RenameColumnRule;
import io.schemachain.lint.rule.RenameEnumValueRule;
import io.schemachain.lint.rule.RenameSchemaRule;
import io.schemachain.lint.rule.RenameTableRule;
import io.schemachain.lint.rule.RequiredColumnRule;
import io.schemachain.lint.rule.ReservedElsewhereRule;
import io.schemachain.lint.rule.ReservedWordRule;
import io.schemachain.lint.rule.RowLevelSecurityOffRule;
import io.schemachain.lint.rule.SecurityDefinerRule;
import io.schemachain.lint.rule.SerialTypeRule;
import io.schemachain.lint.rule.SeveralChangesWithoutTransactionRule;
import io.schemachain.lint.rule.SeveralHeadsRule;
import io.schemachain.lint.rule.SmallPrimaryKeyRule;
import io.schemachain.lint.rule.StatementTimeoutOffRule;
import io.schemachain.lint.rule.StrictModeOffRule;
import io.schemachain.lint.rule.TableWithoutPrimaryKeyRule;
import io.schemachain.lint.rule.TimestampWithoutTimeZoneRule;
import io.schemachain.lint.rule.UnbatchedUpdateRule;
import io.schemachain.lint.rule.UniqueOnExistingRule;
import io.schemachain.lint.rule.UnusedSuppressionRule;
import io.schemachain.lint.rule.WideIndexRule;
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
          // compatibility
          new RenameTableRule(),
          new RenameColumnRule(),
          new RenameEnumValueRule(),
          new RenameSchemaRule(),
          new ChangedDefaultRule(),
          new JsonWithoutEqualityRule(),
          new NewColumnSelectStarRule(),
          new EnumValueOrderRule(),
          new RowLevelSecurityOffRule(),
          new GrantToPublicRule(),
          new SecurityDefinerRule(),
          // transactions
          new LockTimeoutOffRule(),
          new StatementTimeoutOffRule(),
          new MixedTransactionalRule(),
          new SeveralChangesWithoutTransactionRule(),
          new EnumValueInRawSqlRule(),
          new IfNotExistsHidesIndexRule(),
          new UnbatchedUpdateRule(),
          new ConcurrentIndexCorruptionRule(),
          // design
          new TableWithoutPrimaryKeyRule(),
          new SmallPrimaryKeyRule(),
          new SerialTypeRule(),
          new TimestampWithoutTimeZoneRule(),
          new CharTypeRule(),
          new FloatForMoneyRule(),
          new DuplicateIndexRule(),
          new RedundantIndexRule(),
          new WideIndexRule(),
          new ForeignKeyWithoutIndexRule(),
          new ForeignKeyLocksChildRule(),
          new ForeignKeyCascadeRule(),
          new ManyIndexesRule(),
          new CommentMissingRule(),
          new EnumTypeRule(),
          new NullableInUniqueKeyRule(),
          // naming
          new NamePatternRule(),
          new QuotedNameRule(),
          new ReservedWordRule(),
          new ReservedElsewhereRule(),
          new NameTooLongElsewhereRule(),
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
