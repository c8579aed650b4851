package io.schemachain.format;

import io.schemachain.format.Written.Items;
import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Null;
import io.schemachain.format.Written.Text;
import io.schemachain.format.Written.Word;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.BulkInsert;
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
        "add_column", table("table", op.table()).put("column", column(op.column(), false)));
  }

  @Override
  public Keys visitAlterColumn(AlterColumn op) {
    Keys keys = table("table", op.table()).put("column", op.column()).put("new_name", op.newName());
    if (op.type() != null) {
      keys.put("type", type(op.type()));
    }
    if (op.nullable() != null) {
      keys.put("nullable", new Word(op.nullable().toString()));
    }
    if (op.defaultValue().present()) {
      DefaultValue value = op.defaultValue().value();
      keys.put("default", value == null ? new Null() : defaultValue(value));
    }
    if (op.comment().present()) {
      String comment = op.comment().value();
      keys.put("comment", comment == null ? new Null() : new Text(comment));
    }
    return operation("alter_column", keys);
  }

  @Override
  public Keys visitBulkInsert(BulkInsert op) {
    return operation(
        "bulk_insert",
        table("table", op.table()).put("rows", all(op.rows(), OperationWriter::row)));
  }

  @Override
  public Keys visitCreateCheckConstraint(CreateCheckConstraint op) {
    return operation("create_check_constraint", check(table("table", op.table()), op.check()));
  }

  @Override
  public Keys visitCreateForeignKey(CreateForeignKey op) {
    return operation("create_foreign_key", foreignKey(table("table", op.table()), op.foreignKey()));
  }

  @Override
  public Keys visitCreateIndex(CreateIndex op) {
    return operation("create_index", index(table("table", op.table()), op.index()));
  }

  @Override
  public Keys visitCreatePrimaryKey(CreatePrimaryKey op) {
    return operation("create_primary_key", primaryKey(table("table", op.table()), op.primaryKey()));
  }

  @Override
  public Keys visitCreateTable(CreateTable op) {
    return operation("create_table", table(op.table()));
  }

  @Override
  public Keys visitCreateTableComment(CreateTableComment op) {
    return operation(
        "create_table_comment", table("table", op.table()).put("comment", op.comment()));
  }

  @Override
  public Keys visitCreateUniqueConstraint(CreateUniqueConstraint op) {
    return operation(
        "create_unique_constraint", unique(table("table", op.table()), op.constraint()));
  }

  @Override
  public Keys visitDropColumn(DropColumn op) {
    return operation("drop_column", table("table", op.table()).put("column", op.column()));
  }

  @Override
  public Keys visitDropConstraint(DropConstraint op) {
    return operation("drop_constraint", table("table", op.table()).put("name", op.name()));
  }

  @Override
  public Keys visitDropIndex(DropIndex op) {
    return operation("drop_index", table("table", op.table()).put("name", op.index()));
  }

  @Override
  public Keys visitDropTable(DropTable op) {
    return operation("drop_table", table("name", op.table()).putTrue("if_exists", op.ifExists()));
  }

  @Override
  public Keys visitDropTableComment(DropTableComment op) {
    return operation("drop_table_comment", table("table", op.table()));
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
    return operation("rename_table", table("name", op.table()).put("new_name", op.newName()));
  }

  private static <T> List<Written> all(List<T> values, Function<T, Written> writer) {
    List<Written> written = new ArrayList<>(values.size());
    for (T value : values) {
      written.add(writer.apply(value));
    }
    return written;
  }

  private static Keys operation(String word, Keys parameters) {
    return new Keys().put(word, parameters);
  }

  private static Keys table(String key, TableName table) {
    return new Keys().put(key, table.name()).put("schema", table.schema());
  }

  private static Keys table(Table table) {
    List<String> key = table.primaryKeyColumns();
    Keys keys =
        table("name", table.name())
            .put("columns", all(table.columns(), c -> column(c, key.contains(c.name()))));
    if (table.primaryKey() != null) {
      keys.put("primary_key", primaryKey(new Keys(), table.primaryKey()));
    }
    return keys.put(
            "unique_constraints", all(table.uniqueConstraints(), u -> unique(new Keys(), u)))
        .put("foreign_keys", all(table.foreignKeys(), f -> foreignKey(new Keys(), f)))
        .put("check_constraints", all(table.checks(), c -> check(new Keys(), c)))
        .put("indexes", all(table.indexes(), i -> index(new Keys(), i)))
        .put("comment", table.comment());
  }

  private static Keys column(Column column, boolean inPrimaryKey) {
    Keys keys = new Keys().put("name", column.name()).put("type", type(column.type()));
    if (!inPrimaryKey) {
      keys.putFalse("nullable", column.nullable());
    }
    if (column.defaultValue() != null) {
      keys.put("default", defaultValue(column.defaultValue()));
    }
    if (column.identity() != null) {
      keys.put("identity", identity(column.identity()));
    }
    if (column.computed() != null) {
      keys.put("computed", computed(column.computed()));
    }
    return keys.put("comment", column.comment()).put("collation", column.collation());
  }

  private static Written type(DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      return new Keys()
          .put(
              "enum",
              new Keys()
                  .put("name", enumeration.name())
                  .put("values", (Written) Written.texts(enumeration.values())));
    }
    if (type instanceof DataType.Array array) {
      return new Keys().put("array", type(array.element()));
    }
    if (type instanceof DataType.Native nativeType) {
      return new Keys().put("native", nativeType.text());
    }
    return new Text(type.toString());
  }

  private static Written defaultValue(DefaultValue value) {
    return value instanceof DefaultValue.Expression expression
        ? new Keys().put("sql", expression.sql())
        : new Text(((DefaultValue.Constant) value).text());
  }

  private static Written identity(Identity identity) {
    Keys keys =
        new Keys()
            .putTrue("always", identity.always())
            .put("start", notOne(identity.start()))
            .put("increment", notOne(identity.increment()));
    return keys.entries().isEmpty() ? new Word("true") : keys;
  }

  private static @Nullable Long notOne(@Nullable Long number) {
    return number == null || number == 1 ? null : number;
  }

  private static Written computed(Computed computed) {
    return computed.stored()
        ? new Text(computed.sql())
        : new Keys().put("sql", computed.sql()).putFalse("stored", false);
  }

  private static Keys primaryKey(Keys keys, PrimaryKey key) {
    return keys.put("name", key.name()).put("columns", (Written) Written.texts(key.columns()));
  }

  private static Keys unique(Keys keys, UniqueConstraint unique) {
    return keys.put("name", unique.name())
        .put("columns", (Written) Written.texts(unique.columns()));
  }

  private static Keys foreignKey(Keys keys, ForeignKey key) {
    TableName referred = key.referredTable();
    Keys references = table("table", referred);
    if (!key.referredColumns().isEmpty()) {
      references.put("columns", (Written) Written.texts(key.referredColumns()));
    }
    keys.put("name", key.name())
        .put("columns", (Written) Written.texts(key.columns()))
        .put("references", references);
    action(keys, "on_delete", key.onDelete());
    action(keys, "on_update", key.onUpdate());
    return keys;
  }

  private static void action(Keys keys, String key, @Nullable ReferentialAction action) {
    if (action != null && action != ReferentialAction.NO_ACTION) {
      keys.put(key, action.word());
    }
  }

  private static Keys check(Keys keys, Check check) {
    return keys.put("name", check.name()).put("sql", check.sql());
  }

  private static Keys index(Keys keys, Index index) {
    return keys.put("name", index.name())
        .put("columns", all(index.parts(), OperationWriter::part))
        .putTrue("unique", index.unique())
        .put("where", index.where());
  }

  private static Written part(IndexPart part) {
    if (part instanceof IndexPart.ColumnPart column && !part.descending()) {
      return new Text(column.column());
    }
    Keys keys =
        part instanceof IndexPart.ColumnPart column
            ? new Keys().put("name", column.column())
            : new Keys().put("sql", ((IndexPart.ExpressionPart) part).sql());
    return part.descending() ? keys.put("order", "desc") : keys;
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
