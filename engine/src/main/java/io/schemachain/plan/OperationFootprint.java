package io.schemachain.plan;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.NameScopes;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
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
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the footprint of an operation. What it does not say itself (the constraints of a table that
 * it drops, say) comes from the schema before it. Errs on the side of more.
 */
final class OperationFootprint implements OperationVisitor<Footprint> {
  private final NameScopes scopes;
  private final Schema before;
  private final Footprint footprint = new Footprint();

  private OperationFootprint(Schema before, NameScopes scopes) {
    this.before = before;
    this.scopes = scopes;
  }

  /** The operation need not fit the schema. */
  static Footprint of(Operation operation, Schema before, NameScopes scopes) {
    return operation.accept(new OperationFootprint(before, scopes));
  }

  // Cells

  private void add(Kind kind, TableName table, String name, Access access) {
    footprint.add(new Cell(kind, table.key(), Names.fold(name)), access);
  }

  private void add(Kind kind, TableName table, Access access) {
    add(kind, table, "", access);
  }

  private void columns(TableName table, List<String> columns, Access access) {
    columns.forEach(column -> add(Kind.COLUMN, table, column, access));
  }

  private void uniqueness(TableName table, List<String> columns, Access access) {
    String key = columns.stream().map(Names::fold).sorted().collect(Collectors.joining("\0"));
    add(Kind.UNIQUENESS, table, key, access);
  }

  private void name(ObjectKind kind, TableName table, String name) {
    footprint.add(new Cell(Kind.NAME, "", scopes.key(kind, table, name)), Access.CHANGE);
  }

  private void typeName(String name, Access access) {
    footprint.add(new Cell(Kind.TYPE, "", Names.fold(name)), access);
  }

