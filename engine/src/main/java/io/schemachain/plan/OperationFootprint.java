package io.schemachain.plan;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.NameScopes;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Condition;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.Delete;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropPartition;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Row;
import io.schemachain.operation.RowFile;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import io.schemachain.operation.ValidateConstraint;
import io.schemachain.plan.Cell.Kind;
import io.schemachain.plan.Footprint.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the footprint of an operation. What it does not say itself (the constraints of a table that
 * it drops, say) comes from the schema before it. Errs on the side of more.
 */
final class OperationFootprint extends ObjectFootprint {
  private final NameScopes scopes;

  private OperationFootprint(Schema before, NameScopes scopes) {
    super(before, scopes);
    this.scopes = scopes;
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
    before.objectsOn(operation.table()).forEach(cells::text);
    return footprint;
  }

  @Override
  public Footprint visitRenameTable(RenameTable operation) {
    cells.tableName(operation.table());
    TableName renamed = operation.table().withName(operation.newName());
    cells.tableName(renamed);
    before.objectsOn(operation.table()).forEach(cells::text);
    before.objectsOn(operation.table()).forEach(object -> cells.text(object.onTable(renamed)));
    return footprint;
  }

  @Override
  public Footprint visitCreateTableComment(CreateTableComment operation) {
    return comment(operation.table());
  }

  @Override
  public Footprint visitDropTableComment(DropTableComment operation) {
    return comment(operation.table());
  }

  private Footprint comment(TableName table) {
    cells.on(table);
    cells.add(Kind.COMMENT, table, Access.CHANGE);
    return footprint;
  }

  // Partitions: whatever is done to the table itself meets them

  @Override
  public Footprint visitCreatePartition(CreatePartition operation) {
    cells.tableName(operation.table());
    cells.partition(operation.table(), operation.partition().name());
    return footprint;
  }

  @Override
  public Footprint visitDropPartition(DropPartition operation) {
    cells.tableName(operation.table());
    cells.partition(operation.table(), operation.partition());
    return footprint;
  }

  @Override
  public Footprint visitAttachPartition(AttachPartition operation) {
    return partitionAndTable(operation.table(), operation.partition().name());
  }

  @Override
  public Footprint visitDetachPartition(DetachPartition operation) {
    return partitionAndTable(operation.table(), operation.partition());
  }

  private Footprint partitionAndTable(TableName table, String partition) {
    for (TableName name : List.of(table, table.withName(partition))) {
      cells.tableName(name);
      before.find(name).ifPresent(cells::wholeTable);
    }
    cells.partition(table, partition);
    before.find(table).ifPresent(found -> cells.ownNames(found, partition));
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
  public Footprint visitCreateExcludeConstraint(CreateExcludeConstraint operation) {
    return constraintOn(operation.table(), operation.constraint());
  }

  /** Without a name it is any constraint of the kind: which, depends on all that are there. */
  @Override
  public Footprint visitDropConstraint(DropConstraint operation) {
    TableName table = operation.table();
    cells.on(table);
    cells.columns(table, operation.columns(), Access.READ);
    if (operation.name() != null) {
      cells.add(Kind.CONSTRAINT, table, operation.name(), Access.CHANGE);
      cells.add(Kind.INDEX, table, operation.name(), Access.READ);
    } else {
      cells.add(Kind.CONSTRAINTS_OF_A_KIND, table, Access.CHANGE);
    }
    existing(table, operation.name(), operation.kind());
    return footprint;
  }

  /** All constraints that can be meant. */
  private void existing(TableName table, @Nullable String name, @Nullable ObjectKind kind) {
    for (Constraint constraint : before.find(table).map(Table::constraints).orElse(List.of())) {
      if ((name == null || Names.same(constraint.name(), name))
          && (kind == null || ObjectKind.of(constraint) == kind)) {
        cells.constraint(table, constraint);
      }
    }
  }

  @Override
  public Footprint visitRenameConstraint(RenameConstraint operation) {
    TableName table = operation.table();
    cells.on(table);
    cells.add(Kind.CONSTRAINT, table, operation.name(), Access.CHANGE);
    existing(table, operation.name(), operation.kind());
    for (Constraint constraint : before.find(table).map(Table::constraints).orElse(List.of())) {
      if (Names.same(constraint.name(), operation.name())) {
        cells.constraint(table, constraint.withName(operation.newName()));
      }
    }
    return footprint;
  }

  @Override
  public Footprint visitValidateConstraint(ValidateConstraint operation) {
    cells.on(operation.table());
    cells.add(Kind.CONSTRAINT, operation.table(), operation.name(), Access.CHANGE);
    existing(operation.table(), operation.name(), null);
    return footprint;
  }

  @Override
  public Footprint visitRenameIndex(RenameIndex operation) {
    TableName table = operation.table();
    cells.on(table);
    cells.add(Kind.INDEX, table, operation.index(), Access.CHANGE);
    before
        .find(table)
        .flatMap(found -> found.index(operation.index()))
        .ifPresent(
            index -> {
              cells.index(table, index);
              cells.index(table, index.withName(operation.newName()));
            });
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
    cells.add(Kind.CONSTRAINT, operation.table(), operation.index(), Access.READ);
    before
        .find(operation.table())
        .flatMap(table -> table.index(operation.index()))
        .ifPresent(index -> cells.index(operation.table(), index));
    return footprint;
  }

  // Rows and raw SQL

  @Override
  public Footprint visitBulkInsert(BulkInsert operation) {
    return newRows(operation.table(), operation.rows(), operation.file());
  }

  private Footprint newRows(TableName table, List<Row> rows, @Nullable RowFile file) {
    cells.on(table);
    rows.stream()
        .map(Row::columns)
        .distinct()
        .forEach(columns -> cells.columns(table, columns, Access.READ));
    if (file != null) {
      cells.columns(table, file.columns(), Access.READ);
    }
    cells.add(Kind.REQUIRED_COLUMNS, table, Access.READ);
    return footprint;
  }

  @Override
  public Footprint visitUpdate(Update operation) {
    cells.on(operation.table());
    cells.columns(operation.table(), operation.set().columns(), Access.READ);
    where(operation.table(), operation.where());
    return footprint;
  }

  @Override
  public Footprint visitDelete(Delete operation) {
    cells.on(operation.table());
    where(operation.table(), operation.where());
    return footprint;
  }

  private void where(TableName table, Condition where) {
    if (where instanceof Condition.Equal equal) {
      cells.columns(table, equal.values().columns(), Access.READ);
    } else if (where instanceof Condition.Sql sql) {
      cells.expression(table, sql.sql());
    }
  }

  @Override
  public Footprint visitBackfill(Backfill operation) {
    TableName table = operation.table();
    cells.add(Kind.PRIMARY_KEY, table, Access.READ);
    if (operation.key() != null) {
      cells.columns(table, List.of(operation.key()), Access.READ);
      cells.uniqueness(table, List.of(operation.key()), Access.READ);
    }
    return visitUpdate(operation.asUpdate());
  }

  @Override
  public Footprint visitUpsert(Upsert operation) {
    TableName table = operation.table();
    cells.columns(table, operation.key(), Access.READ);
    cells.uniqueness(table, operation.key(), Access.READ);
    cells.add(Kind.PRIMARY_KEY, table, Access.READ);
    return newRows(table, operation.rows(), operation.file());
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
