package io.schemachain.format;

import io.schemachain.model.Check;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.CreateCheckConstraint;
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
import io.schemachain.operation.RenameTable;
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
          "bulk_insert",
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
      case "bulk_insert" -> RowReader.bulkInsert(fields);
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
    TableName table = fields.table("table");
    Index index = IndexReader.read(fields, table == null ? TableName.of("table") : table, names);
    return table == null || index == null ? List.of() : List.of(new CreateIndex(table, index));
  }

  private List<Operation> dropIndex(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    fields.finish();
    return table == null || name == null ? List.of() : List.of(new DropIndex(table, name));
  }

  private List<Operation> createPrimaryKey(Fields fields) {
    TableName table = fields.table("table");
    PrimaryKey key =
        TableReader.primaryKey(fields, table == null ? TableName.of("table") : table, names);
    return table == null || key == null ? List.of() : List.of(new CreatePrimaryKey(table, key));
  }

  private List<Operation> createUniqueConstraint(Fields fields) {
    TableName table = fields.table("table");
    UniqueConstraint constraint =
        TableReader.unique(fields, table == null ? TableName.of("table") : table, names);
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
    Check check = TableReader.check(fields);
    return table == null || check == null
        ? List.of()
        : List.of(new CreateCheckConstraint(table, check));
  }

  private List<Operation> dropConstraint(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    fields.finish();
    return table == null || name == null ? List.of() : List.of(new DropConstraint(table, name));
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
