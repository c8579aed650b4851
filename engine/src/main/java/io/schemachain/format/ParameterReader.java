package io.schemachain.format;

import io.schemachain.model.Check;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.ValidateConstraint;
import java.util.List;

/** Reads the parameters of each operation. */
final class ParameterReader {
  /** The only word that may have a text in place of parameters. */
  static final String EXECUTE = "execute";

  /** The words of all operations, in the order of the documentation. */
  static final List<String> WORDS =
      List.of(
          "create_table",
          "drop_table",
          "rename_table",
          "add_column",
          "drop_column",
          "alter_column",
          "create_index",
          "drop_index",
          "create_primary_key",
          "create_unique_constraint",
          "create_foreign_key",
          "create_check_constraint",
          "drop_constraint",
          "create_table_comment",
          "drop_table_comment",
          "create_partition",
          "drop_partition",
          "attach_partition",
          "detach_partition",
          "create_sequence",
          "alter_sequence",
          "drop_sequence",
          "create_schema",
          "drop_schema",
          "create_type",
          "drop_type",
          "add_value",
          "rename_value",
          "drop_value",
          "create_extension",
          "drop_extension",
          "create_view",
          "drop_view",
          "create_materialized_view",
          "drop_materialized_view",
          "create_function",
          "drop_function",
          "create_procedure",
          "drop_procedure",
          "create_trigger",
          "drop_trigger",
          "bulk_insert",
          "update",
          "delete",
          "upsert",
          "backfill",
          "create_exclude_constraint",
          "rename_constraint",
          "rename_index",
          "validate_constraint",
          EXECUTE);

  private final Binding binding;
  private final Reading reading;
  private final GeneratedNames names;
  private final OperationReader operations;

  /**
   * @param operations reads what stands within an operation
   */
  ParameterReader(Binding binding, Reading reading, OperationReader operations) {
    this.binding = binding;
    this.reading = reading;
    this.names = new GeneratedNames(binding.naming(), binding.maxNameLength());
    this.operations = operations;
  }

