package io.schemachain.plan;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.NameScopes;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import io.schemachain.operation.OperationVisitor;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Row;
import io.schemachain.plan.Cell.Kind;
import io.schemachain.plan.Footprint.Access;

/**
 * Finds the footprint of an operation. What it does not say itself (the constraints of a table that
 * it drops, say) comes from the schema before it. Errs on the side of more.
 */
final class OperationFootprint implements OperationVisitor<Footprint> {
  private final NameScopes scopes;
  private final Schema before;
  private final Footprint footprint = new Footprint();
  private final FootprintWriter cells;

  private OperationFootprint(Schema before, NameScopes scopes) {
    this.before = before;
    this.scopes = scopes;
    this.cells = new FootprintWriter(footprint, before, scopes);
  }

  /** The operation need not fit the schema. */
  static Footprint of(Operation operation, Schema before, NameScopes scopes) {
    return operation.accept(new OperationFootprint(before, scopes));
  }

  // Tables

  @Override
  public Footprint visitCreateTable(CreateTable operation) {
    cells.tableName(operation.table().name());
    cells.wholeTable(operation.table());
    return footprint;
  }

  @Override
  public Footprint visitDropTable(DropTable operation) {
    cells.tableName(operation.table());
    before.find(operation.table()).ifPresent(cells::wholeTable);
    return footprint;
  }

  @Override
  public Footprint visitRenameTable(RenameTable operation) {
    cells.tableName(operation.table());
    cells.tableName(operation.table().withName(operation.newName()));
    return footprint;
  }

  @Override
  public Footprint visitCreateTableComment(CreateTableComment operation) {
    cells.on(operation.table());
    cells.add(Kind.COMMENT, operation.table(), Access.CHANGE);
    return footprint;
  }

  @Override
  public Footprint visitDropTableComment(DropTableComment operation) {
    cells.on(operation.table());
    cells.add(Kind.COMMENT, operation.table(), Access.CHANGE);
    return footprint;
  }

  // Columns

  @Override
  public Footprint visitAddColumn(AddColumn operation) {
    TableName table = operation.table();
    Column column = operation.column();
    cells.on(table);
    cells.add(Kind.COLUMN, table, column.name(), Access.CHANGE);
    cells.place(table, operation.position());
    cells.add(Kind.ANOTHER_COLUMN, table, Access.CHANGE_PART);
    cells.ofColumn(table, column);
    cells.rowSize(table, column.type());
    if (!column.nullable()
        && column.defaultValue() == null
        && column.identity() == null
        && column.computed() == null) {
      cells.add(Kind.REQUIRED_COLUMNS, table, Access.CHANGE_PART);
    }
    cells.types(column.type());
    return footprint;
  }

  @Override
  public Footprint visitDropColumn(DropColumn operation) {
    TableName table = operation.table();
    cells.on(table);
    cells.add(Kind.COLUMN, table, operation.column(), Access.CHANGE);
    cells.add(Kind.COLUMNS_LEFT, table, Access.CHANGE);
    cells.add(Kind.REQUIRED_COLUMNS, table, Access.CHANGE_PART);
    if (before.find(table).filter(found -> found.columns().size() > 1).isEmpty()) {
      cells.add(Kind.ANOTHER_COLUMN, table, Access.READ);
    }
    before
        .find(table)
        .flatMap(found -> found.column(operation.column()))
        .ifPresent(
            column -> {
              cells.types(column.type());
              cells.ofColumn(table, column);
            });
    return footprint;
  }

  @Override
  public Footprint visitAlterColumn(AlterColumn operation) {
    TableName table = operation.table();
    cells.on(table);
    cells.add(Kind.COLUMN, table, operation.column(), Access.CHANGE);
    if (operation.newName() != null) {
      cells.add(Kind.COLUMN, table, operation.newName(), Access.CHANGE);
    }
    if (operation.nullable() != null || operation.defaultValue().present()) {
      cells.add(Kind.REQUIRED_COLUMNS, table, Access.CHANGE_PART);
    }
    if (Boolean.TRUE.equals(operation.nullable())) {
      cells.add(Kind.PRIMARY_KEY, table, Access.READ);
    }
    cells.place(table, operation.position());
    cells.alteration(table, operation);
    if (operation.type() != null) {
      cells.types(operation.type());
      cells.rowSize(table, operation.type());
      before.find(table).ifPresent(found -> cells.joinedColumns(found, operation.column()));
    }
    return footprint;
  }

  // Constraints and indexes

  private Footprint constraintOn(TableName table, Constraint constraint) {
    cells.on(table);
    cells.constraint(table, constraint);
    return footprint;
  }

  @Override
  public Footprint visitCreatePrimaryKey(CreatePrimaryKey operation) {
    return constraintOn(operation.table(), operation.primaryKey());
  }

  @Override
  public Footprint visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    return constraintOn(operation.table(), operation.constraint());
  }

  @Override
  public Footprint visitCreateForeignKey(CreateForeignKey operation) {
    return constraintOn(operation.table(), operation.foreignKey());
  }

  @Override
  public Footprint visitCreateCheckConstraint(CreateCheckConstraint operation) {
    return constraintOn(operation.table(), operation.check());
  }

  @Override
  public Footprint visitDropConstraint(DropConstraint operation) {
    cells.on(operation.table());
    cells.add(Kind.CONSTRAINT, operation.table(), operation.name(), Access.CHANGE);
    before
        .find(operation.table())
        .flatMap(table -> table.constraint(operation.name()))
        .ifPresent(constraint -> cells.constraint(operation.table(), constraint));
    return footprint;
  }

  @Override
  public Footprint visitCreateIndex(CreateIndex operation) {
    cells.on(operation.table());
    cells.index(operation.table(), operation.index());
    return footprint;
  }

  @Override
  public Footprint visitDropIndex(DropIndex operation) {
    cells.on(operation.table());
    cells.add(Kind.INDEX, operation.table(), operation.index(), Access.CHANGE);
    before
        .find(operation.table())
        .flatMap(table -> table.index(operation.index()))
        .ifPresent(index -> cells.index(operation.table(), index));
    return footprint;
  }

  // Rows and raw SQL

  @Override
  public Footprint visitBulkInsert(BulkInsert operation) {
    cells.on(operation.table());
    operation.rows().stream()
        .map(Row::columns)
        .distinct()
        .forEach(columns -> cells.columns(operation.table(), columns, Access.READ));
    cells.add(Kind.REQUIRED_COLUMNS, operation.table(), Access.READ);
    return footprint;
  }

  @Override
  public Footprint visitExecute(Execute operation) {
    if (operation.effects() != null) {
      Schema schema = before;
      for (Operation effect : operation.effects()) {
        footprint.addAll(of(effect, schema, scopes));
        schema = after(effect, schema);
      }
    }
    return footprint;
  }

  private static Schema after(Operation effect, Schema schema) {
    try {
      return ApplyToSchema.apply(effect, schema);
    } catch (OperationException e) {
      return schema; // The replay reports it.
    }
  }
}
