package io.schemachain.dialect.oracle;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SchemaDdl;
import io.schemachain.dialect.SequenceDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Oracle says differently. Its DDL commits, so what it would refuse is refused before. */
final class OracleDdl extends OracleColumns {
  OracleDdl(OracleDialect dialect, Schema before, Schema after, boolean later) {
    super(dialect, before, after, later);
  }

  // Tables

  /** {@code IF NOT EXISTS} came with 23. */
  @Override
  protected SqlStatement createTableIfNotExists(Table table) {
    return oracle().features().ifExists()
        ? createTable(table, "CREATE TABLE IF NOT EXISTS")
        : SqlStatement.ddl(unless(PlSql.NAME_IS_USED, createTable(table, "CREATE TABLE").text()));
  }

  @Override
  protected List<SqlStatement> requireColumns(
      TableName table, List<Column> columns, boolean andNoOthers) {
    return List.of(
        new OracleColumnCheck(oracle(), column -> type(column.type()))
            .statement(table, columns, andNoOthers));
  }

  @Override
  protected SqlStatement createTable(Table table, String verb) {
    requireDataColumn(table);
    rules().requireIdentity(table);
    rules().requireKeys(table);
    for (ForeignKey key : table.foreignKeys()) {
      rules().requireForeignKey(after(), table, key);
    }
    return super.createTable(table, verb);
  }

  @Override
  public List<SqlStatement> visitDropTable(DropTable operation) {
    if (!operation.ifExists() || oracle().features().ifExists()) {
      return super.visitDropTable(operation);
    }
    return List.of(
        SqlStatement.ddl(unless(PlSql.NO_TABLE, sql("DROP TABLE $N", operation.table()))));
  }

  /** The checks of its types are named after the table. */
  @Override
  public List<SqlStatement> visitRenameTable(RenameTable operation) {
    requireAnotherName(operation.table().name(), operation.newName());
    List<SqlStatement> statements = new ArrayList<>(super.visitRenameTable(operation));
    TableName table = operation.table();
    TableName renamed = table.withName(operation.newName());
    for (Column column : before().require(table).columns()) {
      statements.addAll(
          renameCheck(renamed, checks().name(table, column), checks().name(renamed, column)));
    }
    return statements;
  }

  // Indexes and constraints

  @Override
  protected ConstraintDdl constraints() {
    return new OracleConstraints(oracle());
  }

