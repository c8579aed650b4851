package io.schemachain.dialect;

import io.schemachain.model.Check;
import io.schemachain.model.Constraint;
import io.schemachain.model.Deferral;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.ValidateConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Portable SQL for constraints, and the statements for indexes. Names no database; a dialect
 * overrides the part that differs.
 */
abstract class StandardKeys extends StandardIndexes {
  StandardKeys(Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  // Clauses

  protected final String constraint(Constraint constraint) {
    if (!constraint.validated()) {
      requireNotValid(constraint);
    }
    return clause(constraint) + deferral(constraint);
  }

  private String clause(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return primaryKey(key);
    }
    if (constraint instanceof UniqueConstraint unique) {
      return unique(unique);
    }
    if (constraint instanceof ForeignKey foreignKey) {
      return foreignKey(foreignKey);
    }
    if (constraint instanceof Exclusion exclusion) {
      return exclusion(exclusion);
    }
    Check check = (Check) constraint;
    return sql("CONSTRAINT $N CHECK ($L)", check.name(), written(check.sql()));
  }

  protected String primaryKey(PrimaryKey key) {
    return sql(
        "CONSTRAINT $N PRIMARY KEY ($N)$L", key.name(), key.columns(), keyOptions(key.options()));
  }

  protected String unique(UniqueConstraint unique) {
    return sql(
        "CONSTRAINT $N UNIQUE$L ($N)$L",
        unique.name(),
        nulls(unique.nullsNotDistinct(), unique.name()),
        unique.columns(),
        keyOptions(unique.options()));
  }

  /** What stands behind the columns of a key, with a space before it. */
  protected String keyOptions(Options options) {
    return new OptionTable("a key").of(options, dialect()).behind("");
  }

  protected String foreignKey(ForeignKey key) {
    return sql(
            "CONSTRAINT $N FOREIGN KEY ($N) REFERENCES $N ($N)",
            key.name(),
            key.columns(),
            key.referredTable(),
            key.referredColumns())
        + (key.matchFull() ? matchFull(key) : "")
        + action("ON DELETE", key.onDelete())
        + action("ON UPDATE", key.onUpdate());
  }

  protected String exclusion(Exclusion exclusion) {
    throw dialect()
        .unsupported(
            "exclude constraints, such as " + exclusion.name(),
            "Leave it out with `dialects: [postgresql]`, and keep the rule by a trigger there.");
  }

  /** What says that a check can wait, with a space before it; nothing for one that cannot. */
  protected String deferral(Constraint constraint) {
    if (constraint.deferral() != Deferral.NONE) {
      throw notDeferrable(constraint);
    }
    return "";
  }

  protected final UnsupportedFeatureException notDeferrable(Constraint constraint) {
    return dialect()
        .unsupported(
            "a "
                + ObjectKind.of(constraint).words()
                + " that is deferrable, as is "
                + constraint.name(),
            "Leave out `deferrable` and `initially`.");
  }

  /** As SQL writes it where it is known. */
  protected static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NONE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  protected String matchFull(ForeignKey key) {
    throw dialect()
        .unsupported(
            "MATCH FULL, as in the foreign key " + key.name(),
            "Leave out `match`; for several columns add a check constraint that all of them are null or"
                + " none is.");
  }

  /** To be overridden where a constraint can leave the rows that are there alone. */
  protected void requireNotValid(Constraint constraint) {
    throw dialect()
        .unsupported(
            "a constraint that is not valid, as is " + constraint.name(), "Leave out `not_valid`.");
  }

  // Statements

