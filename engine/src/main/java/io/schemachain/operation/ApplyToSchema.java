package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.NameTakenException;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.ViewIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
      return EnumReferences.resolve(operation, before).accept(new ApplyToSchema(before));
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
    Table keyed = PartitionRules.created(TableRules.withKeyNotNull(table), schema);
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
    return TextRules.without(table.name(), schema.minus(table.name()));
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
    return TextRules.moved(table.name(), newName, renamed);
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
    return schema.find(ObjectKind.MATERIALIZED_VIEW, operation.table()).isPresent()
        ? schema.plus(new ViewIndex(operation.table(), operation.index()))
        : IndexRules.create(operation, lookup.table(operation.table()), schema);
  }

  @Override
  public Schema visitDropIndex(DropIndex operation) {
    Optional<SchemaObject> ofView =
        schema.find(ObjectKind.INDEX, operation.table(), operation.index());
    return ofView.isPresent()
        ? schema.minus(ofView.get())
        : IndexRules.drop(operation, lookup.table(operation.table()), schema);
  }

  @Override
  public Schema visitCreatePrimaryKey(CreatePrimaryKey operation) {
    Table table = withoutIndex(operation.table(), operation.usingIndex());
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
    return add(withoutIndex(operation.table(), operation.usingIndex()), operation.constraint());
  }

  /** The table, of which a key takes over an index. */
  private Table withoutIndex(TableName name, @Nullable String index) {
    Table table = lookup.table(name);
    return index == null ? table : table.minus(Lookup.index(table, index));
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
    if (constraint instanceof PrimaryKey key) {
      ForeignKeyRules.requireNoneSetsNull(table, key);
    }
    Table changed = TableRules.withKeyNotNull(table.plus(constraint));
    PartitionRules.requireKeys(changed);
    return schema.replace(table.name(), changed);
  }

  @Override
  public Schema visitDropConstraint(DropConstraint operation) {
    return ConstraintRules.drop(operation, lookup.table(operation.table()), schema);
  }

  @Override
  public Schema visitCreateExcludeConstraint(CreateExcludeConstraint operation) {
    return add(lookup.table(operation.table()), operation.constraint());
  }

  @Override
  public Schema visitRenameConstraint(RenameConstraint operation) {
    return ConstraintRules.rename(operation, lookup.table(operation.table()), schema);
  }

  @Override
  public Schema visitRenameIndex(RenameIndex operation) {
    return IndexRules.rename(operation, lookup.table(operation.table()), schema);
  }

  @Override
  public Schema visitValidateConstraint(ValidateConstraint operation) {
    return ConstraintRules.validate(operation, lookup.table(operation.table()), schema);
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

  // Partitions

  @Override
  public Schema visitCreatePartition(CreatePartition operation) {
    return PartitionRules.create(operation, lookup.table(operation.table()), schema);
  }

  @Override
  public Schema visitDropPartition(DropPartition operation) {
    return PartitionRules.drop(operation, lookup.table(operation.table()), schema);
  }

  @Override
  public Schema visitAttachPartition(AttachPartition operation) {
    Table table = lookup.table(operation.table());
    Table attached = lookup.table(table.name().withName(operation.partition().name()));
    return PartitionRules.attach(operation, table, attached, schema);
  }

  @Override
  public Schema visitDetachPartition(DetachPartition operation) {
    return PartitionRules.detach(operation, lookup.table(operation.table()), schema);
  }

  // Objects beside tables

  @Override
  public Schema visitCreateSequence(CreateSequence operation) {
    return SequenceRules.create(operation, schema);
  }

  @Override
  public Schema visitAlterSequence(AlterSequence operation) {
    return SequenceRules.alter(operation, schema);
  }

  @Override
  public Schema visitDropSequence(DropSequence operation) {
    return SequenceRules.drop(operation, schema);
  }

  // Views, routines and triggers

  @Override
  public Schema visitCreateView(CreateView operation) {
    return TextRules.create(operation.view(), operation.replace(), schema);
  }

  @Override
  public Schema visitDropView(DropView operation) {
    return TextRules.drop(
        TextRules.view(ObjectKind.VIEW, operation.view(), operation.ifExists(), schema), schema);
  }

  @Override
  public Schema visitCreateMaterializedView(CreateMaterializedView operation) {
    return TextRules.create(operation.view(), operation.replace(), schema);
  }

  @Override
  public Schema visitDropMaterializedView(DropMaterializedView operation) {
    return TextRules.drop(
        TextRules.view(
            ObjectKind.MATERIALIZED_VIEW, operation.view(), operation.ifExists(), schema),
        schema);
  }

  @Override
  public Schema visitCreateFunction(CreateFunction operation) {
    return TextRules.create(operation.function(), operation.replace(), schema);
  }

  @Override
  public Schema visitDropFunction(DropFunction operation) {
    return TextRules.drop(
        TextRules.routine(
            ObjectKind.FUNCTION,
            operation.function(),
            operation.arguments(),
            operation.ifExists(),
            schema),
        schema);
  }

  @Override
  public Schema visitCreateProcedure(CreateProcedure operation) {
    return TextRules.create(operation.procedure(), operation.replace(), schema);
  }

  @Override
  public Schema visitDropProcedure(DropProcedure operation) {
    return TextRules.drop(
        TextRules.routine(
            ObjectKind.PROCEDURE,
            operation.procedure(),
            operation.arguments(),
            operation.ifExists(),
            schema),
        schema);
  }

  @Override
  public Schema visitCreateTrigger(CreateTrigger operation) {
    return TextRules.create(operation.trigger(), operation.replace(), schema);
  }

  @Override
  public Schema visitDropTrigger(DropTrigger operation) {
    return TextRules.drop(
        TextRules.trigger(operation.table(), operation.trigger(), operation.ifExists(), schema),
        schema);
  }

  @Override
  public Schema visitCreateSchema(CreateSchema operation) {
    return NamespaceRules.create(operation, schema);
  }

  @Override
  public Schema visitDropSchema(DropSchema operation) {
    return NamespaceRules.drop(operation, schema);
  }

  @Override
  public Schema visitCreateType(CreateType operation) {
    return EnumRules.create(operation, schema);
  }

  @Override
  public Schema visitDropType(DropType operation) {
    return EnumRules.drop(operation, schema);
  }

  @Override
  public Schema visitAddValue(AddValue operation) {
    return EnumRules.add(operation, schema);
  }

  @Override
  public Schema visitRenameValue(RenameValue operation) {
    return EnumRules.rename(operation, schema);
  }

  @Override
  public Schema visitDropValue(DropValue operation) {
    return EnumRules.dropValue(operation, schema);
  }

  @Override
  public Schema visitCreateExtension(CreateExtension operation) {
    return operation.ifNotExists()
        ? ObjectRules.plusIfMissing(operation.extension(), schema)
        : schema.plus(operation.extension());
  }

  @Override
  public Schema visitDropExtension(DropExtension operation) {
    return ObjectRules.minus(
        ObjectKind.EXTENSION, TableName.of(operation.extension()), operation.ifExists(), schema);
  }

  @Override
  public Schema visitBulkInsert(BulkInsert operation) {
    Table table = lookup.table(operation.table());
    RowRules.check(table, operation.rows());
    if (operation.file() != null) {
      RowRules.check(table, operation.file());
    }
    return schema;
  }

  @Override
  public Schema visitUpdate(Update operation) {
    Table table = lookup.table(operation.table());
    RowRules.checkSet(table, operation.set());
    RowRules.check(table, operation.where());
    return schema;
  }

  @Override
  public Schema visitDelete(Delete operation) {
    RowRules.check(lookup.table(operation.table()), operation.where());
    return schema;
  }

  @Override
  public Schema visitUpsert(Upsert operation) {
    UpsertRules.check(operation, lookup.table(operation.table()));
    return schema;
  }

  @Override
  public Schema visitBackfill(Backfill operation) {
    BackfillRules.check(operation, lookup.table(operation.table()));
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
