package io.schemachain.lint.rule;

import io.schemachain.dialect.Sql;
import io.schemachain.lint.Filling;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.ValidateConstraint;

/** A foreign key of rows that may point to nothing. */
public final class ForeignKeyOrphansRule extends Rule {
  public ForeignKeyOrphansRule() {
    super(
        "foreign-key-orphans",
        RuleGroup.DATA,
        Level.WARNING,
        "It fails if a row points to one that is gone or never was.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateForeignKey create && create.foreignKey().validated()) {
      site.after()
          .find(create.table())
          .flatMap(table -> table.constraint(ObjectKind.FOREIGN_KEY, create.foreignKey().name()))
          .ifPresent(key -> look(site, create.table(), (ForeignKey) key, report));
    } else if (site.operation() instanceof ValidateConstraint validate) {
      site.table(validate.table())
          .flatMap(table -> table.constraint(ObjectKind.FOREIGN_KEY, validate.name()))
          .ifPresent(key -> look(site, validate.table(), (ForeignKey) key, report));
    }
  }

  private static void look(OperationSite site, TableName table, ForeignKey key, Report report) {
    boolean empty = key.columns().stream().anyMatch(one -> Filling.isEmpty(site, table, one));
    if (site.isNew(table) || empty || wasThere(site, table, key)) {
      return;
    }
    report
        .at(
            site,
            "The foreign key "
                + key.name()
                + " fails if a row of "
                + table
                + " points to no row of "
                + key.referredTable()
                + ".")
        .fix("Look before: `" + query(site.dialect().sql(), table, key) + "` gives 0.");
  }

  /** Whether the revision found one in force that says the same, under whatever name. */
  private static boolean wasThere(OperationSite site, TableName table, ForeignKey key) {
    return site.revision().before().find(table).stream()
        .flatMap(found -> found.foreignKeys().stream())
        .anyMatch(
            old ->
                old.validated()
                    && old.columns().equals(key.columns())
                    && old.referredTable().equals(key.referredTable())
                    && old.referredColumns().equals(key.referredColumns()));
  }

  private static String query(Sql sql, TableName table, ForeignKey key) {
    StringBuilder points = new StringBuilder();
    StringBuilder same = new StringBuilder();
    for (int i = 0; i < key.columns().size(); i++) {
      String and = i == 0 ? "" : " AND ";
      points.append(sql.format("c.$N IS NOT NULL AND ", key.columns().get(i)));
      same.append(and)
          .append(sql.format("p.$N = c.$N", key.referredColumns().get(i), key.columns().get(i)));
    }
    return sql.format("SELECT COUNT(*) FROM $N c WHERE ", table)
        + points
        + sql.format("NOT EXISTS (SELECT 1 FROM $N p WHERE ", key.referredTable())
        + same
        + ")";
  }
}
