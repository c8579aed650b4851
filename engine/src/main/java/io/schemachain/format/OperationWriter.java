package io.schemachain.format;

import io.schemachain.format.Written.Items;
import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Null;
import io.schemachain.format.Written.Text;
import io.schemachain.format.Written.Word;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Change;
import io.schemachain.operation.ColumnPosition;
import io.schemachain.operation.Condition;
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
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationVisitor;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.RenameValue;
import io.schemachain.operation.Row;
import io.schemachain.operation.RowFile;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import io.schemachain.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation as a document: its keys in the documented order, everything that is a default left
 * out. The checksum stands on it, so what it writes for an operation never changes within a format.
 */
final class OperationWriter implements OperationVisitor<Keys> {
  private final boolean filesAsText;

  /**
   * @param filesAsText whether SQL from a file is written as text, and rows from a file by their
   *     checksum, for the canonical form
   */
  OperationWriter(boolean filesAsText) {
    this.filesAsText = filesAsText;
  }

  Items write(List<Operation> operations) {
    List<Keys> items = new ArrayList<>(operations.size());
    for (Operation operation : operations) {
      items.add(operation.accept(this));
    }
    return new Items(items);
  }

  @Override
  public Keys visitAddColumn(AddColumn op) {
    return operation(
        "add_column",
        position(
                TableWriter.table("table", op.table())
                    .put("column", TableWriter.column(op.column(), false)),
                op.position())
            .putTrue("if_not_exists", op.ifNotExists()));
  }

  private static Keys position(Keys keys, @Nullable ColumnPosition position) {
    if (position == null) {
      return keys;
    }
    return position.after() == null
        ? keys.putTrue("first", true)
        : keys.put("after", position.after());
  }

  private static <T> void change(
      Keys keys, String key, Change<T> change, Function<T, Written> writer) {
    if (change.present()) {
      T value = change.value();
      keys.put(key, value == null ? new Null() : writer.apply(value));
    }
  }

  @Override
  public Keys visitCreatePartition(CreatePartition op) {
    return operation(
        "create_partition",
        PartitionWriter.partition(TableWriter.table("table", op.table()), op.partition())
            .put("before", op.before()));
  }

  @Override
  public Keys visitDropPartition(DropPartition op) {
    return operation(
        "drop_partition", TableWriter.table("table", op.table()).put("name", op.partition()));
  }

  @Override
  public Keys visitAttachPartition(AttachPartition op) {
    return operation(
        "attach_partition",
        PartitionWriter.partition(TableWriter.table("table", op.table()), op.partition())
            .put("before", op.before()));
  }

  @Override
  public Keys visitDetachPartition(DetachPartition op) {
    return operation(
        "detach_partition", TableWriter.table("table", op.table()).put("name", op.partition()));
  }

  @Override
  public Keys visitAlterColumn(AlterColumn op) {
    Keys keys =
        TableWriter.table("table", op.table())
            .put("column", op.column())
            .put("new_name", op.newName());
    if (op.type() != null) {
      keys.put("type", TableWriter.type(op.type()));
    }
    keys.put("using", op.using());
    if (op.nullable() != null) {
      keys.put("nullable", new Word(op.nullable().toString()));
    }
    change(keys, "default", op.defaultValue(), TableWriter::defaultValue);
    change(keys, "identity", op.identity(), TableWriter::identity);
    change(keys, "computed", op.computed(), TableWriter::computed);
    change(keys, "comment", op.comment(), Text::new);
    change(keys, "collation", op.collation(), Text::new);
    position(keys, op.position());
    return operation("alter_column", keys);
  }

  @Override
  public Keys visitBulkInsert(BulkInsert op) {
    return operation(
        "bulk_insert", rows(TableWriter.table("table", op.table()), op.rows(), op.file()));
  }

  @Override
  public Keys visitCreateCheckConstraint(CreateCheckConstraint op) {
    return operation(
        "create_check_constraint",
        TableWriter.check(TableWriter.table("table", op.table()), op.check()));
  }

  @Override
  public Keys visitCreateForeignKey(CreateForeignKey op) {
    return operation(
        "create_foreign_key",
        TableWriter.foreignKey(TableWriter.table("table", op.table()), op.foreignKey()));
  }

  @Override
  public Keys visitCreateIndex(CreateIndex op) {
    return operation(
        "create_index",
        TableWriter.index(TableWriter.table("table", op.table()), op.index())
            .putTrue("concurrently", op.concurrently())
            .putTrue("if_not_exists", op.ifNotExists()));
  }

  @Override
  public Keys visitCreatePrimaryKey(CreatePrimaryKey op) {
    requireOwnIndex(op.usingIndex());
    return operation(
        "create_primary_key",
        TableWriter.primaryKey(TableWriter.table("table", op.table()), op.primaryKey()));
  }

  private static void requireOwnIndex(@Nullable String usingIndex) {
    if (usingIndex != null) {
      throw new IllegalArgumentException("No document can say which index a key takes over.");
    }
  }

