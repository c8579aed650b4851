package io.schemachain.operation;

/**
 * One schema change as a revision says it. Pure data: no SQL, no position, no dialect. To add one,
 * follow the table in CONTRIBUTING.
 */
public sealed interface Operation
    permits AddColumn,
        AlterColumn,
        AlterSequence,
        BulkInsert,
        CreateCheckConstraint,
        CreateExcludeConstraint,
        CreateExtension,
        CreateForeignKey,
        CreateFunction,
        CreateIndex,
        CreateMaterializedView,
        CreatePrimaryKey,
        CreateProcedure,
        CreateSchema,
        CreateSequence,
        CreateTable,
        CreateTableComment,
        CreateTrigger,
        CreateUniqueConstraint,
        CreateView,
        DropColumn,
        DropConstraint,
        DropExtension,
        DropFunction,
        DropIndex,
        DropMaterializedView,
        DropProcedure,
        DropSchema,
        DropSequence,
        DropTable,
        DropTableComment,
        DropTrigger,
        DropView,
        Execute,
        RenameConstraint,
        RenameIndex,
        RenameTable,
        ValidateConstraint {
  <R> R accept(OperationVisitor<R> visitor);
}
