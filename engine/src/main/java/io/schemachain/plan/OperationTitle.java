package io.schemachain.plan;

import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
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
import io.schemachain.operation.OperationVisitor;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.RenameValue;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import io.schemachain.operation.ValidateConstraint;
import org.jspecify.annotations.Nullable;

/** An operation in a few words: its name in a document and what it is about. */
public final class OperationTitle implements OperationVisitor<String> {
  public static final OperationTitle OF = new OperationTitle();

  private OperationTitle() {}

  private static String column(TableName table, String column) {
    return table + "." + column;
  }

  private static String on(TableName table, String name) {
    return name + " on " + table;
  }

  @Override
  public String visitAddColumn(AddColumn operation) {
    return "add_column " + column(operation.table(), operation.column().name());
  }

  @Override
  public String visitCreatePartition(CreatePartition operation) {
    return "create_partition " + on(operation.table(), operation.partition().name());
  }

  @Override
  public String visitDropPartition(DropPartition operation) {
    return "drop_partition " + on(operation.table(), operation.partition());
  }

  @Override
  public String visitAttachPartition(AttachPartition operation) {
    return "attach_partition " + on(operation.table(), operation.partition().name());
  }

  @Override
  public String visitDetachPartition(DetachPartition operation) {
    return "detach_partition " + on(operation.table(), operation.partition());
  }

  @Override
  public String visitAlterColumn(AlterColumn operation) {
    return "alter_column " + column(operation.table(), operation.column());
  }

  @Override
  public String visitBulkInsert(BulkInsert operation) {
    return "bulk_insert " + operation.table();
  }

  @Override
  public String visitCreateCheckConstraint(CreateCheckConstraint operation) {
    return "create_check_constraint " + on(operation.table(), operation.check().name());
  }

  @Override
  public String visitCreateForeignKey(CreateForeignKey operation) {
    return "create_foreign_key " + on(operation.table(), operation.foreignKey().name());
  }

  @Override
  public String visitCreateIndex(CreateIndex operation) {
    return "create_index " + on(operation.table(), operation.index().name());
  }

  @Override
  public String visitCreatePrimaryKey(CreatePrimaryKey operation) {
    return "create_primary_key "
        + on(operation.table(), operation.primaryKey().name())
        + using(operation.usingIndex());
  }

  @Override
  public String visitCreateTable(CreateTable operation) {
    return "create_table " + operation.table().name();
  }

  @Override
  public String visitCreateTableComment(CreateTableComment operation) {
    return "create_table_comment " + operation.table();
  }

  @Override
  public String visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    return "create_unique_constraint "
        + on(operation.table(), operation.constraint().name())
        + using(operation.usingIndex());
  }

  private static String using(@Nullable String index) {
    return index == null ? "" : ", using its index";
  }

  @Override
  public String visitDropColumn(DropColumn operation) {
    return "drop_column " + column(operation.table(), operation.column());
  }

  @Override
  public String visitDropConstraint(DropConstraint operation) {
    return "drop_constraint " + on(operation.table(), operation.what());
  }

  @Override
  public String visitDropIndex(DropIndex operation) {
    return "drop_index " + on(operation.table(), operation.index());
  }

  @Override
  public String visitDropTable(DropTable operation) {
    return "drop_table " + operation.table();
  }

  @Override
  public String visitDropTableComment(DropTableComment operation) {
    return "drop_table_comment " + operation.table();
  }

  // Objects beside tables

  @Override
  public String visitCreateSequence(CreateSequence operation) {
    return "create_sequence " + operation.sequence().name();
  }

  @Override
  public String visitAlterSequence(AlterSequence operation) {
    return "alter_sequence " + operation.name();
  }

  @Override
  public String visitDropSequence(DropSequence operation) {
    return "drop_sequence " + operation.name();
  }

  @Override
  public String visitCreateSchema(CreateSchema operation) {
    return "create_schema " + operation.schema();
  }

  @Override
  public String visitDropSchema(DropSchema operation) {
    return "drop_schema " + operation.schema();
  }

  @Override
  public String visitCreateType(CreateType operation) {
    return "create_type " + operation.type().name();
  }

  @Override
  public String visitDropType(DropType operation) {
    return "drop_type " + operation.type();
  }

  @Override
  public String visitAddValue(AddValue operation) {
    return "add_value " + operation.type();
  }

  @Override
  public String visitRenameValue(RenameValue operation) {
    return "rename_value " + operation.type();
  }

  @Override
  public String visitDropValue(DropValue operation) {
    return "drop_value " + operation.type();
  }

  @Override
  public String visitCreateExtension(CreateExtension operation) {
    return "create_extension " + operation.extension().extension();
  }

  @Override
  public String visitDropExtension(DropExtension operation) {
    return "drop_extension " + operation.extension();
  }

  @Override
  public String visitUpdate(Update operation) {
    return "update " + operation.table();
  }

  @Override
  public String visitDelete(Delete operation) {
    return "delete " + operation.table();
  }

  @Override
  public String visitUpsert(Upsert operation) {
    return "upsert " + operation.table();
  }

  @Override
  public String visitBackfill(Backfill operation) {
    return "backfill " + operation.table();
  }

  @Override
  public String visitExecute(Execute operation) {
    return operation.file() == null ? "execute" : "execute " + operation.file();
  }

  @Override
  public String visitRenameTable(RenameTable operation) {
    return "rename_table " + operation.table();
  }

  @Override
  public String visitCreateExcludeConstraint(CreateExcludeConstraint operation) {
    return "create_exclude_constraint " + on(operation.table(), operation.constraint().name());
  }

  @Override
  public String visitRenameConstraint(RenameConstraint operation) {
    return "rename_constraint " + on(operation.table(), operation.name());
  }

  @Override
  public String visitRenameIndex(RenameIndex operation) {
    return "rename_index " + on(operation.table(), operation.index());
  }

  @Override
  public String visitValidateConstraint(ValidateConstraint operation) {
    return "validate_constraint " + on(operation.table(), operation.name());
  }

  @Override
  public String visitCreateView(CreateView operation) {
    return "create_view " + operation.view().name();
  }

  @Override
  public String visitDropView(DropView operation) {
    return "drop_view " + operation.view();
  }

  @Override
  public String visitCreateMaterializedView(CreateMaterializedView operation) {
    return "create_materialized_view " + operation.view().name();
  }

  @Override
  public String visitDropMaterializedView(DropMaterializedView operation) {
    return "drop_materialized_view " + operation.view();
  }

  @Override
  public String visitCreateFunction(CreateFunction operation) {
    return "create_function " + operation.function().name();
  }

  @Override
  public String visitDropFunction(DropFunction operation) {
    return "drop_function " + operation.function();
  }

  @Override
  public String visitCreateProcedure(CreateProcedure operation) {
    return "create_procedure " + operation.procedure().name();
  }

  @Override
  public String visitDropProcedure(DropProcedure operation) {
    return "drop_procedure " + operation.procedure();
  }

  @Override
  public String visitCreateTrigger(CreateTrigger operation) {
    return "create_trigger " + on(operation.trigger().table(), operation.trigger().trigger());
  }

  @Override
  public String visitDropTrigger(DropTrigger operation) {
    return "drop_trigger " + on(operation.table(), operation.trigger());
  }
}