  /** ONLINE is of the Enterprise Edition; others refuse it (ORA-00439). */
  @Override
  public List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    after().find(operation.table()).ifPresent(rules()::requireKeys);
    boolean isNative = operation.ifNotExists() && oracle().features().ifExists();
    String statement =
        createIndex(operation.table(), operation.index(), isNative ? "IF NOT EXISTS " : "")
            + (operation.concurrently() ? " ONLINE" : "");
    return List.of(
        SqlStatement.ddl(
            operation.ifNotExists() && !isNative
                ? unless(PlSql.NAME_IS_USED, statement)
                : statement));
  }

  @Override
  public List<SqlStatement> visitDropIndex(DropIndex operation) {
    boolean isNative = operation.ifExists() && oracle().features().ifExists();
    String statement =
        sql(
            "DROP INDEX $L$N$L",
            isNative ? "IF EXISTS " : "",
            operation.table().withName(operation.index()),
            operation.concurrently() ? " ONLINE" : "");
    return List.of(
        SqlStatement.ddl(
            operation.ifExists() && !isNative ? unless(PlSql.NO_INDEX, statement) : statement));
  }

  @Override
  public List<SqlStatement> visitRenameIndex(RenameIndex operation) {
    requireAnotherName(operation.index(), operation.newName());
    return super.visitRenameIndex(operation);
  }

  @Override
  public List<SqlStatement> visitRenameConstraint(RenameConstraint operation) {
    requireAnotherName(operation.name(), operation.newName());
    return super.visitRenameConstraint(operation);
  }

  /** Oracle would take an index that begins with the columns, which then cannot be dropped. */
  private List<SqlStatement> addKey(TableName name, Constraint key, List<String> columns) {
    Table table = after().require(name);
    rules().requireKeys(table);
    for (Index index : table.indexes()) {
      if (OracleIndexes.serves(index, columns)) {
        return List.of(
            ddl(
                "ALTER TABLE $N ADD $L USING INDEX (CREATE $LINDEX $N ON $N ($N)$L)",
                name,
                constraint(withoutOptions(key)),
                key.deferral() == Deferral.NONE ? "UNIQUE " : "",
                name.withName(key.name()),
                name,
                columns,
                indexOfKey(key.options())));
      }
    }
    return addConstraint(name, key);
  }

  /** The index is unique already, so that nobody waits for the key. */
  private List<SqlStatement> addKey(
      TableName table, Constraint key, List<String> columns, @Nullable String index) {
    return index == null
        ? addKey(table, key, columns)
        : List.of(
            ddl(
                "ALTER TABLE $N ADD $L USING INDEX $N $L",
                table,
                constraint(withoutOptions(key)),
                table.withName(index),
                NOVALIDATE),
            validate(table, key.name()));
  }

  private static Constraint withoutOptions(Constraint key) {
    return key instanceof PrimaryKey primaryKey
        ? primaryKey.withOptions(Options.none())
        : ((UniqueConstraint) key).withOptions(Options.none());
  }

  /** A column that is NOT NULL by its primary key alone can be null again when the key goes. */
  @Override
  public List<SqlStatement> visitCreatePrimaryKey(CreatePrimaryKey operation) {
    PrimaryKey key = operation.primaryKey();
    List<SqlStatement> statements = new ArrayList<>();
    for (String name : key.columns()) {
      Column column = before().require(operation.table()).column(name).orElseThrow();
      if (column.nullable()) {
        statements.add(modify(operation.table(), name, "NOT NULL"));
      }
    }
    statements.addAll(addKey(operation.table(), key, key.columns(), operation.usingIndex()));
    return statements;
  }

  @Override
  public List<SqlStatement> visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    UniqueConstraint key = operation.constraint();
    return addKey(operation.table(), key, key.columns(), operation.usingIndex());
  }

  @Override
  public List<SqlStatement> visitCreateForeignKey(CreateForeignKey operation) {
    Table table = after().require(operation.table());
    ForeignKey key = table.requireForeignKey(operation.foreignKey().name());
    rules().requireForeignKey(after(), table, key);
    return super.visitCreateForeignKey(operation);
  }

  /** ORA-25188: the primary key of an index-organized table is the table. */
  @Override
  protected List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey
        && OracleStorage.isIndexOrganized(before().require(table))) {
      throw oracle()
          .unsupported(
              "dropping the primary key of the index-organized table " + table,
              "Create another table and copy the rows.");
    }
    requireNotReferred(table, constraint);
    return dropWithIndex(table, constraint);
  }

  // Objects beside tables

  @Override
  protected SchemaDdl schemas() {
    throw oracle()
        .unsupported(
            "schemas without a user",
            "Let an administrator create the user, and restrict the operation with"
                + " `except_dialects: [oracle]`.");
  }

  @Override
  protected SequenceDdl sequences() {
    return new OracleSequences(oracle(), before(), after());
  }

  @Override
  protected RoutineDdl routines() {
    return new OracleRoutines(oracle(), this);
  }

  @Override
  protected ViewDdl views() {
    return new OracleViews(oracle(), this);
  }

  // Data

  /** A GENERATED ALWAYS column takes no value, so it is BY DEFAULT for a moment. */
  @Override
  public List<SqlStatement> visitBulkInsert(BulkInsert operation) {
    Table table = before().require(operation.table());
    Optional<Column> always =
        table.columns().stream()
            .filter(column -> column.identity() != null && column.identity().always())
            .filter(column -> gives(operation, column.name()))
            .findFirst();
    List<SqlStatement> statements = new ArrayList<>();
    always.ifPresent(
        column ->
            statements.add(
                modify(table.name(), column.name(), "GENERATED BY DEFAULT AS IDENTITY")));
    statements.addAll(super.visitBulkInsert(operation));
    return statements;
  }

  /** LIMIT VALUE is the largest number in the table, or the smallest where it counts down. */
  @Override
  protected List<SqlStatement> moveIdentity(Table table, Column column, Identity identity) {
    return List.of(
        modify(
            table.name(),
            column.name(),
            "GENERATED "
                + (identity.always() ? "ALWAYS" : "BY DEFAULT")
                + " AS IDENTITY (START WITH LIMIT VALUE"
                + (identity.increment() == null ? "" : " INCREMENT BY " + identity.increment())
                + ")"));
  }

  @Override
  protected RowDdl rows() {
    return new OracleRows(this);
  }
}