  @Override
  public List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    if (operation.concurrently()) {
      throw notConcurrently();
    }
    return List.of(
        SqlStatement.ddl(
            createIndex(
                operation.table(),
                operation.index(),
                operation.ifNotExists() ? "IF NOT EXISTS " : "")));
  }

  /** An index is in the schema of its table. */
  @Override
  public List<SqlStatement> visitDropIndex(DropIndex operation) {
    if (operation.concurrently()) {
      throw notConcurrently();
    }
    return List.of(
        ddl(
            "DROP INDEX $L$N",
            operation.ifExists() ? "IF EXISTS " : "",
            operation.table().withName(operation.index())));
  }

  /** Of databases where no index can be on a materialized view. */
  protected final Table requireTable(TableName table) {
    return before()
        .find(table)
        .orElseThrow(
            () ->
                dialect()
                    .unsupported(
                        "indexes on materialized views",
                        "Leave it out with `except_dialects: [" + dialect().name() + "]`."));
  }

  private UnsupportedFeatureException notConcurrently() {
    return dialect()
        .unsupported("indexes that come or go while others write", "Leave out `concurrently`.");
  }

  @Override
  public List<SqlStatement> visitRenameIndex(RenameIndex operation) {
    return List.of(
        ddl(
            "ALTER INDEX $N RENAME TO $N",
            operation.table().withName(operation.index()),
            operation.newName()));
  }

  /** New rows have to fit at once; whether those that are there do is asked later, or never. */
  protected List<SqlStatement> addConstraint(TableName table, Constraint constraint) {
    return List.of(
        ddl(
            "ALTER TABLE $N ADD $L$L",
            table,
            constraint(constraint),
            constraint.validated() ? "" : notValid()));
  }

  /** Behind a constraint that leaves the rows alone that are there, with a space before it. */
  protected String notValid() {
    throw new IllegalStateException("Whoever can have such constraints says how");
  }

  @Override
  public List<SqlStatement> visitCreatePrimaryKey(CreatePrimaryKey operation) {
    return addConstraint(operation.table(), operation.primaryKey());
  }

  @Override
  public List<SqlStatement> visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    return addConstraint(operation.table(), operation.constraint());
  }

  /** The foreign key as the replay completed it, with the columns it refers to. */
  @Override
  public List<SqlStatement> visitCreateForeignKey(CreateForeignKey operation) {
    Table table = after().require(operation.table());
    return addConstraint(table.name(), table.requireForeignKey(operation.foreignKey().name()));
  }

  @Override
  public List<SqlStatement> visitCreateCheckConstraint(CreateCheckConstraint operation) {
    return addConstraint(operation.table(), operation.check());
  }

  @Override
  public List<SqlStatement> visitCreateExcludeConstraint(CreateExcludeConstraint operation) {
    return addConstraint(operation.table(), operation.constraint());
  }

  @Override
  public List<SqlStatement> visitDropConstraint(DropConstraint operation) {
    Table table = before().require(operation.table());
    Optional<Constraint> constraint = operation.find(table);
    if (constraint.isEmpty()) {
      return constraints().dropUnknown(operation);
    }
    List<SqlStatement> drop = dropConstraint(table.name(), constraint.get());
    return operation.ifExists() ? constraints().ifExists(table, constraint.get(), drop) : drop;
  }

  protected List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    return List.of(ddl("ALTER TABLE $N DROP CONSTRAINT $N", table, constraint.name()));
  }

  @Override
  public List<SqlStatement> visitRenameConstraint(RenameConstraint operation) {
    Table table = before().require(operation.table());
    return constraints().rename(table, constraintOf(operation, table), operation.newName());
  }

  protected static Constraint constraintOf(RenameConstraint operation, Table table) {
    return new DropConstraint(
            operation.table(), operation.name(), operation.kind(), List.of(), false)
        .find(table)
        .orElseThrow();
  }

  @Override
  public List<SqlStatement> visitValidateConstraint(ValidateConstraint operation) {
    return constraints().validate(operation.table(), operation.name());
  }

  /** What is done to constraints that are there. */
  protected ConstraintDdl constraints() {
    return new ConstraintDdl(dialect());
  }

  /** As {@link #requireNotReferred(TableName, List, String)}, of what makes columns unique. */
  protected final void requireNotReferred(TableName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      requireNotReferred(table, key.columns(), key.name());
    } else if (constraint instanceof UniqueConstraint unique) {
      requireNotReferred(table, unique.columns(), unique.name());
    }
  }

  /**
   * For databases where a foreign key depends on the one constraint or index that it was created
   * on, of all that make the columns unique; the model does not know which.
   *
   * @param columns unique because of what is to be dropped
   */
  protected final void requireNotReferred(TableName name, List<String> columns, String dropped) {
    for (Table table : before().referringTo(name)) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.referredTable().equals(name)
            && Set.copyOf(key.referredColumns()).equals(Set.copyOf(columns))) {
          throw dialect()
              .unsupported(
                  "dropping "
                      + dropped
                      + ", which the foreign key "
                      + key.name()
                      + " of "
                      + table.name()
                      + " may depend on",
                  "Drop the foreign key before and create it again after.");
        }
      }
    }
  }
}
