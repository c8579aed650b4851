package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.EnumType;
import io.schemachain.model.Extension;
import io.schemachain.model.Index;
import io.schemachain.model.Namespace;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Partition;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.ViewIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What leads back from the schema after an operation to the schema before it. The operation is
 * known to fit the schema.
 */
public final class Inverse implements OperationVisitor<Reversal> {
  private final Schema before;

  private Inverse(Schema before) {
    this.before = requireNonNull(before, "before");
  }

  public static Reversal of(Operation operation, Schema before) {
    return operation.accept(new Inverse(before));
  }

  /** It changed nothing that the model has. */
  private static Reversal nothing() {
    return new Reversal.Operations(List.of());
  }

  static Reversal by(Operation... operations) {
    return new Reversal.Operations(List.of(operations));
  }

  @Override
  public Reversal visitCreateTable(CreateTable operation) {
    TableName table = operation.table().name();
    return before.find(table).isPresent() ? nothing() : by(new DropTable(table, false));
  }

  @Override
  public Reversal visitDropTable(DropTable operation) {
    return before
        .find(operation.table())
        .map(
            table -> {
              List<Operation> operations = new ArrayList<>(List.of(new CreateTable(table)));
              operations.addAll(ObjectInverse.on(table.name(), before));
              return (Reversal) new Reversal.Operations(operations);
            })
        .orElseGet(Inverse::nothing);
  }

  @Override
  public Reversal visitRenameTable(RenameTable operation) {
    return by(
        new RenameTable(operation.table().withName(operation.newName()), operation.table().name()));
  }

  @Override
  public Reversal visitCreatePartition(CreatePartition operation) {
    return by(new DropPartition(operation.table(), operation.partition().name()));
  }

  @Override
  public Reversal visitDropPartition(DropPartition operation) {
    Table table = before.require(operation.table());
    Partition partition = PartitionRules.find(table, operation.partition());
    return by(new CreatePartition(table.name(), partition, PartitionRules.next(table, partition)));
  }

  @Override
  public Reversal visitAttachPartition(AttachPartition operation) {
    return by(new DetachPartition(operation.table(), operation.partition().name()));
  }

  @Override
  public Reversal visitDetachPartition(DetachPartition operation) {
    Table table = before.require(operation.table());
    Partition partition = PartitionRules.find(table, operation.partition());
    return by(new AttachPartition(table.name(), partition, PartitionRules.next(table, partition)));
  }

  @Override
  public Reversal visitAddColumn(AddColumn operation) {
    String column = operation.column().name();
    return before.require(operation.table()).column(column).isPresent()
        ? nothing()
        : by(new DropColumn(operation.table(), column));
  }

  @Override
  public Reversal visitDropColumn(DropColumn operation) {
    return before
        .require(operation.table())
        .column(operation.column())
        .<Reversal>map(column -> by(new AddColumn(operation.table(), column)))
        .orElseGet(Inverse::nothing);
  }

  @Override
  public Reversal visitAlterColumn(AlterColumn operation) {
    Table table = before.require(operation.table());
    Column old = column(operation.table(), operation.column());
    return by(
        new AlterColumn(
            operation.table(),
            operation.resultingName(),
            operation.newName() == null ? null : old.name(),
            operation.type() == null ? null : old.type(),
            null,
            operation.nullable() == null ? null : old.nullable(),
            back(operation.defaultValue(), old.defaultValue()),
            back(operation.identity(), old.identity()),
            back(operation.computed(), old.computed()),
            back(operation.comment(), old.comment()),
            back(operation.collation(), old.collation()),
            operation.position() == null ? null : ColumnPosition.of(table, old)));
  }

  private static <T> Change<T> back(Change<T> change, @Nullable T old) {
    return change.present() ? Change.toNullable(old) : Change.none();
  }

  @Override
  public Reversal visitCreateIndex(CreateIndex operation) {
    Index index = operation.index();
    return IndexRules.isThere(before.require(operation.table()), index)
        ? by()
        : by(new DropIndex(operation.table(), index.name(), operation.concurrently(), false));
  }

  @Override
  public Reversal visitDropIndex(DropIndex operation) {
    Optional<SchemaObject> ofView =
        before.find(ObjectKind.INDEX, operation.table(), operation.index());
    if (ofView.isPresent() && ofView.get() instanceof ViewIndex index) {
      return by(new CreateIndex(index.table(), index.index(), operation.concurrently(), false));
    }
    return before
        .require(operation.table())
        .index(operation.index())
        .map(
            index -> by(new CreateIndex(operation.table(), index, operation.concurrently(), false)))
        .orElseGet(Inverse::by);
  }