  private void types(DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      typeName(enumeration.name(), Access.CHANGE);
    } else if (type instanceof DataType.Array array) {
      types(array.element());
    }
  }

  // Parts of a table, whether they come or go

  private void constraint(TableName table, Constraint constraint) {
    add(Kind.CONSTRAINT, table, constraint.name(), Access.CHANGE);
    name(ObjectKind.of(constraint), table, constraint.name());
    if (constraint instanceof PrimaryKey key) {
      add(Kind.PRIMARY_KEY, table, Access.CHANGE);
      uniqueness(table, key.columns(), Access.CHANGE);
      columns(table, key.columns(), Access.CHANGE); // It makes them NOT NULL.
      add(Kind.REQUIRED_COLUMNS, table, Access.CHANGE_PART);
    } else if (constraint instanceof UniqueConstraint unique) {
      uniqueness(table, unique.columns(), Access.CHANGE);
      columns(table, unique.columns(), Access.READ);
    } else if (constraint instanceof ForeignKey key) {
      foreignKey(table, key);
    } else if (constraint instanceof Check) {
      add(Kind.EXPRESSIONS, table, Access.READ);
    } else {
      throw new IllegalStateException("Unknown constraint " + constraint);
    }
  }

  private void foreignKey(TableName table, ForeignKey key) {
    columns(table, key.columns(), Access.READ);
    add(Kind.TABLE, key.referredTable(), Access.READ);
    List<String> referred = key.referredColumns();
    if (referred.isEmpty()) {
      add(Kind.PRIMARY_KEY, key.referredTable(), Access.READ);
      referred = before.find(key.referredTable()).map(Table::primaryKeyColumns).orElseGet(List::of);
    }
    columns(key.referredTable(), referred, Access.READ);
    uniqueness(key.referredTable(), referred, Access.READ);
  }

  private void index(TableName table, Index index) {
    add(Kind.INDEX, table, index.name(), Access.CHANGE);
    name(ObjectKind.INDEX, table, index.name());
    columns(table, index.columns(), Access.READ);
    if (index.where() != null || !index.isPlain()) {
      add(Kind.EXPRESSIONS, table, Access.READ);
    }
    if (index.unique()) {
      uniqueness(table, index.columns(), Access.CHANGE);
    }
  }

  private void wholeTable(Table table) {
    table.columns().forEach(column -> types(column.type()));
    table.constraints().forEach(constraint -> constraint(table.name(), constraint));
    table.indexes().forEach(index -> index(table.name(), index));
  }

  private void tableName(TableName table) {
    add(Kind.TABLE, table, Access.CHANGE);
    name(ObjectKind.TABLE, table, table.name());
    typeName(table.name(), Access.READ);
  }

  /** What needs the table and leaves its name alone. */
  private void on(TableName table) {
    add(Kind.TABLE, table, Access.READ);
  }

  // Tables

  @Override
  public Footprint visitCreateTable(CreateTable operation) {
    tableName(operation.table().name());
    wholeTable(operation.table());
    return footprint;
  }

  @Override
  public Footprint visitDropTable(DropTable operation) {
    tableName(operation.table());
    before.find(operation.table()).ifPresent(this::wholeTable);
    return footprint;
  }

  @Override
  public Footprint visitRenameTable(RenameTable operation) {
    tableName(operation.table());
    tableName(operation.table().withName(operation.newName()));
    return footprint;
  }

  @Override
  public Footprint visitCreateTableComment(CreateTableComment operation) {
    on(operation.table());
    add(Kind.COMMENT, operation.table(), Access.CHANGE);
    return footprint;
  }

  @Override
  public Footprint visitDropTableComment(DropTableComment operation) {
    on(operation.table());
    add(Kind.COMMENT, operation.table(), Access.CHANGE);
    return footprint;
  }

  // Columns

  @Override
  public Footprint visitAddColumn(AddColumn operation) {
    TableName table = operation.table();
    Column column = operation.column();
    on(table);
    add(Kind.COLUMN, table, column.name(), Access.CHANGE);
    add(Kind.ANOTHER_COLUMN, table, Access.CHANGE_PART);
    if (column.computed() != null) {
      add(Kind.EXPRESSIONS, table, Access.READ);
    }
    if (!column.nullable()
        && column.defaultValue() == null
        && column.identity() == null
        && column.computed() == null) {
      add(Kind.REQUIRED_COLUMNS, table, Access.CHANGE_PART);
    }
    types(column.type());
    return footprint;
  }

  @Override
  public Footprint visitDropColumn(DropColumn operation) {
    TableName table = operation.table();
    on(table);
    add(Kind.COLUMN, table, operation.column(), Access.CHANGE);
    add(Kind.COLUMNS_LEFT, table, Access.CHANGE);
    add(Kind.EXPRESSIONS, table, Access.CHANGE_PART);
    add(Kind.REQUIRED_COLUMNS, table, Access.CHANGE_PART);
    if (before.find(table).filter(found -> found.columns().size() > 1).isEmpty()) {
      add(Kind.ANOTHER_COLUMN, table, Access.READ);
    }
    before
        .find(table)
        .flatMap(found -> found.column(operation.column()))
        .ifPresent(column -> types(column.type()));
    return footprint;
  }

  @Override
  public Footprint visitAlterColumn(AlterColumn operation) {
    TableName table = operation.table();
    on(table);
    add(Kind.COLUMN, table, operation.column(), Access.CHANGE);
    if (operation.newName() != null) {
      add(Kind.COLUMN, table, operation.newName(), Access.CHANGE);
      add(Kind.EXPRESSIONS, table, Access.CHANGE_PART);
    }
    if (operation.nullable() != null || operation.defaultValue().present()) {
      add(Kind.REQUIRED_COLUMNS, table, Access.CHANGE_PART);
    }
    if (Boolean.TRUE.equals(operation.nullable())) {
      add(Kind.PRIMARY_KEY, table, Access.READ);
    }
    if (operation.type() != null) {
      types(operation.type());
      before.find(table).ifPresent(found -> joinedColumns(found, operation.column()));
    }
    return footprint;
  }

  /** The column's old type, and the columns that must have the same one. */
  private void joinedColumns(Table table, String column) {
    table.column(column).ifPresent(found -> types(found.type()));
    for (ForeignKey key : table.foreignKeys()) {
      if (key.columns().contains(column)) {
        columns(key.referredTable(), key.referredColumns(), Access.READ);
      }
    }
    for (Table other : before.tables()) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(table.name()) && key.referredColumns().contains(column)) {
          columns(other.name(), key.columns(), Access.READ);
        }
      }
    }
  }

  // Constraints and indexes

  private Footprint constraintOn(TableName table, Constraint constraint) {
    on(table);
    constraint(table, constraint);
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
    on(operation.table());
    add(Kind.CONSTRAINT, operation.table(), operation.name(), Access.CHANGE);
    before
        .find(operation.table())
        .flatMap(table -> table.constraint(operation.name()))
        .ifPresent(constraint -> constraint(operation.table(), constraint));
    return footprint;
  }

  @Override
  public Footprint visitCreateIndex(CreateIndex operation) {
    on(operation.table());
    index(operation.table(), operation.index());
    return footprint;
  }

  @Override
  public Footprint visitDropIndex(DropIndex operation) {
    on(operation.table());
    add(Kind.INDEX, operation.table(), operation.index(), Access.CHANGE);
    before
        .find(operation.table())
        .flatMap(table -> table.index(operation.index()))
        .ifPresent(index -> index(operation.table(), index));
    return footprint;
  }

  // Rows and raw SQL

  @Override
  public Footprint visitBulkInsert(BulkInsert operation) {
    on(operation.table());
    operation.rows().stream()
        .map(Row::columns)
        .distinct()
        .forEach(columns -> columns(operation.table(), columns, Access.READ));
    add(Kind.REQUIRED_COLUMNS, operation.table(), Access.READ);
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
