package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.SqlStatement;
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
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What SQL Server says differently. */
final class SqlserverDdl extends SqlserverColumns {
  SqlserverDdl(SqlserverDialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
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
      if (!(constraint instanceof UniqueConstraint unique && isIndex(table, unique))) {
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

  @Override
  protected SqlStatement createIndexIfNotExists(TableName table, Index index) {
    return SqlStatement.ddl(unlessIndex(table, index.name(), createIndex(table, index)));
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
    return comment(table, "", comment, old);
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
    return comment(table, sql(", @level2type = N'COLUMN', @level2name = $S", column), comment, old);
  }

  @Override
  protected List<SqlStatement> comments(Table table, boolean perhapsThere) {
    if (!perhapsThere) {
      return super.comments(table, false);
    }
    List<SqlStatement> statements = new ArrayList<>();
    if (table.comment() != null) {
      statements.add(setComment(table.name(), "", table.comment(), "0"));
    }
    for (Column column : table.columns()) {
      if (column.comment() != null) {
        statements.addAll(setColumnComment(table.name(), column.name(), column.comment()));
      }
    }
    return statements;
  }

  @Override
  List<SqlStatement> setColumnComment(TableName table, String column, String comment) {
    return List.of(
        setComment(
            table,
            sql(", @level2type = N'COLUMN', @level2name = $S", column),
            comment,
            "COLUMNPROPERTY("
                + catalog().tableId(table)
                + ", "
                + sql("$S", column)
                + ", 'ColumnId')"));
  }

  private List<SqlStatement> comment(
      TableName table, String level2, @Nullable String comment, @Nullable String old) {
    if (Objects.equals(comment, old)) {
      return List.of();
    }
    String verb = comment == null ? "drop" : old == null ? "add" : "update";
    return List.of(
        catalog()
            .procedure(
                declareSchema(table),
                property(table, level2, verb, comment),
                "The comment on " + table + " is as it was."));
  }

  /** Adds a comment, or changes the one that is there. */
  private SqlStatement setComment(TableName table, String level2, String comment, String columnId) {
    return catalog()
        .procedure(
            declareSchema(table)
                + "IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 1"
                + " AND name = N'MS_Description'\n    AND major_id = "
                + catalog().tableId(table)
                + " AND minor_id = "
                + columnId
                + ")\n  EXEC @result = "
                + property(table, level2, "update", comment)
                + ";\nELSE\n  ",
            property(table, level2, "add", comment),
            "The comment on " + table + " is as it was.");
  }

  private String declareSchema(TableName table) {
    return "DECLARE @schema SYSNAME = " + catalog().schemaOf(table) + ";\n";
  }

  private String property(TableName table, String level2, String verb, @Nullable String comment) {
    return sql(
        "sys.sp_$Lextendedproperty @name = N'MS_Description'$L,\n"
            + "  @level0type = N'SCHEMA', @level0name = @schema,"
            + " @level1type = N'TABLE', @level1name = $S$L",
        verb,
        comment == null ? "" : sql(", @value = $S", comment),
        table.name(),
        level2);
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
    return add(table, table.constraint(operation.foreignKey().name()).orElseThrow());
  }

  @Override
  public List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    rules().requireKeys(after().require(operation.table()));
    return super.visitCreateIndex(operation);
  }

  @Override
  public List<SqlStatement> visitDropIndex(DropIndex operation) {
    Index index = before().require(operation.table()).index(operation.index()).orElseThrow();
    if (index.unique() && index.isPlain() && index.where() == null) {
      requireNotReferred(operation.table(), index.columns(), index.name());
    }
    return List.of(dropIndex(operation.table(), operation.index()));
  }

  @Override
  protected List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    requireNotReferred(table, constraint);
    return List.of(dropConstraint(before().require(table), constraint));
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
        ? inDefaultSchema(statements)
        : statements;
  }

  @Override
  public List<SqlStatement> visitExecute(Execute operation) {
    if (operation.effects() != null) {
      operation.effects().forEach(this::requireNoNullableUnique);
    }
    return inDefaultSchema(super.visitExecute(operation));
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

  /** Names in the words of the author live where the user's own default schema is. */
  private List<SqlStatement> inDefaultSchema(List<SqlStatement> statements) {
    String schema = dialect().identifiers().defaultSchema();
    if (schema == null) {
      return statements;
    }
    List<SqlStatement> checked = new ArrayList<>();
    checked.add(
        SqlStatement.check(
            sql(
                "IF ISNULL(SCHEMA_NAME(), N'') <> $S\n  $L",
                schema,
                catalog()
                    .fail(
                        "SQL of the author needs a user with the default schema "
                            + schema
                            + "."))));
    checked.addAll(statements);
    return checked;
  }
}
