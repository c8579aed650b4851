package io.schemachain.operation;

/**
 * Exhaustive on purpose: no default methods, so that a new operation stops every consumer
 * compiling.
 */
public interface OperationVisitor<R> {
  R visitAddColumn(AddColumn operation);

  R visitCreatePartition(CreatePartition operation);

  R visitDropPartition(DropPartition operation);

  R visitAttachPartition(AttachPartition operation);

  R visitDetachPartition(DetachPartition operation);

  R visitAlterColumn(AlterColumn operation);

  R visitBulkInsert(BulkInsert operation);

  R visitCreateCheckConstraint(CreateCheckConstraint operation);

  R visitCreateForeignKey(CreateForeignKey operation);

  R visitCreateIndex(CreateIndex operation);

  R visitCreatePrimaryKey(CreatePrimaryKey operation);

  R visitCreateTable(CreateTable operation);

  R visitCreateTableComment(CreateTableComment operation);

  R visitCreateUniqueConstraint(CreateUniqueConstraint operation);

  R visitDropColumn(DropColumn operation);

  R visitDropConstraint(DropConstraint operation);

  R visitDropIndex(DropIndex operation);

  R visitDropTable(DropTable operation);

  R visitDropTableComment(DropTableComment operation);

  R visitCreateSequence(CreateSequence operation);

  R visitAlterSequence(AlterSequence operation);

  R visitDropSequence(DropSequence operation);

  R visitCreateSchema(CreateSchema operation);

  R visitDropSchema(DropSchema operation);

  R visitCreateExtension(CreateExtension operation);

  R visitDropExtension(DropExtension operation);

  R visitCreateType(CreateType operation);

  R visitDropType(DropType operation);

  R visitAddValue(AddValue operation);

  R visitRenameValue(RenameValue operation);

  R visitDropValue(DropValue operation);

  R visitUpdate(Update operation);

  R visitDelete(Delete operation);

  R visitUpsert(Upsert operation);

  R visitBackfill(Backfill operation);

  R visitExecute(Execute operation);

  R visitRenameTable(RenameTable operation);

  R visitCreateExcludeConstraint(CreateExcludeConstraint operation);

  R visitRenameConstraint(RenameConstraint operation);

  R visitRenameIndex(RenameIndex operation);

  R visitValidateConstraint(ValidateConstraint operation);

  R visitCreateView(CreateView operation);

  R visitDropView(DropView operation);

  R visitCreateMaterializedView(CreateMaterializedView operation);

  R visitDropMaterializedView(DropMaterializedView operation);

  R visitCreateFunction(CreateFunction operation);

  R visitDropFunction(DropFunction operation);

  R visitCreateProcedure(CreateProcedure operation);

  R visitDropProcedure(DropProcedure operation);

  R visitCreateTrigger(CreateTrigger operation);

  R visitDropTrigger(DropTrigger operation);
}