  @Override
  public Keys visitCreateTable(CreateTable op) {
    return operation(
        "create_table", TableWriter.table(op.table()).putTrue("if_not_exists", op.ifNotExists()));
  }

  @Override
  public Keys visitCreateTableComment(CreateTableComment op) {
    return operation(
        "create_table_comment",
        TableWriter.table("table", op.table()).put("comment", op.comment()));
  }

  @Override
  public Keys visitCreateUniqueConstraint(CreateUniqueConstraint op) {
    requireOwnIndex(op.usingIndex());
    return operation(
        "create_unique_constraint",
        TableWriter.unique(TableWriter.table("table", op.table()), op.constraint()));
  }

  @Override
  public Keys visitDropColumn(DropColumn op) {
    return operation(
        "drop_column",
        TableWriter.table("table", op.table())
            .put("column", op.column())
            .putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitDropConstraint(DropConstraint op) {
    return operation(
        "drop_constraint",
        kind(TableWriter.table("table", op.table()).put("name", op.name()), op.kind())
            .put("columns", Written.texts(op.columns()).items())
            .putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitDropIndex(DropIndex op) {
    return operation(
        "drop_index",
        TableWriter.table("table", op.table())
            .put("name", op.index())
            .putTrue("concurrently", op.concurrently())
            .putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitDropTable(DropTable op) {
    return operation(
        "drop_table", TableWriter.table("name", op.table()).putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitDropTableComment(DropTableComment op) {
    return operation("drop_table_comment", TableWriter.table("table", op.table()));
  }

  // Objects beside tables

  @Override
  public Keys visitCreateSequence(CreateSequence op) {
    return operation("create_sequence", ObjectWriter.sequence(op));
  }

  @Override
  public Keys visitAlterSequence(AlterSequence op) {
    return operation("alter_sequence", ObjectWriter.sequence(op));
  }

  @Override
  public Keys visitDropSequence(DropSequence op) {
    return operation(
        "drop_sequence", TableWriter.table("name", op.name()).putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitCreateSchema(CreateSchema op) {
    return operation(
        "create_schema",
        new Keys().put("name", op.schema()).putTrue("if_not_exists", op.ifNotExists()));
  }

  @Override
  public Keys visitDropSchema(DropSchema op) {
    return operation(
        "drop_schema", new Keys().put("name", op.schema()).putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitCreateType(CreateType op) {
    return operation(
        "create_type",
        new Keys()
            .put("name", op.type().name())
            .put("values", (Written) Written.texts(op.type().values()))
            .putTrue("if_not_exists", op.ifNotExists()));
  }

  @Override
  public Keys visitDropType(DropType op) {
    return operation(
        "drop_type", new Keys().put("name", op.type()).putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitAddValue(AddValue op) {
    return operation(
        "add_value",
        new Keys()
            .put("type", op.type())
            .put("value", op.value())
            .put("before", op.before())
            .put("after", op.after())
            .putTrue("if_not_exists", op.ifNotExists()));
  }

  @Override
  public Keys visitRenameValue(RenameValue op) {
    return operation(
        "rename_value",
        new Keys().put("type", op.type()).put("value", op.value()).put("new_value", op.newValue()));
  }

  @Override
  public Keys visitDropValue(DropValue op) {
    return operation("drop_value", new Keys().put("type", op.type()).put("value", op.value()));
  }

  @Override
  public Keys visitCreateExtension(CreateExtension op) {
    return operation("create_extension", ObjectWriter.extension(op));
  }

  @Override
  public Keys visitDropExtension(DropExtension op) {
    return operation(
        "drop_extension",
        new Keys().put("name", op.extension()).putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitUpdate(Update op) {
    return operation(
        "update",
        where(TableWriter.table("table", op.table()).put("set", row(op.set())), op.where()));
  }

  @Override
  public Keys visitBackfill(Backfill op) {
    Keys keys = TableWriter.table("table", op.table()).put("set", row(op.set()));
    where(keys, op.where()).put("key", op.key());
    return operation(
        "backfill",
        op.batchSize() == Backfill.DEFAULT_BATCH_SIZE
            ? keys
            : keys.put("batch_size", (Long) op.batchSize()));
  }

  @Override
  public Keys visitDelete(Delete op) {
    return operation("delete", where(TableWriter.table("table", op.table()), op.where()));
  }

  @Override
  public Keys visitUpsert(Upsert op) {
    Keys keys = TableWriter.table("table", op.table()).put("key", Written.texts(op.key()));
    return operation("upsert", rows(keys, op.rows(), op.file()));
  }

  private static Keys where(Keys keys, Condition where) {
    if (where instanceof Condition.Equal equal) {
      return keys.put("where", row(equal.values()));
    }
    return where instanceof Condition.Sql sql
        ? keys.put("where", sql.sql())
        : keys.putTrue("all", true);
  }

  @Override
  public Keys visitExecute(Execute op) {
    Keys keys = new Keys();
    if (op.file() != null && !filesAsText) {
      keys.put("file", op.file());
    } else {
      keys.put("sql", op.sql());
    }
    if (op.effects() != null) {
      keys.put("effects", (Written) write(op.effects()));
    }
    if (op.doneWhen() != null && !filesAsText) { // It is not of what is done.
      keys.put("done_when", op.doneWhen());
    }
    return operation("execute", keys);
  }

  @Override
  public Keys visitRenameTable(RenameTable op) {
    return operation(
        "rename_table", TableWriter.table("name", op.table()).put("new_name", op.newName()));
  }

  @Override
  public Keys visitCreateExcludeConstraint(CreateExcludeConstraint op) {
    return operation(
        "create_exclude_constraint",
        TableWriter.exclusion(TableWriter.table("table", op.table()), op.constraint()));
  }

  @Override
  public Keys visitRenameConstraint(RenameConstraint op) {
    return operation(
        "rename_constraint",
        kind(TableWriter.table("table", op.table()).put("name", op.name()), op.kind())
            .put("new_name", op.newName()));
  }

  @Override
  public Keys visitRenameIndex(RenameIndex op) {
    return operation(
        "rename_index",
        TableWriter.table("table", op.table())
            .put("name", op.index())
            .put("new_name", op.newName()));
  }

  @Override
  public Keys visitValidateConstraint(ValidateConstraint op) {
    return operation(
        "validate_constraint", TableWriter.table("table", op.table()).put("name", op.name()));
  }

  private static Keys kind(Keys keys, @Nullable ObjectKind kind) {
    return kind == null ? keys : keys.put("kind", new Text(ConstraintReader.word(kind)));
  }

  @Override
  public Keys visitCreateView(CreateView op) {
    return operation("create_view", ObjectWriter.view(op.view(), op.replace()));
  }

  @Override
  public Keys visitDropView(DropView op) {
    return operation(
        "drop_view", TableWriter.table("name", op.view()).putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitCreateMaterializedView(CreateMaterializedView op) {
    return operation("create_materialized_view", ObjectWriter.view(op.view(), op.replace()));
  }

  @Override
  public Keys visitDropMaterializedView(DropMaterializedView op) {
    return operation(
        "drop_materialized_view",
        TableWriter.table("name", op.view()).putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitCreateFunction(CreateFunction op) {
    return operation("create_function", ObjectWriter.routine(op.function(), op.replace()));
  }

  @Override
  public Keys visitDropFunction(DropFunction op) {
    return operation(
        "drop_function",
        TableWriter.table("name", op.function())
            .put("arguments", op.arguments())
            .putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitCreateProcedure(CreateProcedure op) {
    return operation("create_procedure", ObjectWriter.routine(op.procedure(), op.replace()));
  }

  @Override
  public Keys visitDropProcedure(DropProcedure op) {
    return operation(
        "drop_procedure",
        TableWriter.table("name", op.procedure())
            .put("arguments", op.arguments())
            .putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitCreateTrigger(CreateTrigger op) {
    return operation("create_trigger", ObjectWriter.trigger(op.trigger(), op.replace()));
  }

  @Override
  public Keys visitDropTrigger(DropTrigger op) {
    return operation(
        "drop_trigger",
        TableWriter.table("table", op.table())
            .put("name", op.trigger())
            .putTrue("if_exists", op.ifExists()));
  }

  private static Keys operation(String word, Keys parameters) {
    return new Keys().put(word, parameters);
  }

  private Keys rows(Keys keys, List<Row> rows, @Nullable RowFile file) {
    if (file == null) {
      return keys.put("rows", TableWriter.all(rows, OperationWriter::row));
    }
    if (filesAsText) {
      return keys.put("columns", Written.texts(file.columns())).put("rows_sha256", file.sha256());
    }
    RowFile.Written written = file.written();
    keys.put("file", written.path());
    if (written.columns() != null) {
      keys.put("columns", Written.texts(written.columns()));
    }
    Keys csv = written.csv() == null ? new Keys() : csv(written.csv(), written.path());
    return csv.entries().isEmpty() ? keys : keys.put("csv", csv);
  }

  private static Keys csv(RowFile.Csv csv, String path) {
    char usual = RowFileReader.usualDelimiter(path);
    Keys keys = new Keys();
    if (csv.delimiter() != usual) {
      keys.put("delimiter", Character.toString(csv.delimiter()));
    }
    if (csv.quote() != '"') {
      keys.put("quote", Character.toString(csv.quote()));
    }
    keys.putFalse("header", csv.header());
    return csv.nullText().isEmpty() ? keys : keys.put("null_text", csv.nullText());
  }

  private static Keys row(Row row) {
    Keys keys = new Keys();
    for (int i = 0; i < row.columns().size(); i++) {
      keys.put(Objects.requireNonNull(row.columns().get(i)), value(row.values().get(i)));
    }
    return keys;
  }

  static Written value(Value value) {
    if (value instanceof Value.Text text) {
      return new Text(text.text());
    }
    return value instanceof Value.Sql sql ? new Keys().put("sql", sql.sql()) : new Null();
  }
}