  /** Columns that were nullable are so again: dropping the key alone leaves them NOT NULL. */
  @Override
  public Reversal visitCreatePrimaryKey(CreatePrimaryKey operation) {
    TableName table = operation.table();
    List<Operation> operations = new ArrayList<>();
    operations.add(DropConstraint.of(table, operation.primaryKey()));
    for (String name : operation.primaryKey().columns()) {
      if (column(table, name).nullable()) {
        operations.add(
            new AlterColumn(table, name, null, null, true, Change.none(), Change.none()));
      }
    }
    return new Reversal.Operations(operations);
  }

  @Override
  public Reversal visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    return by(DropConstraint.of(operation.table(), operation.constraint()));
  }

  @Override
  public Reversal visitCreateForeignKey(CreateForeignKey operation) {
    return by(DropConstraint.of(operation.table(), operation.foreignKey()));
  }

  @Override
  public Reversal visitCreateCheckConstraint(CreateCheckConstraint operation) {
    return by(DropConstraint.of(operation.table(), operation.check()));
  }

  @Override
  public Reversal visitDropConstraint(DropConstraint operation) {
    return ConstraintRules.inverseOfDrop(operation, before.require(operation.table()));
  }

  @Override
  public Reversal visitCreateExcludeConstraint(CreateExcludeConstraint operation) {
    return by(DropConstraint.of(operation.table(), operation.constraint()));
  }

  @Override
  public Reversal visitRenameConstraint(RenameConstraint operation) {
    return by(
        new RenameConstraint(
            operation.table(), operation.newName(), operation.kind(), operation.name()));
  }

  @Override
  public Reversal visitRenameIndex(RenameIndex operation) {
    return by(new RenameIndex(operation.table(), operation.newName(), operation.index()));
  }

  /** No database takes a validation back. */
  @Override
  public Reversal visitValidateConstraint(ValidateConstraint operation) {
    TableName table = operation.table();
    Constraint constraint = Lookup.constraint(before.require(table), operation.name(), null);
    return by(DropConstraint.of(table, constraint), ObjectOperations.create(table, constraint));
  }

  @Override
  public Reversal visitCreateTableComment(CreateTableComment operation) {
    String comment = before.require(operation.table()).comment();
    return comment == null
        ? by(new DropTableComment(operation.table()))
        : by(new CreateTableComment(operation.table(), comment));
  }

  @Override
  public Reversal visitDropTableComment(DropTableComment operation) {
    String comment = requireNonNull(before.require(operation.table()).comment());
    return by(new CreateTableComment(operation.table(), comment));
  }

  // Objects beside tables

  @Override
  public Reversal visitCreateSequence(CreateSequence operation) {
    TableName name = operation.sequence().name();
    return before.find(ObjectKind.SEQUENCE, name).isPresent()
        ? by()
        : by(new DropSequence(name, false));
  }

  @Override
  public Reversal visitAlterSequence(AlterSequence operation) {
    return SequenceRules.inverse(operation, before);
  }

  @Override
  public Reversal visitDropSequence(DropSequence operation) {
    return before
        .find(ObjectKind.SEQUENCE, operation.name())
        .map(sequence -> by(new CreateSequence((Sequence) sequence, false)))
        .orElseGet(Inverse::by);
  }

  @Override
  public Reversal visitCreateSchema(CreateSchema operation) {
    return NamespaceRules.isThere(new Namespace(operation.schema()), before)
        ? by()
        : by(new DropSchema(operation.schema(), false));
  }

  @Override
  public Reversal visitDropSchema(DropSchema operation) {
    return before
        .find(ObjectKind.SCHEMA, TableName.of(operation.schema()))
        .map(schema -> by(new CreateSchema(operation.schema(), false)))
        .orElseGet(Inverse::by);
  }

  @Override
  public Reversal visitCreateType(CreateType operation) {
    String name = operation.type().name();
    return before.find(ObjectKind.TYPE, TableName.of(name)).isPresent()
        ? by()
        : by(new DropType(name, false));
  }

  @Override
  public Reversal visitDropType(DropType operation) {
    return before
        .find(ObjectKind.TYPE, TableName.of(operation.type()))
        .map(type -> by(new CreateType(((EnumType) type).type(), false)))
        .orElseGet(Inverse::by);
  }

  @Override
  public Reversal visitAddValue(AddValue operation) {
    return EnumRules.require(operation.type(), before).values().contains(operation.value())
        ? by()
        : by(new DropValue(operation.type(), operation.value()));
  }

  @Override
  public Reversal visitRenameValue(RenameValue operation) {
    return by(new RenameValue(operation.type(), operation.newValue(), operation.value()));
  }

  @Override
  public Reversal visitDropValue(DropValue operation) {
    return by(EnumRules.again(operation, before));
  }

  @Override
  public Reversal visitCreateExtension(CreateExtension operation) {
    return before.find(ObjectKind.EXTENSION, operation.extension().name()).isPresent()
        ? by()
        : by(new DropExtension(operation.extension().extension(), false));
  }

  @Override
  public Reversal visitDropExtension(DropExtension operation) {
    return before
        .find(ObjectKind.EXTENSION, TableName.of(operation.extension()))
        .map(extension -> by(new CreateExtension((Extension) extension, false)))
        .orElseGet(Inverse::by);
  }

  @Override
  public Reversal visitCreateView(CreateView operation) {
    return ObjectInverse.ofCreate(operation.view(), before);
  }

  @Override
  public Reversal visitDropView(DropView operation) {
    return ObjectInverse.ofDrop(
        TextRules.view(ObjectKind.VIEW, operation.view(), operation.ifExists(), before), before);
  }

  @Override
  public Reversal visitCreateMaterializedView(CreateMaterializedView operation) {
    return ObjectInverse.ofCreate(operation.view(), before);
  }

  @Override
  public Reversal visitDropMaterializedView(DropMaterializedView operation) {
    return ObjectInverse.ofDrop(
        TextRules.view(
            ObjectKind.MATERIALIZED_VIEW, operation.view(), operation.ifExists(), before),
        before);
  }

  @Override
  public Reversal visitCreateFunction(CreateFunction operation) {
    return ObjectInverse.ofCreate(operation.function(), before);
  }

  @Override
  public Reversal visitDropFunction(DropFunction operation) {
    return ObjectInverse.ofDrop(
        TextRules.routine(
            ObjectKind.FUNCTION,
            operation.function(),
            operation.arguments(),
            operation.ifExists(),
            before),
        before);
  }

  @Override
  public Reversal visitCreateProcedure(CreateProcedure operation) {
    return ObjectInverse.ofCreate(operation.procedure(), before);
  }

  @Override
  public Reversal visitDropProcedure(DropProcedure operation) {
    return ObjectInverse.ofDrop(
        TextRules.routine(
            ObjectKind.PROCEDURE,
            operation.procedure(),
            operation.arguments(),
            operation.ifExists(),
            before),
        before);
  }

  @Override
  public Reversal visitCreateTrigger(CreateTrigger operation) {
    return ObjectInverse.ofCreate(operation.trigger(), before);
  }

  @Override
  public Reversal visitDropTrigger(DropTrigger operation) {
    return ObjectInverse.ofDrop(
        TextRules.trigger(operation.table(), operation.trigger(), operation.ifExists(), before),
        before);
  }

  @Override
  public Reversal visitBulkInsert(BulkInsert operation) {
    return new Reversal.PassedOver(
        "bulk_insert into " + operation.table() + ": its rows are not deleted");
  }

  @Override
  public Reversal visitUpdate(Update operation) {
    return new Reversal.PassedOver(
        "update " + operation.table() + ": its rows keep their new values");
  }

  @Override
  public Reversal visitDelete(Delete operation) {
    return new Reversal.PassedOver(
        "delete from " + operation.table() + ": its rows do not come back");
  }

  @Override
  public Reversal visitUpsert(Upsert operation) {
    return new Reversal.PassedOver(
        "upsert into " + operation.table() + ": its rows are not deleted, nor changed back");
  }

  @Override
  public Reversal visitBackfill(Backfill operation) {
    return new Reversal.PassedOver(
        "backfill " + operation.table() + ": its rows keep their new values");
  }

  @Override
  public Reversal visitExecute(Execute operation) {
    return operation.effects() == null || operation.effects().isEmpty()
        ? new Reversal.PassedOver("execute: what it did is not undone")
        : new Reversal.Unknown("execute has effects on the schema, and no inverse is known");
  }

  private Column column(TableName table, String column) {
    return before.require(table).column(column).orElseThrow();
  }
}
