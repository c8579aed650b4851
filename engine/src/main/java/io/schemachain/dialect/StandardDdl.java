package io.schemachain.dialect;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreateProcedure;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.Delete;
import io.schemachain.operation.DropFunction;
import io.schemachain.operation.DropMaterializedView;
import io.schemachain.operation.DropProcedure;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.DropTrigger;
import io.schemachain.operation.DropView;
import io.schemachain.operation.Execute;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Row;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import java.util.ArrayList;
import java.util.List;

/**
 * Portable SQL for every operation. Names no database; a dialect overrides the fragment that
 * differs, then the clause, then the statement. The model is trusted to be valid: {@code
 * ApplyToSchema} has seen every operation before.
 */
public abstract class StandardDdl extends StandardObjects {
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
        "$L $N (\n  $L\n)$L$L",
        verb,
        table.name(),
        String.join(",\n  ", lines),
        partitionClause(table),
        tableOptions(table));
  }

  /** The constraints that CREATE TABLE writes behind the columns; others are added to it. */
  protected List<Constraint> constraintsInTable(Table table) {
    return table.constraints().stream().filter(Constraint::validated).toList();
  }

  /** What stands behind the closing parenthesis, with a space before it. */
  protected String tableOptions(Table table) {
    return new OptionTable("a table").of(table.options(), dialect()).behind("");
  }

  @Override
  public List<SqlStatement> visitCreateTable(CreateTable operation) {
    Table table = after().require(operation.table().name());
    boolean conditional = operation.ifNotExists();
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        conditional ? createTableIfNotExists(table) : createTable(table, "CREATE TABLE"));
    if (table.partitioning() != null) {
      statements.addAll(partitions().partitionsOf(table));
    }
    for (Constraint constraint : table.constraints()) {
      if (!constraint.validated()) {
        statements.addAll(addConstraint(table.name(), constraint));
      }
    }
    for (Index index : table.indexes()) {
      statements.addAll(
          conditional
              ? visitCreateIndex(new CreateIndex(table.name(), index, false, true))
              : List.of(SqlStatement.ddl(createIndex(table.name(), index))));
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

  @Override
  public List<SqlStatement> visitDropTable(DropTable operation) {
    return List.of(
        ddl("DROP TABLE $L$N", operation.ifExists() ? "IF EXISTS " : "", operation.table()));
  }

  @Override
  public List<SqlStatement> visitRenameTable(RenameTable operation) {
    return List.of(ddl("ALTER TABLE $N RENAME TO $N", operation.table(), operation.newName()));
  }

  // Comments

  @Override
  public List<SqlStatement> visitCreateTableComment(CreateTableComment operation) {
    return tableComment(operation.table(), operation.comment());
  }

  @Override
  public List<SqlStatement> visitDropTableComment(DropTableComment operation) {
    return tableComment(operation.table(), null);
  }

  // Views, routines and triggers

  protected ViewDdl views() {
    return new ViewDdl(this);
  }

  protected RoutineDdl routines() {
    return new RoutineDdl(this);
  }

  @Override
  public final List<SqlStatement> visitCreateView(CreateView operation) {
    return views().create(operation.view(), operation.replace());
  }

  @Override
  public final List<SqlStatement> visitDropView(DropView operation) {
    return views().dropView(ObjectKind.VIEW, operation.view(), operation.ifExists());
  }

  @Override
  public final List<SqlStatement> visitCreateMaterializedView(CreateMaterializedView operation) {
    return views().create(operation.view(), operation.replace());
  }

  @Override
  public final List<SqlStatement> visitDropMaterializedView(DropMaterializedView operation) {
    return views().dropView(ObjectKind.MATERIALIZED_VIEW, operation.view(), operation.ifExists());
  }

  @Override
  public final List<SqlStatement> visitCreateFunction(CreateFunction operation) {
    return routines().create(operation.function(), operation.replace());
  }

  @Override
  public final List<SqlStatement> visitDropFunction(DropFunction operation) {
    return routines()
        .dropRoutine(
            ObjectKind.FUNCTION, operation.function(), operation.arguments(), operation.ifExists());
  }

  @Override
  public final List<SqlStatement> visitCreateProcedure(CreateProcedure operation) {
    return routines().create(operation.procedure(), operation.replace());
  }

  @Override
  public final List<SqlStatement> visitDropProcedure(DropProcedure operation) {
    return routines()
        .dropRoutine(
            ObjectKind.PROCEDURE,
            operation.procedure(),
            operation.arguments(),
            operation.ifExists());
  }

  @Override
  public final List<SqlStatement> visitCreateTrigger(CreateTrigger operation) {
    return routines().create(operation.trigger(), operation.replace());
  }

  @Override
  public final List<SqlStatement> visitDropTrigger(DropTrigger operation) {
    return routines().dropTrigger(operation.table(), operation.trigger(), operation.ifExists());
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
    if (operation.file() != null) {
      statements.add(load(table, operation.file()));
    }
    for (Column column : table.columns()) {
      if (column.identity() != null && gives(operation, column.name())) {
        statements.addAll(moveIdentity(table, column, column.identity()));
      }
    }
    return statements;
  }

  /** Whether a row may stand in the INSERT of one before it. */
  protected boolean mayShareInsert(Row first, Row row) {
    return row.columns().equals(first.columns());
  }

  /** Whether any row has a value for a column. */
  protected static boolean gives(BulkInsert operation, String column) {
    for (Row row : operation.rows()) {
      if (row.columns().contains(column)) {
        return true;
      }
    }
    return operation.file() != null && operation.file().columns().contains(column);
  }

  /** Statements after rows with values for an identity column, so that it goes on behind them. */
  protected List<SqlStatement> moveIdentity(Table table, Column column, Identity identity) {
    return List.of();
  }

  protected RowDdl rows() {
    return new RowDdl(this);
  }

  @Override
  public List<SqlStatement> visitUpdate(Update operation) {
    return rows().update(operation, before().require(operation.table()));
  }

  @Override
  public List<SqlStatement> visitDelete(Delete operation) {
    return rows().delete(operation, before().require(operation.table()));
  }

  @Override
  public List<SqlStatement> visitBackfill(Backfill operation) {
    return rows().backfilled(operation, before().require(operation.table()));
  }

  @Override
  public List<SqlStatement> visitUpsert(Upsert operation) {
    return rows().upsert(operation, before().require(operation.table()));
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
