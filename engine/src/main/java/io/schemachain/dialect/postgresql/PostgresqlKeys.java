package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Constraint;
import io.schemachain.model.Deferral;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.NullsOrder;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.RenameConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The constraints and indexes of PostgreSQL, which has the most to say of them. */
abstract class PostgresqlKeys extends PostgresqlTables {
  private final PostgresqlFeatures features;

  PostgresqlKeys(Dialect dialect, PostgresqlFeatures features, Schema before, Schema after) {
    super(dialect, before, after);
    this.features = features;
  }

  final PostgresqlFeatures features() {
    return features;
  }

  /** "constraint … already exists": of whatever kind, in one table. */
  final void requireOneOfAName(TableName table) {
    List<Constraint> constraints = after().require(table).constraints();
    Set<String> names = new HashSet<>();
    for (Constraint constraint : constraints) {
      if (!names.add(constraint.name())) {
        throw dialect()
            .unsupported(
                "two constraints of one table with the name " + constraint.name(),
                "Give one of them another name.");
      }
    }
  }

  @Override
  protected final List<SqlStatement> addConstraint(TableName table, Constraint constraint) {
    requireOneOfAName(table);
    return super.addConstraint(table, constraint);
  }

  @Override
  public final List<SqlStatement> visitRenameConstraint(RenameConstraint operation) {
    requireOneOfAName(operation.table());
    return super.visitRenameConstraint(operation);
  }

  @Override
  protected final ConstraintDdl constraints() {
    return new PostgresqlConstraints(dialect());
  }

  @Override
  protected final String deferral(Constraint constraint) {
    return deferral(constraint.deferral());
  }

  @Override
  protected final String matchFull(ForeignKey key) {
    return " MATCH FULL";
  }

  /** "cannot use a deferrable unique constraint for referenced table". */
  @Override
  protected final String foreignKey(ForeignKey key) {
    requireLogged(key);
    Table referred = after().require(key.referredTable());
    if (!hasKeyThatIsNotDeferrable(referred, key.referredColumns())) {
      throw dialect()
          .unsupported(
              "the foreign key "
                  + key.name()
                  + " to a key of "
                  + referred.name()
                  + " that is deferrable",
              "Leave `deferrable` out there.");
    }
    return super.foreignKey(key);
  }

  private static boolean hasKeyThatIsNotDeferrable(Table table, List<String> columns) {
    for (Constraint constraint : table.constraints()) {
      if ((constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint)
          && constraint.deferral() == Deferral.NONE
          && areSame(columns, constraint.columns())) {
        return true;
      }
    }
    for (Index index : table.indexes()) {
      if (index.isKey() && areSame(columns, index.columns())) {
        return true;
      }
    }
    return false;
  }

  /** In whatever order. */
  private static boolean areSame(List<String> columns, List<String> others) {
    return columns.size() == others.size() && columns.containsAll(others);
  }

  @Override
  protected final String exclusion(Exclusion exclusion) {
    List<String> elements = new ArrayList<>();
    for (Exclusion.Element element : exclusion.elements()) {
      elements.add(indexPart(element.part()) + " WITH " + element.operator());
    }
    String where = exclusion.where();
    return sql(
        "CONSTRAINT $N EXCLUDE$L ($L)$L",
        exclusion.name(),
        exclusion.using() == null ? "" : indexMethod(exclusion.using()),
        String.join(", ", elements),
        where == null ? "" : " WHERE (" + written(where) + ")");
  }

  @Override
  protected final void requireNotValid(Constraint constraint) {}

  @Override
  protected final String notValid() {
    return " NOT VALID";
  }

  @Override
  protected final String nulls(boolean notDistinct, String name) {
    if (notDistinct && !features.nullsNotDistinct()) {
      throw dialect()
          .unsupported(
              "NULLS NOT DISTINCT before version 15, as in " + name,
              "Say the version in schema.yaml, `dialects: [postgresql:15]`, or leave out"
                  + " `nulls_not_distinct`.");
    }
    return notDistinct ? " NULLS NOT DISTINCT" : "";
  }

  @Override
  protected final String indexMethod(String method) {
    return sql(" USING $N", method);
  }

  @Override
  protected final String include(Index index) {
    return sql(" INCLUDE ($N)", index.include());
  }

  @Override
  protected final String indexCollation(String collation) {
    return collation(collation);
  }

  @Override
  protected final String operatorClass(String operatorClass) {
    return written(operatorClass);
  }

  /** NULL is greater than all values where nothing is said. */
  @Override
  protected final String nulls(NullsOrder order, boolean descending) {
    return " NULLS " + order;
  }

  @Override
  public final List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    Index index = operation.index();
    if (!operation.concurrently()) {
      return super.visitCreateIndex(operation);
    }
    requireInOnePiece(operation.table());
    String option = "CONCURRENTLY " + (operation.ifNotExists() ? "IF NOT EXISTS " : "");
    return new PostgresqlIndexes(dialect())
        .createConcurrently(
            operation.table().withName(index.name()),
            createIndex(operation.table(), index, option));
  }

  @Override
  public final List<SqlStatement> visitCreatePrimaryKey(CreatePrimaryKey operation) {
    String index = operation.usingIndex();
    return index == null
        ? super.visitCreatePrimaryKey(operation)
        : usingIndex(operation.table(), operation.primaryKey(), "PRIMARY KEY", index);
  }

  @Override
  public final List<SqlStatement> visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    String index = operation.usingIndex();
    return index == null
        ? super.visitCreateUniqueConstraint(operation)
        : usingIndex(operation.table(), operation.constraint(), "UNIQUE", index);
  }

  /** The index gets the name of the constraint, if it has another one. */
  private List<SqlStatement> usingIndex(
      TableName table, Constraint key, String words, String index) {
    requireOneOfAName(table);
    return List.of(
        ddl(
            "ALTER TABLE $N ADD CONSTRAINT $N $L USING INDEX $N$L",
            table,
            key.name(),
            words,
            index,
            deferral(key)));
  }

  @Override
  protected final List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    requireNotReferred(table, constraint);
    return super.dropConstraint(table, constraint);
  }

  @Override
  public final List<SqlStatement> visitDropIndex(DropIndex operation) {
    before()
        .find(operation.table())
        .flatMap(table -> table.index(operation.index()))
        .filter(Index::isKey)
        .ifPresent(index -> requireNotReferred(operation.table(), index.columns(), index.name()));
    if (!operation.concurrently()) {
      return super.visitDropIndex(operation);
    }
    requireInOnePiece(operation.table());
    TableName index = operation.table().withName(operation.index());
    return new PostgresqlIndexes(dialect())
        .dropConcurrently(
            index,
            sql("DROP INDEX CONCURRENTLY $L$N", operation.ifExists() ? "IF EXISTS " : "", index));
  }
}
