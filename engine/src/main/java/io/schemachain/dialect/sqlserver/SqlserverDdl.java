package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.EnumDdl;
import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SchemaDdl;
import io.schemachain.dialect.SequenceDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SQL Server says differently. */
final class SqlserverDdl extends SqlserverColumns {
  private final SqlserverDialect sqlserver;

  SqlserverDdl(SqlserverDialect dialect, Schema before, Schema after) {
    this(dialect, before, after, false);
  }

  /**
   * @param online whether others write meanwhile, which editions below Enterprise refuse (1712)
   */
  SqlserverDdl(SqlserverDialect dialect, Schema before, Schema after, boolean online) {
    super(dialect, before, after, online);
    this.sqlserver = dialect;
  }

  // Tables

  @Override
  protected SqlStatement createTable(Table table, String verb) {
    requireDataColumn(table);
    rules().requireTable(table);
    rules().requireKeys(table);
    return super.createTable(table, verb);
  }

  @Override
  protected List<Constraint> constraintsInTable(Table table) {
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof ForeignKey key) {
        requireForeignKey(table, key);
      }
      boolean apart =
          !constraint.validated()
              || (constraint instanceof UniqueConstraint unique && isIndex(table, unique));
      if (!apart) {
        constraints.add(constraint);
      }
    }
    return constraints;
  }

  @Override
  public List<SqlStatement> visitCreateTable(CreateTable operation) {
    Table table = after().require(operation.table().name());
    List<SqlStatement> statements = new ArrayList<>(super.visitCreateTable(operation));
    int at = 1;
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      if (isIndex(table, unique)) {
        String index = uniqueIndex(table, unique);
        statements.add(
            at++,
            SqlStatement.ddl(
                operation.ifNotExists() ? unlessIndex(table.name(), unique.name(), index) : index));
      }
    }
    return statements;
  }

  /** CREATE TABLE has no IF NOT EXISTS. */
  @Override
  protected SqlStatement createTableIfNotExists(Table table) {
    return createTable(table, "IF " + catalog().tableId(table.name()) + " IS NULL\nCREATE TABLE");
  }

  private String unlessIndex(TableName table, String index, String create) {
    return sql(
        "IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = $L AND name = $S)\n  $L",
        catalog().tableId(table),
        index,
        create);
  }

  /** The names of defaults and of checks of our own follow. */
  @Override
  public List<SqlStatement> visitRenameTable(RenameTable operation) {
    TableName old = operation.table();
    TableName renamed = old.withName(operation.newName());
    rules().requireName(renamed);
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        catalog()
            .procedure(
                "",
                sql(
                    "sys.sp_rename $S, $S, N'OBJECT'",
                    catalog().qualified(old),
                    operation.newName()),
                "The table " + old + " keeps its name."));
    for (Column column : after().require(renamed).columns()) {
      if (column.defaultValue() != null) {
        statements.add(
            renameOwn(
                old, defaultName(old, column.name()), defaultName(renamed, column.name()), "D"));
      }
      if (ownCheck(old, column).isPresent()) {
        statements.add(
            renameOwn(
                old,
                ownCheck(old, column).orElseThrow().name(),
                ownCheck(renamed, column).orElseThrow().name(),
                "C"));
      }
    }
    return statements;
  }

  // Comments

  /** A comment is a property, which is added, changed or taken away. */
  @Override
  protected List<SqlStatement> tableComment(TableName table, @Nullable String comment) {
    String old = before().find(table).map(Table::comment).orElse(null);
    return catalog().comment("TABLE", table, "", comment, old);
  }

  @Override
  public List<SqlStatement> visitCreateTableComment(CreateTableComment operation) {
    rules().requireComment(operation.comment(), operation.table().toString());
    return super.visitCreateTableComment(operation);
  }

  /** Of a column that has none yet. */
  @Override
  protected List<SqlStatement> columnComment(
      TableName table, String column, @Nullable String comment) {
    return columnComment(table, column, comment, null);
  }

  @Override
  List<SqlStatement> columnComment(
      TableName table, String column, @Nullable String comment, @Nullable String old) {
    return catalog()
        .comment(
            "TABLE",
            table,
            sql(", @level2type = N'COLUMN', @level2name = $S", column),
            comment,
            old);
  }

  @Override
  protected List<SqlStatement> comments(Table table, boolean perhapsThere) {
    if (!perhapsThere) {
      return super.comments(table, false);
    }
    List<SqlStatement> statements = new ArrayList<>();
    if (table.comment() != null) {
      statements.add(catalog().setComment(table.name(), null, table.comment()));
    }
    for (Column column : table.columns()) {
      if (column.comment() != null) {
        statements.add(catalog().setComment(table.name(), column.name(), column.comment()));
      }
    }
    return statements;
  }

  // Views, routines and triggers

  @Override
  protected RoutineDdl routines() {
    return new SqlserverRoutines(catalog(), this);
  }

  @Override
  protected ViewDdl views() {
    return new SqlserverViews(catalog(), this);
  }

  // Keys and indexes

  @Override
  public List<SqlStatement> visitCreatePrimaryKey(CreatePrimaryKey operation) {
    Table table = after().require(operation.table());
    rules().requireKeys(table);
    List<SqlStatement> statements = new ArrayList<>();
    Table current = before().require(operation.table());
    for (String name : operation.primaryKey().columns()) {
      Column column = current.column(name).orElseThrow();
      if (column.nullable()) {
        Column required = column.withNullable(false);
        Table changed = current.withColumn(name, c -> required);
        statements.addAll(change(current, changed, column, required));
        current = changed;
      }
    }
    statements.addAll(add(table, operation.primaryKey()));
    return statements;
  }

  @Override
  public List<SqlStatement> visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    Table table = after().require(operation.table());
    rules().requireKeys(table);
    return add(table, operation.constraint());
  }

  @Override
  public List<SqlStatement> visitCreateForeignKey(CreateForeignKey operation) {
    Table table = after().require(operation.table());
    return add(table, table.requireForeignKey(operation.foreignKey().name()));
  }

  @Override
  public List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    requireTable(operation.table());
    rules().requireKeys(after().require(operation.table()));
    String statement = createIndex(operation.table(), operation.index(), operation.concurrently());
    return List.of(
        SqlStatement.ddl(
            operation.ifNotExists()
                ? unlessIndex(operation.table(), operation.index().name(), statement)
                : statement));
  }

  /** An index that goes needs no more than a moment, also without ONLINE. */
  @Override
  public List<SqlStatement> visitDropIndex(DropIndex operation) {
    requireTable(operation.table())
        .index(operation.index())
        .filter(Index::isKey)
        .ifPresent(index -> requireNotReferred(operation.table(), index.columns(), index.name()));
    return List.of(
        operation.ifExists()
            ? ddl("DROP INDEX IF EXISTS $N ON $N", operation.index(), operation.table())
            : dropIndex(operation.table(), operation.index()));
  }

  @Override
  public List<SqlStatement> visitRenameIndex(RenameIndex operation) {
    return List.of(
        catalog().renameIndex(operation.table(), operation.index(), operation.newName()));
  }

  @Override
  public List<SqlStatement> visitRenameConstraint(RenameConstraint operation) {
    Table table = before().require(operation.table());
    Constraint constraint = constraintOf(operation, table);
    return constraint instanceof UniqueConstraint unique && isIndex(table, unique)
        ? List.of(catalog().renameIndex(table.name(), unique.name(), operation.newName()))
        : super.visitRenameConstraint(operation);
  }

  @Override
  protected ConstraintDdl constraints() {
    return new SqlserverConstraints(dialect(), catalog());
  }

  @Override
  protected List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    requireNotReferred(table, constraint);
    return List.of(dropConstraint(before().require(table), constraint));
  }

  // Objects beside tables

  @Override
  protected EnumDdl enums() {
    return new SqlserverEnums(sqlserver, before(), after());
  }

  @Override
  protected SchemaDdl schemas() {
    return new SqlserverSchemas(sqlserver);
  }

  @Override
  protected SequenceDdl sequences() {
    return new SqlserverSequences(sqlserver, before(), after());
  }

  // Data

  /** An expression in a list of rows could make its own type that of the whole column. */
  @Override
  protected boolean mayShareInsert(Row first, Row row) {
    return super.mayShareInsert(first, row) && !hasExpression(first) && !hasExpression(row);
  }

  private static boolean hasExpression(Row row) {
    return row.values().stream().anyMatch(Value.Sql.class::isInstance);
  }

  /** A value for an identity column wants to be asked for. */
  @Override
  protected SqlStatement insert(Table table, List<Row> rows) {
    SqlStatement insert = super.insert(table, rows);
    for (Column column : table.columns()) {
      if (column.identity() != null && rows.get(0).columns().contains(column.name())) {
        return SqlStatement.dml(
            sql(
                "SET IDENTITY_INSERT $N ON;\n$L;\nSET IDENTITY_INSERT $N OFF",
                table.name(),
                insert.text(),
                table.name()));
      }
    }
    return insert;
  }

  /** The greatest number there is, if that is greater; a counter that counts down stays. */
  @Override
  protected List<SqlStatement> moveIdentity(Table table, Column column, Identity identity) {
    if (identity.incrementOrDefault() < 0) {
      throw dialect()
          .unsupported(
              "given values for an identity that counts down", "Leave " + column.name() + " out.");
    }
    return List.of(
        SqlStatement.dml(
            sql(
                "DBCC CHECKIDENT ($S, RESEED) WITH NO_INFOMSGS",
                catalog().qualified(table.name()))));
  }

  @Override
  public List<SqlStatement> visitBulkInsert(BulkInsert operation) {
    List<SqlStatement> statements = super.visitBulkInsert(operation);
    return operation.rows().stream().anyMatch(SqlserverDdl::hasExpression)
        ? catalog().inDefaultSchema(statements)
        : statements;
  }

  @Override
  public List<SqlStatement> visitExecute(Execute operation) {
    if (operation.effects() != null) {
      operation.effects().forEach(this::requireNoNullableUnique);
    }
    return catalog().inDefaultSchema(super.visitExecute(operation));
  }

  /** It would be a constraint, and no index without NULL as one of ours. */
  private void requireNoNullableUnique(Operation effect) {
    TableName name =
        effect instanceof CreateTable create
            ? create.table().name()
            : effect instanceof CreateUniqueConstraint create ? create.table() : null;
    Table table = name == null ? null : after().find(name).orElse(null);
    if (table == null) {
      return;
    }
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      if (isIndex(table, unique)) {
        throw dialect()
            .unsupported(
                "the unique constraint "
                    + unique.name()
                    + " of raw SQL on a nullable column, in which NULL would be a value like others",
                "Make the column not nullable, or use create_unique_constraint.");
      }
    }
  }

  @Override
  protected RowDdl rows() {
    return new SqlserverRows(this, catalog());
  }
}
