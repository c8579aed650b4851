package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.NameTakenException;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operation makes of a schema. Finds without a database what a database would refuse: names
 * that are unknown or taken, keys that point to nothing, values that do not fit.
 */
public final class ApplyToSchema implements OperationVisitor<Schema> {
  private final Schema schema;
  private final Lookup lookup;

  private ApplyToSchema(Schema schema) {
    this.schema = requireNonNull(schema, "schema");
    this.lookup = new Lookup(schema);
  }

  /**
   * The schema after the operation.
   *
   * @throws OperationException if the operation does not fit the schema
   */
  public static Schema apply(Operation operation, Schema before) {
    try {
      return operation.accept(new ApplyToSchema(before));
    } catch (NameTakenException e) {
      throw new OperationException(String.valueOf(e.getMessage()), "Choose another name.");
    } catch (IllegalArgumentException e) {
      throw new OperationException(String.valueOf(e.getMessage()), null);
    }
  }

  @Override
  public Schema visitCreateTable(CreateTable operation) {
    Table table = operation.table();
    if (table.columns().isEmpty()) {
      throw new OperationException(
          "The table " + table.name() + " has no columns.", "A table needs at least one.");
    }
    Optional<Table> existing = schema.find(table.name());
    if (existing.isPresent() && !operation.ifNotExists()) {
      throw new OperationException(
          "The table "
              + table.name()
              + " exists already"
              + (existing.get().name().equals(table.name())
                  ? "."
                  : ", as " + existing.get().name() + "."),
          null);
    }
    TableRules.requireDistinctColumns(table);
    for (Column column : table.columns()) {
      TableRules.requireFitting(column);
    }
    for (Constraint constraint : table.constraints()) {
      TableRules.requireColumns(table, constraint);
    }
    for (Index index : table.indexes()) {
      TableRules.requireColumns(table, index);
    }
    Table keyed = TableRules.withKeyNotNull(table);
    if (existing.isPresent()) {
      requireSame(existing.get(), ForeignKeyRules.complete(keyed, schema));
      return schema;
    }
    Schema withTable = schema.plus(keyed);
    return keyed.foreignKeys().isEmpty()
        ? withTable
        : withTable.replace(table.name(), ForeignKeyRules.complete(keyed, withTable));
  }

  private static void requireSame(Table existing, Table wanted) {
    if (!existing.isEquivalentTo(wanted)) {
      throw new OperationException(
          "The table " + existing.name() + " exists already, and is another one.",
          "`if_not_exists` passes over a table that is the same: change it by other operations.");
    }
  }