  /** Nothing after an error, several operations for a short form. */
  List<Operation> read(String word, Fields fields) {
    return switch (word) {
      case "create_table" -> createTable(fields);
      case "drop_table" -> dropTable(fields);
      case "rename_table" -> renameTable(fields);
      case "add_column" -> new ColumnOperationReader(reading, names).addColumn(fields);
      case "drop_column" -> new ColumnOperationReader(reading, names).dropColumn(fields);
      case "alter_column" -> new ColumnOperationReader(reading, names).alterColumn(fields);
      case "create_index" -> createIndex(fields);
      case "drop_index" -> dropIndex(fields);
      case "create_primary_key" -> createPrimaryKey(fields);
      case "create_unique_constraint" -> createUniqueConstraint(fields);
      case "create_foreign_key" -> createForeignKey(fields);
      case "create_check_constraint" -> createCheckConstraint(fields);
      case "drop_constraint" -> dropConstraint(fields);
      case "create_table_comment" -> createTableComment(fields);
      case "drop_table_comment" -> dropTableComment(fields);
      case "create_partition" -> PartitionReader.create(fields);
      case "drop_partition" -> PartitionReader.drop(fields);
      case "attach_partition" -> PartitionReader.attach(fields);
      case "detach_partition" -> PartitionReader.detach(fields);
      case "create_sequence" -> SequenceReader.create(fields);
      case "alter_sequence" -> SequenceReader.alter(fields);
      case "drop_sequence" -> SequenceReader.drop(fields);
      case "create_schema" -> SchemaReader.createSchema(fields);
      case "drop_schema" -> SchemaReader.dropSchema(fields);
      case "create_type" -> EnumReader.createType(fields);
      case "drop_type" -> EnumReader.dropType(fields);
      case "add_value" -> EnumReader.addValue(fields);
      case "rename_value" -> EnumReader.renameValue(fields);
      case "drop_value" -> EnumReader.dropValue(fields);
      case "create_extension" -> SchemaReader.createExtension(fields);
      case "drop_extension" -> SchemaReader.dropExtension(fields);
      case "create_exclude_constraint" -> createExcludeConstraint(fields);
      case "rename_constraint" -> renameConstraint(fields);
      case "rename_index" -> renameIndex(fields);
      case "validate_constraint" -> validateConstraint(fields);
      case "create_view" -> ObjectReader.createView(fields, false);
      case "drop_view" -> ObjectReader.dropView(fields, false);
      case "create_materialized_view" -> ObjectReader.createView(fields, true);
      case "drop_materialized_view" -> ObjectReader.dropView(fields, true);
      case "create_function" -> ObjectReader.createRoutine(fields, ObjectKind.FUNCTION);
      case "drop_function" -> ObjectReader.dropRoutine(fields, ObjectKind.FUNCTION);
      case "create_procedure" -> ObjectReader.createRoutine(fields, ObjectKind.PROCEDURE);
      case "drop_procedure" -> ObjectReader.dropRoutine(fields, ObjectKind.PROCEDURE);
      case "create_trigger" -> ObjectReader.createTrigger(fields);
      case "drop_trigger" -> ObjectReader.dropTrigger(fields);
      case "bulk_insert" -> RowReader.bulkInsert(fields, binding.files());
      case "update" -> RowChangeReader.update(fields);
      case "delete" -> RowChangeReader.delete(fields);
      case "backfill" -> RowChangeReader.backfill(fields);
      case "upsert" -> RowChangeReader.upsert(fields, binding.files());
      case EXECUTE -> new ExecuteReader(binding, reading, operations).map(fields);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private List<Operation> createTable(Fields fields) {
    boolean ifNotExists = fields.flag("if_not_exists", false);
    Table table = TableReader.read(fields, names);
    return table == null ? List.of() : List.of(new CreateTable(table, ifNotExists));
  }

  private List<Operation> dropTable(Fields fields) {
    TableName table = fields.table("name");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    return table == null ? List.of() : List.of(new DropTable(table, ifExists));
  }

  private List<Operation> renameTable(Fields fields) {
    TableName table = fields.table("name");
    String newName = fields.requiredName("new_name");
    fields.finish();
    return table == null || newName == null ? List.of() : List.of(new RenameTable(table, newName));
  }

  private List<Operation> createIndex(Fields fields) {
    CreateIndex operation = IndexReader.create(fields, names);
    return operation == null ? List.of() : List.of(operation);
  }

  private List<Operation> dropIndex(Fields fields) {
    DropIndex operation = IndexReader.drop(fields);
    return operation == null ? List.of() : List.of(operation);
  }

  private List<Operation> createPrimaryKey(Fields fields) {
    TableName table = fields.table("table");
    PrimaryKey key =
        ConstraintReader.primaryKey(fields, table == null ? TableName.of("table") : table, names);
    return table == null || key == null ? List.of() : List.of(new CreatePrimaryKey(table, key));
  }

  private List<Operation> createUniqueConstraint(Fields fields) {
    TableName table = fields.table("table");
    UniqueConstraint constraint =
        ConstraintReader.unique(fields, table == null ? TableName.of("table") : table, names);
    return table == null || constraint == null
        ? List.of()
        : List.of(new CreateUniqueConstraint(table, constraint));
  }

  private List<Operation> createForeignKey(Fields fields) {
    TableName table = fields.table("table");
    ForeignKey key =
        ReferenceReader.foreignKey(fields, table == null ? TableName.of("table") : table, names);
    return table == null || key == null ? List.of() : List.of(new CreateForeignKey(table, key));
  }

  private List<Operation> createCheckConstraint(Fields fields) {
    TableName table = fields.table("table");
    Check check = ConstraintReader.check(fields);
    return table == null || check == null
        ? List.of()
        : List.of(new CreateCheckConstraint(table, check));
  }

  private List<Operation> dropConstraint(Fields fields) {
    DropConstraint operation = ConstraintReader.drop(fields);
    return operation == null ? List.of() : List.of(operation);
  }

  private List<Operation> createExcludeConstraint(Fields fields) {
    TableName table = fields.table("table");
    Exclusion constraint = ConstraintReader.exclusion(fields);
    return table == null || constraint == null
        ? List.of()
        : List.of(new CreateExcludeConstraint(table, constraint));
  }

  private List<Operation> renameConstraint(Fields fields) {
    int before = reading.errors();
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    ObjectKind kind = ConstraintReader.kind(fields);
    String newName = fields.requiredName("new_name");
    fields.finish();
    return table == null || name == null || newName == null || reading.errors() != before
        ? List.of()
        : List.of(new RenameConstraint(table, name, kind, newName));
  }

  private List<Operation> renameIndex(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    String newName = fields.requiredName("new_name");
    fields.finish();
    return table == null || name == null || newName == null
        ? List.of()
        : List.of(new RenameIndex(table, name, newName));
  }

  private List<Operation> validateConstraint(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    fields.finish();
    return table == null || name == null ? List.of() : List.of(new ValidateConstraint(table, name));
  }

  private List<Operation> createTableComment(Fields fields) {
    TableName table = fields.table("table");
    fields.required("comment");
    String comment = fields.textByDialect("comment");
    fields.finish();
    return table == null || comment == null
        ? List.of()
        : List.of(new CreateTableComment(table, comment));
  }

  private List<Operation> dropTableComment(Fields fields) {
    TableName table = fields.table("table");
    fields.finish();
    return table == null ? List.of() : List.of(new DropTableComment(table));
  }
}
