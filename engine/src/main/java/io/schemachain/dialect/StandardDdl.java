package io.schemachain.dialect;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.Execute;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Portable SQL for every operation. Names no database; a dialect overrides the fragment that
 * differs, then the clause, then the statement. The model is trusted to be valid: {@code
 * ApplyToSchema} has seen every operation before.
 */
public abstract class StandardDdl extends StandardColumns {
  protected StandardDdl(Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  // Tables

  /** One CREATE TABLE with columns and constraints; indexes and comments are separate. */
  protected SqlStatement createTable(Table table, String verb) {
    List<String> lines = new ArrayList<>();
    for (Column column : table.columns()) {
      lines.add(columnDefinition(table.name(), column));
    }
    for (Constraint constraint : constraintsInTable(table)) {
      lines.add(constraint(constraint));
    }
    return ddl(
        "$L $N (\n  $L\n)$L", verb, table.name(), String.join(",\n  ", lines), tableOptions(table));
  }

  /** The constraints that CREATE TABLE writes behind the columns. */
  protected List<Constraint> constraintsInTable(Table table) {
    return table.constraints();
  }

  /** What stands behind the closing parenthesis, with a space before it. */
  protected String tableOptions(Table table) {
    return "";
  }

  @Override
  public List<SqlStatement> visitCreateTable(CreateTable operation) {
    Table table = after().require(operation.table().name());
    boolean conditional = operation.ifNotExists();
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        conditional ? createTableIfNotExists(table) : createTable(table, "CREATE TABLE"));
    for (Index index : table.indexes()) {
      statements.add(
          conditional
              ? createIndexIfNotExists(table.name(), index)
              : SqlStatement.ddl(createIndex(table.name(), index)));
    }
    statements.addAll(comments(table, conditional));
    if (conditional) {
      statements.addAll(requireColumns(table.name(), table.columns(), true));
    }
    return statements;
  }

  /**
   * Comments on a table and its columns.
   *
   * @param perhapsThere whether there may be some already
   */
  protected List<SqlStatement> comments(Table table, boolean perhapsThere) {
    List<SqlStatement> statements = new ArrayList<>();
    if (table.comment() != null) {
      statements.addAll(tableComment(table.name(), table.comment()));
    }
    for (Column column : table.columns()) {
      if (column.comment() != null) {
        statements.addAll(columnComment(table.name(), column.name(), column.comment()));
      }
    }
    return statements;
  }

  protected SqlStatement createTableIfNotExists(Table table) {
    return createTable(table, "CREATE TABLE IF NOT EXISTS");
  }

  /** The word INDEX is the first of its kind in the statement, whatever stands before it. */
  protected SqlStatement createIndexIfNotExists(TableName table, Index index) {
    return SqlStatement.ddl(
        createIndex(table, index).replaceFirst(" INDEX ", " INDEX IF NOT EXISTS "));
  }

  @Override
  public List<SqlStatement> visitDropTable(DropTable operation) {
    return List.of(
        ddl("DROP TABLE $L$N", operation.ifExists() ? "IF EXISTS " : "", operation.table()));
  }

  @Override
  public List<SqlStatement> visitRenameTable(RenameTable operation) {
    return List.of(ddl("ALTER TABLE $N RENAME TO $N", operation.table(), operation.newName()));
  }

  // Indexes and constraints

  @Override
  public List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    return List.of(SqlStatement.ddl(createIndex(operation.table(), operation.index())));
  }

  /** An index is in the schema of its table. */
  @Override
  public List<SqlStatement> visitDropIndex(DropIndex operation) {
    return List.of(ddl("DROP INDEX $N", operation.table().withName(operation.index())));
  }

  protected final List<SqlStatement> addConstraint(TableName table, Constraint constraint) {
    return List.of(ddl("ALTER TABLE $N ADD $L", table, constraint(constraint)));
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
    Constraint complete =
        after().require(operation.table()).constraint(operation.foreignKey().name()).orElseThrow();
    return addConstraint(operation.table(), complete);
  }

  @Override
  public List<SqlStatement> visitCreateCheckConstraint(CreateCheckConstraint operation) {
    return addConstraint(operation.table(), operation.check());
  }

  @Override
  public List<SqlStatement> visitDropConstraint(DropConstraint operation) {
    Constraint constraint =
        before().require(operation.table()).constraint(operation.name()).orElseThrow();
    return dropConstraint(operation.table(), constraint);
  }

  protected List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    return List.of(ddl("ALTER TABLE $N DROP CONSTRAINT $N", table, constraint.name()));
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

  @Override
  public List<SqlStatement> visitCreateTableComment(CreateTableComment operation) {
    return tableComment(operation.table(), operation.comment());
  }

  @Override
  public List<SqlStatement> visitDropTableComment(DropTableComment operation) {
    return tableComment(operation.table(), null);
  }

  // Data

  /** Rows with the same columns share a statement, in order. */
  @Override
  public List<SqlStatement> visitBulkInsert(BulkInsert operation) {
    Table table = before().require(operation.table());
    List<SqlStatement> statements = new ArrayList<>();
    List<Row> rows = operation.rows();
    int from = 0;
    while (from < rows.size()) {
      int to = from + 1;
      while (to < rows.size()
          && to - from < dialect().capabilities().rowsPerInsert()
          && mayShareInsert(rows.get(from), rows.get(to))) {
        to++;
      }
      statements.add(insert(table, rows.subList(from, to)));
      from = to;
    }
    for (Column column : table.columns()) {
      if (column.identity() != null && anyGives(rows, column.name())) {
        statements.addAll(moveIdentity(table, column, column.identity()));
      }
    }
    return statements;
  }

  /** Whether a row may stand in the INSERT of one before it. */
  protected boolean mayShareInsert(Row first, Row row) {
    return row.columns().equals(first.columns());
  }

  private static boolean anyGives(List<Row> rows, String column) {
    for (Row row : rows) {
      if (row.columns().contains(column)) {
        return true;
      }
    }
    return false;
  }

  /** Statements after rows with values for an identity column, so that it goes on behind them. */
  protected List<SqlStatement> moveIdentity(Table table, Column column, Identity identity) {
    return List.of();
  }

  @Override
  public List<SqlStatement> visitExecute(Execute operation) {
    List<SqlStatement> statements = new ArrayList<>();
    for (SqlSplitter.Part part : dialect().split(operation.sql())) {
      statements.add(part.toStatement());
    }
    return statements;
  }
}
