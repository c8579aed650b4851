package io.schemachain.plan;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.NameScopes;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Condition;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateProcedure;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.Delete;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropExtension;
import io.schemachain.operation.DropFunction;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropMaterializedView;
import io.schemachain.operation.DropPartition;
import io.schemachain.operation.DropProcedure;
import io.schemachain.operation.DropSchema;
import io.schemachain.operation.DropSequence;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.DropTrigger;
import io.schemachain.operation.DropType;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.DropView;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import io.schemachain.operation.OperationVisitor;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.RenameValue;
import io.schemachain.operation.Row;
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

  // Objects beside tables

  private Footprint object(ObjectKind kind, TableName name) {
    cells.object(kind, name, name.name());
    return footprint;
  }

  // Views, routines and triggers

  @Override
  public Footprint visitCreateView(CreateView operation) {
    return object(operation.view());
  }

  @Override
  public Footprint visitDropView(DropView operation) {
    return view(ObjectKind.VIEW, operation.view());
  }

  @Override
  public Footprint visitCreateMaterializedView(CreateMaterializedView operation) {
    return object(operation.view());
  }

  @Override
  public Footprint visitDropMaterializedView(DropMaterializedView operation) {
    return view(ObjectKind.MATERIALIZED_VIEW, operation.view());
  }

  /** With what belongs to it. */
  private Footprint view(ObjectKind kind, TableName view) {
    cells.object(kind, view, view.name());
    before.find(kind, view).ifPresent(cells::text);
    before.objectsOn(view).forEach(cells::text);
    return footprint;
  }

  @Override
  public Footprint visitCreateSequence(CreateSequence operation) {
    return object(ObjectKind.SEQUENCE, operation.sequence().name());
  }

  @Override
  public Footprint visitAlterSequence(AlterSequence operation) {
    return object(ObjectKind.SEQUENCE, operation.name());
  }

  @Override
  public Footprint visitDropSequence(DropSequence operation) {
    return object(ObjectKind.SEQUENCE, operation.name());
  }

  @Override
  public Footprint visitCreateSchema(CreateSchema operation) {
    return object(ObjectKind.SCHEMA, TableName.of(operation.schema()));
  }

  @Override
  public Footprint visitDropSchema(DropSchema operation) {
    return object(ObjectKind.SCHEMA, TableName.of(operation.schema()));
  }

  @Override
  public Footprint visitCreateType(CreateType operation) {
    cells.type(operation.type().name());
    return footprint;
  }

  @Override
  public Footprint visitDropType(DropType operation) {
    cells.type(operation.type());
    return footprint;
  }

  @Override
  public Footprint visitAddValue(AddValue operation) {
    cells.type(operation.type());
    return footprint;
  }

  @Override
  public Footprint visitRenameValue(RenameValue operation) {
    cells.type(operation.type());
    return footprint;
  }

  @Override
  public Footprint visitDropValue(DropValue operation) {
    cells.type(operation.type());
    return footprint;
  }

  @Override
  public Footprint visitCreateExtension(CreateExtension operation) {
    cells.inSchema(operation.extension().schema());
    return object(ObjectKind.EXTENSION, operation.extension().name());
  }

  @Override
  public Footprint visitDropExtension(DropExtension operation) {
    return object(ObjectKind.EXTENSION, TableName.of(operation.extension()));
  }

  @Override
  public Footprint visitCreateFunction(CreateFunction operation) {
    return object(operation.function());
  }

  @Override
  public Footprint visitDropFunction(DropFunction operation) {
    TableName name = operation.function();
    cells.object(ObjectKind.FUNCTION, name, name.name());
    return footprint;
  }

  @Override
  public Footprint visitCreateProcedure(CreateProcedure operation) {
    return object(operation.procedure());
  }

  @Override
  public Footprint visitDropProcedure(DropProcedure operation) {
    TableName name = operation.procedure();
    cells.object(ObjectKind.PROCEDURE, name, name.name());
    return footprint;
  }

  @Override
  public Footprint visitCreateTrigger(CreateTrigger operation) {
    return object(operation.trigger());
  }

  @Override
  public Footprint visitDropTrigger(DropTrigger operation) {
    cells.on(operation.table());
    cells.object(ObjectKind.TRIGGER, operation.table(), operation.trigger());
    return footprint;
  }

  private Footprint object(SchemaObject object) {
    cells.text(object);
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
    if (operation.file() != null) {
      cells.columns(operation.table(), operation.file().columns(), Access.READ);
    }
    cells.add(Kind.REQUIRED_COLUMNS, operation.table(), Access.READ);
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
    cells.on(table);
    for (Row row : operation.rows()) {
      cells.columns(table, row.columns(), Access.READ);
    }
    if (operation.file() != null) {
      cells.columns(table, operation.file().columns(), Access.READ);
    }
    cells.columns(table, operation.key(), Access.READ);
    cells.uniqueness(table, operation.key(), Access.READ);
    cells.add(Kind.PRIMARY_KEY, table, Access.READ);
    cells.add(Kind.REQUIRED_COLUMNS, table, Access.READ);
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
