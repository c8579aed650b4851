package io.schemachain.dialect.mysql;

import static io.schemachain.dialect.mysql.MysqlOptions.BEHIND;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.PartitionDdl;
import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SchemaDdl;
import io.schemachain.dialect.SequenceDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What MySQL says differently. DDL commits here, so what belongs together is one ALTER TABLE, which
 * is done whole or not at all.
 */
class MysqlDdl extends MysqlColumns {
  private final MysqlDialect mysql;

  MysqlDdl(MysqlDialect dialect, Schema before, Schema after, Set<String> algorithms) {
    this(dialect, new MysqlRules(dialect), before, after, algorithms);
  }

  MysqlDdl(
      MysqlDialect dialect, MysqlRules rules, Schema before, Schema after, Set<String> algorithms) {
    super(dialect, rules, before, after, algorithms);
    this.mysql = dialect;
  }

  // Tables

  /** With indexes and comments, in one statement. */
  @Override
  protected final SqlStatement createTable(Table table, String verb) {
    requireOwnIndexNames(table);
    rules().storage().requireTable(table);
    requireKeys(table);
    rules().requireIdentityKey(table);
    rules().requireComments(table);
    rules().requireRowSize(table);
    rules().requireForeignKeys(table);
    for (ForeignKey key : table.foreignKeys()) {
      requireReferredKey(table, key);
    }
    List<String> lines = new ArrayList<>();
    for (Column column : table.columns()) {
      lines.add(columnDefinition(table.name(), column));
    }
    if (table.primaryKey() != null) {
      lines.add(constraint(table.primaryKey()));
    }
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      lines.add(constraint(unique));
    }
    for (Index index : table.indexes()) {
      lines.add(indexClause(index));
    }
    for (ForeignKey key : MysqlKeys.withOwnIndex(table)) {
      lines.add(ownIndex(key));
    }
    for (ForeignKey key : table.foreignKeys()) {
      lines.add(constraint(key));
    }
    for (Check check : table.checks()) {
      lines.add(constraint(check));
    }
    for (Exclusion exclusion : table.exclusions()) {
      lines.add(constraint(exclusion));
    }
    return ddl(
        "$L $N (\n  $L\n)$L$L",
        verb,
        table.name(),
        String.join(",\n  ", lines),
        tableOptions(table),
        partitionClause(table));
  }

  @Override
  protected final String tableOptions(Table table) {
    StringBuilder options = new StringBuilder();
    options.append(options().table().of(table.options(), dialect()).behind(BEHIND));
    for (Column column : table.columns()) {
      Identity identity = column.identity();
      if (identity != null && identity.start() != null) {
        options.append(" AUTO_INCREMENT = ").append(identity.start());
      }
    }
    if (table.comment() != null) {
      options.append(" COMMENT = ").append(commentText(table.comment()));
    }
    return options.toString();
  }

  @Override
  public final List<SqlStatement> visitCreateTable(CreateTable operation) {
    Table table = after().require(operation.table().name());
    if (!operation.ifNotExists()) {
      return List.of(createTable(table, "CREATE TABLE"));
    }
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(createTableIfNotExists(table));
    statements.addAll(requireColumns(table.name(), table.columns(), true));
    return statements;
  }

  @Override
  public final List<SqlStatement> visitRenameTable(RenameTable operation) {
    TableName table = operation.table();
    return List.of(ddl("RENAME TABLE $N TO $N", table, table.withName(operation.newName())));
  }

  @Override
  protected final List<SqlStatement> tableComment(TableName table, @Nullable String comment) {
    rules().requireComments(after().require(table));
    return List.of(
        alterTable(table, List.of("COMMENT = " + commentText(comment == null ? "" : comment))));
  }

  @Override
  protected RoutineDdl routines() {
    return new MysqlRoutines(this);
  }

  @Override
  protected ViewDdl views() {
    return new MysqlViews(this);
  }

  // Indexes and constraints of a table

  /** "Missing index for constraint in the referenced table" (1822). */
  private void requireReferredKey(Table table, ForeignKey key) {
    Table referred =
        key.referredTable().equals(table.name()) ? table : after().require(key.referredTable());
    rules().storage().requireForeignKey(referred, key);
    if (!MysqlKeys.isKey(referred, key.referredColumns())) {
      throw dialect()
          .unsupported(
              "the foreign key "
                  + key.name()
                  + " of "
                  + table.name()
                  + " to columns in another order than in a unique key of "
                  + referred.name(),
              "List the columns on both sides in the order of that key.");
    }
  }

  /** After a key went: "Cannot drop index: needed in a foreign key constraint" (1553). */
  private void requireReferredKeys(TableName referred) {
    for (Table table : after().referringTo(referred)) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.referredTable().equals(referred)) {
          requireReferredKey(table, key);
        }
      }
    }
  }

  private List<SqlStatement> alterKeys(TableName name, String change) {
    Table table = after().require(name);
    rules().requireIdentityKey(table);
    List<String> clauses = new ArrayList<>(List.of(change));
    clauses.addAll(ownIndexChanges(before().require(name), table));
    return List.of(alterTable(name, clauses));
  }

  @Override
  public final List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    requireTable(operation.table());
    Table table = after().require(operation.table());
    Index index = operation.index();
    rules().requireIndex(table, index);
    String option = operation.ifNotExists() ? ifNotExists() : "";
    List<String> own = ownIndexChanges(before().require(operation.table()), table);
    SqlStatement create =
        own.isEmpty() && !operation.concurrently() && !isAsked()
            ? SqlStatement.ddl(createIndex(table.name(), index, option))
            : changeIndexes(
                table, "ADD " + indexClause(index, option), own, operation.concurrently());
    return operation.ifNotExists()
        ? unless(catalog().index(table.name(), index.name()), create)
        : List.of(create);
  }

  @Override
  public final List<SqlStatement> visitDropIndex(DropIndex operation) {
    requireTable(operation.table());
    Table table = after().require(operation.table());
    requireReferredKeys(operation.table());
    String option = operation.ifExists() ? ifExists() : "";
    List<String> own = ownIndexChanges(before().require(operation.table()), table);
    rules().requireIdentityKey(table);
    SqlStatement drop =
        own.isEmpty() && !operation.concurrently() && !isAsked()
            ? ddl("DROP INDEX $L$N ON $N", option, operation.index(), operation.table())
            : changeIndexes(
                table,
                sql("DROP INDEX $L$N", option, operation.index()),
                own,
                operation.concurrently());
    return operation.ifExists()
        ? onlyIf(catalog().index(table.name(), operation.index()), drop)
        : List.of(drop);
  }

  private SqlStatement changeIndexes(
      Table table, String change, List<String> own, boolean concurrently) {
    rules().requireIdentityKey(table);
    List<String> clauses = new ArrayList<>(List.of(change));
    clauses.addAll(own);
    return concurrently ? alterBeside(table.name(), clauses) : alterTable(table.name(), clauses);
  }

  @Override
  public final List<SqlStatement> visitRenameIndex(RenameIndex operation) {
    return List.of(renameIndex(operation.table(), operation.index(), operation.newName()));
  }

  private SqlStatement renameIndex(TableName table, String index, String newName) {
    return alterTable(table, List.of(sql("RENAME INDEX $N TO $N", index, newName)));
  }

  @Override
  public final List<SqlStatement> visitCreatePrimaryKey(CreatePrimaryKey operation) {
    requireKeys(after().require(operation.table()));
    return alterKeys(operation.table(), "ADD " + constraint(operation.primaryKey()));
  }

  @Override
  public final List<SqlStatement> visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    requireKeys(after().require(operation.table()));
    return alterKeys(operation.table(), "ADD " + constraint(operation.constraint()));
  }

  @Override
  public final List<SqlStatement> visitCreateForeignKey(CreateForeignKey operation) {
    Table table = after().require(operation.table());
    rules().requireForeignKeys(table);
    requireKeys(table);
    ForeignKey complete = table.requireForeignKey(operation.foreignKey().name());
    requireReferredKey(table, complete);
    List<String> clauses =
        new ArrayList<>(ownIndexChanges(before().require(operation.table()), table));
    clauses.add("ADD " + constraint(complete));
    return List.of(alterTable(operation.table(), clauses));
  }

  @Override
  protected final List<SqlStatement> addConstraint(TableName table, Constraint constraint) {
    return List.of(alterTable(table, List.of("ADD " + constraint(constraint))));
  }

  @Override
  public final List<SqlStatement> visitCreateCheckConstraint(CreateCheckConstraint operation) {
    rules().requireForeignKeys(after().require(operation.table()));
    return super.visitCreateCheckConstraint(operation);
  }

  @Override
  protected final List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    if (constraint instanceof Check check) {
      return List.of(alterTable(table, List.of(dropCheck(check))));
    }
    if (!(constraint instanceof ForeignKey)) {
      requireReferredKeys(table);
    }
    if (constraint instanceof PrimaryKey) {
      return alterKeys(table, "DROP PRIMARY KEY");
    }
    return alterKeys(
        table,
        constraint instanceof ForeignKey
            ? sql("DROP FOREIGN KEY $N", constraint.name())
            : sql("DROP INDEX $N", constraint.name()));
  }

  // Objects beside tables

  @Override
  protected PartitionDdl partitions() {
    return new MysqlPartitions(this);
  }

  @Override
  protected SchemaDdl schemas() {
    return mysql.schemas();
  }

  @Override
  protected SequenceDdl sequences() {
    throw dialect()
        .unsupported(
            "sequences",
            "Let a column number itself with `identity: true`, or restrict the operation with"
                + " `except_dialects: [mysql]`.");
  }

  /** A primary key is called PRIMARY, whatever the revisions call it. */
  @Override
  public final List<SqlStatement> visitRenameConstraint(RenameConstraint operation) {
    Table old = before().require(operation.table());
    Table table = after().require(operation.table());
    Constraint constraint = constraintOf(operation, old);
    if (constraint instanceof PrimaryKey) {
      return List.of();
    }
    if (constraint instanceof UniqueConstraint) {
      ownIndexChanges(old, table);
      return List.of(renameIndex(table.name(), constraint.name(), operation.newName()));
    }
    rules().requireForeignKeys(table);
    Constraint renamed = constraint.withName(operation.newName());
    MysqlDependentCheck dependents = mysql().dependentCheck();
    List<SqlStatement> statements = new ArrayList<>();
    List<String> clauses = new ArrayList<>();
    if (constraint instanceof Check check) {
      statements.add(dependents.check(old, check));
      clauses.add(dropCheck(check));
    } else {
      ForeignKey key = (ForeignKey) constraint;
      statements.add(dependents.foreignKey(old, key));
      if (MysqlKeys.withOwnIndex(old).contains(key)) {
        List<IndexPart> parts = key.columns().stream().map(IndexPart::column).toList();
        statements.add(dependents.index(old, new Index(key.name(), parts, false, null)));
      }
      clauses.add(sql("DROP FOREIGN KEY $N", constraint.name()));
      clauses.addAll(ownIndexChanges(old, table));
    }
    clauses.add("ADD " + constraint(renamed));
    statements.add(alterTable(table.name(), clauses));
    return statements;
  }

  @Override
  protected final ConstraintDdl constraints() {
    return new MysqlConstraints(mysql(), catalog());
  }

  @Override
  protected RowDdl rows() {
    return new MysqlRows(this);
  }
}
