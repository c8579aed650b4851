package io.schemachain.operation;

/**
 * One schema change as a revision says it. Pure data: no SQL, no position, no dialect. To add one,
 * follow the table in CONTRIBUTING.
 */
public sealed interface Operation
    permits AddColumn,
        AlterColumn,
        Backfill,
        BulkInsert,
        CreateCheckConstraint,
        CreateExcludeConstraint,
        CreateForeignKey,
        CreateIndex,
        CreatePrimaryKey,
        CreateTable,
        CreateTableComment,
        CreateUniqueConstraint,
        DropColumn,
        DropConstraint,
        DropIndex,
        DropTable,
        DropTableComment,
        Delete,
        Update,
        Upsert,
        CreateSequence,
        AlterSequence,
        DropSequence,
        Execute,
        RenameConstraint,
        RenameIndex,
        RenameTable,
        ValidateConstraint {
  <R> R accept(OperationVisitor<R> visitor);
}