  @Override
  public Schema visitDropTable(DropTable operation) {
    if (operation.ifExists() && schema.find(operation.table()).isEmpty()) {
      return schema;
    }
    Table table = lookup.table(operation.table());
    for (Table other : schema.referringTo(table.name())) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(table.name()) && !other.name().equals(table.name())) {
          throw new OperationException(
              "The table "
                  + table.name()
                  + " is referred to by the foreign key "
                  + key.name()
                  + " of "
                  + other.name()
                  + ".",
              "Drop it first: drop_constraint: {table: "
                  + other.name()
                  + ", name: "
                  + key.name()
                  + "}.");
        }
      }
    }
    return schema.minus(table.name());
  }

  @Override
  public Schema visitRenameTable(RenameTable operation) {
    Table table = lookup.table(operation.table());
    TableName newName = table.name().withName(operation.newName());
    Schema renamed = schema.replace(table.name(), table.withName(newName));
    for (Table other : renamed.referringTo(table.name())) {
      List<ForeignKey> keys =
          other.foreignKeys().stream()
              .map(k -> k.referredTable().equals(table.name()) ? k.withReferredTable(newName) : k)
              .toList();
      if (!keys.equals(other.foreignKeys())) {
        renamed = renamed.replace(other.name(), other.withForeignKeys(keys));
      }
    }
    return renamed;
  }

  @Override
  public Schema visitAddColumn(AddColumn operation) {
    Table table = lookup.table(operation.table());
    Column column = operation.column();
    Optional<Column> existing = table.column(column.name());
    if (existing.isPresent() && !operation.ifNotExists()) {
      throw new OperationException(
          "The table " + table.name() + " has a column " + existing.get().name() + " already.",
          null);
    }
    TableRules.requireFitting(column);
    if (existing.isPresent()) {
      if (!existing.get().equals(column)) {
        throw new OperationException(
            "The table "
                + table.name()
                + " has a column "
                + existing.get().name()
                + " already, and it is another one.",
            "`if_not_exists` passes over a column that is the same: change it by alter_column.");
      }
      return schema;
    }
    ColumnPosition position = operation.position();
    if (position != null) {
      return schema.replace(table.name(), table.withColumns(position.put(column, table)));
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column);
    return schema.replace(table.name(), table.withColumns(columns));
  }

  @Override
  public Schema visitDropColumn(DropColumn operation) {
    Table table = lookup.table(operation.table());
    if (operation.ifExists() && table.column(operation.column()).isEmpty()) {
      return schema;
    }
    Column column = Lookup.column(table, operation.column());
    if (table.columns().size() == 1) {
      throw new OperationException(
          column.name() + " is the only column of " + table.name() + ".",
          "Drop the table instead.");
    }
    ColumnUses.of(table, column.name(), schema)
        .ifPresent(
            use -> {
              throw new OperationException(
                  "The column "
                      + column.name()
                      + " of "
                      + table.name()
                      + " is used by "
                      + use.what()
                      + ".",
                  use.hint());
            });
    return schema.replace(
        table.name(),
        table.withColumns(
            table.columns().stream().filter(c -> !c.name().equals(column.name())).toList()));
  }

  @Override
  public Schema visitAlterColumn(AlterColumn operation) {
    return ColumnAlteration.apply(operation, schema);
  }

  @Override
  public Schema visitCreateIndex(CreateIndex operation) {
    Table table = lookup.table(operation.table());
    TableRules.requireColumns(table, operation.index());
    return schema.replace(table.name(), table.plus(operation.index()));
  }

  @Override
  public Schema visitDropIndex(DropIndex operation) {
    Table table = lookup.table(operation.table());
    Index index = Lookup.index(table, operation.index());
    Table changed = table.minus(index);
    ForeignKeyRules.requireStillUnique(table, changed, schema, "the index " + index.name());
    return schema.replace(table.name(), changed);
  }

  @Override
  public Schema visitCreatePrimaryKey(CreatePrimaryKey operation) {
    Table table = lookup.table(operation.table());
    if (table.primaryKey() != null) {
      throw new OperationException(
          "The table "
              + table.name()
              + " has a primary key already, "
              + table.primaryKey().name()
              + ".",
          null);
    }
    return add(table, operation.primaryKey());
  }

  @Override
  public Schema visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    return add(lookup.table(operation.table()), operation.constraint());
  }

  @Override
  public Schema visitCreateCheckConstraint(CreateCheckConstraint operation) {
    return add(lookup.table(operation.table()), operation.check());
  }

  @Override
  public Schema visitCreateForeignKey(CreateForeignKey operation) {
    Table table = lookup.table(operation.table());
    TableRules.requireColumns(table, operation.foreignKey());
    return add(table, ForeignKeyRules.complete(operation.foreignKey(), table, schema));
  }

  private Schema add(Table table, Constraint constraint) {
    TableRules.requireColumns(table, constraint);
    return schema.replace(table.name(), TableRules.withKeyNotNull(table.plus(constraint)));
  }

  @Override
  public Schema visitDropConstraint(DropConstraint operation) {
    Table table = lookup.table(operation.table());
    Constraint constraint = Lookup.constraint(table, operation.name());
    Table changed = table.minus(constraint);
    ForeignKeyRules.requireStillUnique(
        table, changed, schema, "the constraint " + constraint.name());
    return schema.replace(table.name(), changed);
  }

  @Override
  public Schema visitCreateTableComment(CreateTableComment operation) {
    Table table = lookup.table(operation.table());
    return schema.replace(table.name(), table.withComment(operation.comment()));
  }

  @Override
  public Schema visitDropTableComment(DropTableComment operation) {
    Table table = lookup.table(operation.table());
    if (table.comment() == null) {
      throw new OperationException("The table " + table.name() + " has no comment.", null);
    }
    return schema.replace(table.name(), table.withComment(null));
  }

  @Override
  public Schema visitBulkInsert(BulkInsert operation) {
    RowRules.check(lookup.table(operation.table()), operation.rows());
    return schema;
  }

  @Override
  public Schema visitExecute(Execute operation) {
    Schema result = schema;
    if (operation.effects() != null) {
      for (Operation effect : operation.effects()) {
        result = apply(effect, result);
      }
    }
    return result;
  }
}
