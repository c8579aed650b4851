package io.schemachain.format;

import io.schemachain.format.Written.Items;
import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Null;
import io.schemachain.format.Written.Text;
import io.schemachain.format.Written.Word;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Change;
import io.schemachain.operation.ColumnPosition;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationVisitor;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Row;
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
   * @param filesAsText whether SQL from a file is written as text, for the canonical form
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
        "bulk_insert",
        TableWriter.table("table", op.table())
            .put("rows", TableWriter.all(op.rows(), OperationWriter::row)));
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
        "create_index", TableWriter.index(TableWriter.table("table", op.table()), op.index()));
  }

  @Override
  public Keys visitCreatePrimaryKey(CreatePrimaryKey op) {
    return operation(
        "create_primary_key",
        TableWriter.primaryKey(TableWriter.table("table", op.table()), op.primaryKey()));
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
        "drop_constraint", TableWriter.table("table", op.table()).put("name", op.name()));
  }

  @Override
  public Keys visitDropIndex(DropIndex op) {
    return operation("drop_index", TableWriter.table("table", op.table()).put("name", op.index()));
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
    return operation("execute", keys);
  }

  @Override
  public Keys visitRenameTable(RenameTable op) {
    return operation(
        "rename_table", TableWriter.table("name", op.table()).put("new_name", op.newName()));
  }

  private static Keys operation(String word, Keys parameters) {
    return new Keys().put(word, parameters);
  }

  private static Keys row(Row row) {
    Keys keys = new Keys();
    for (int i = 0; i < row.columns().size(); i++) {
      keys.put(Objects.requireNonNull(row.columns().get(i)), value(row.values().get(i)));
    }
    return keys;
  }

  private static Written value(Value value) {
    if (value instanceof Value.Text text) {
      return new Text(text.text());
    }
    return value instanceof Value.Sql sql ? new Keys().put("sql", sql.sql()) : new Null();
  }
}
