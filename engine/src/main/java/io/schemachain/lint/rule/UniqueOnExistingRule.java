package io.schemachain.lint.rule;

import io.schemachain.dialect.Identifiers;
import io.schemachain.lint.Filling;
import io.schemachain.lint.Keys;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Index;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import java.util.List;

/** A key over rows that are there, of which two may be the same. */
public final class UniqueOnExistingRule extends Rule {
  public UniqueOnExistingRule() {
    super(
        "unique-on-existing",
        RuleGroup.DATA,
        Level.WARNING,
        "The key cannot be made while two rows have the same values, and the revision stops"
            + " there.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateUniqueConstraint create) {
      UniqueConstraint unique = create.constraint();
      look(
          site, create.table(), unique.name(), unique.columns(), unique.nullsNotDistinct(), report);
    } else if (site.operation() instanceof CreatePrimaryKey create) {
      PrimaryKey key = create.primaryKey();
      look(site, create.table(), key.name(), key.columns(), true, report);
    } else if (site.operation() instanceof CreateIndex create
        && create.index().unique()
        && create.index().isPlain()
        && create.index().where() == null) {
      Index index = create.index();
      look(site, create.table(), index.name(), index.columns(), index.nullsNotDistinct(), report);
    }
  }

  private static void look(
      OperationSite site,
      TableName table,
      String key,
      List<String> columns,
      boolean nullsAreEqual,
      Report report) {
    boolean known = site.table(table).filter(one -> Keys.areUnique(one, columns)).isPresent();
    if (site.isNew(table) || known || (!nullsAreEqual && areNulls(site, table, columns))) {
      return;
    }
    Identifiers identifiers = site.dialect().identifiers();
    String names = String.join(", ", columns.stream().map(identifiers::quote).toList());
    String compared = nullsAreEqual ? "" : compared(site, table, columns);
    report
        .at(
            site,
            "The key "
                + key
                + " cannot be made if two rows of "
                + table
                + " have the same "
                + String.join(", ", columns)
                + ".")
        .fix(
            "Look before: `SELECT "
                + names
                + ", COUNT(*) FROM "
                + identifiers.quote(table)
                + compared
                + " GROUP BY "
                + names
                + " HAVING COUNT(*) > 1` gives no row.");
  }

  /** Which rows the key compares at all: those without NULL, on Oracle those with any value. */
  private static String compared(OperationSite site, TableName table, List<String> columns) {
    List<String> nullable =
        site.table(table).stream()
            .flatMap(one -> one.columns().stream())
            .filter(column -> column.nullable() && columns.contains(column.name()))
            .map(column -> site.dialect().identifiers().quote(column.name()) + " IS NOT NULL")
            .toList();
    boolean isOracle = site.dialect().name().equals("oracle");
    return nullable.isEmpty() || (isOracle && nullable.size() < columns.size())
        ? ""
        : " WHERE " + String.join(isOracle ? " OR " : " AND ", nullable);
  }

  /** Rows whose key has a NULL differ, but for Oracle only those that have nothing else. */
  private static boolean areNulls(OperationSite site, TableName table, List<String> columns) {
    return (columns.size() == 1 || !site.dialect().name().equals("oracle"))
        && columns.stream().anyMatch(column -> Filling.isEmpty(site, table, column));
  }
}
