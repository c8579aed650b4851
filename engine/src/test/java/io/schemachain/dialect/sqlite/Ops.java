package io.schemachain.dialect.sqlite;

import io.schemachain.model.Column;
import io.schemachain.model.DataTypes;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Change;
import io.schemachain.operation.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short forms of operations and their parts. */
final class Ops {
  private Ops() {}

  static final TableName USERS = TableName.of("users");
  static final TableName ORDERS = TableName.of("orders");

  static Column column(String name, String type) {
    return Column.of(name, DataTypes.parse(type));
  }

  static Column required(String name, String type) {
    return column(name, type).withNullable(false);
  }

  static Column id() {
    return required("id", "bigint").withIdentity(Identity.DEFAULT);
  }

  static DefaultValue constant(String text) {
    return new DefaultValue.Constant(text);
  }

  /** A table with the primary key {@code id}. */
  static Table keyed(TableName name, Column... columns) {
    return Table.of(name, List.of(columns))
        .withPrimaryKey(new PrimaryKey("pk_" + name.name(), List.of("id")));
  }

  static ForeignKey toUsers(@Nullable ReferentialAction onDelete) {
    return new ForeignKey(
        "fk_orders_users", List.of("user_id"), USERS, List.of("id"), onDelete, null);
  }

  static BulkInsert insert(TableName table, String columns, String... rows) {
    List<String> names = List.of(columns.split(","));
    List<Row> all = new ArrayList<>();
    for (String row : rows) {
      List<Value> values =
          Arrays.stream(row.split(",", -1))
              .map(text -> text.equals("NULL") ? new Value.Null() : Value.text(text))
              .toList();
      all.add(new Row(names, values));
    }
    return new BulkInsert(table, all);
  }

  static AlterColumn type(TableName table, String column, String type) {
    return new AlterColumn(
        table, column, null, DataTypes.parse(type), null, Change.none(), Change.none());
  }

  static AlterColumn nullable(TableName table, String column, boolean nullable) {
    return new AlterColumn(table, column, null, null, nullable, Change.none(), Change.none());
  }

  static AlterColumn rename(TableName table, String column, String newName) {
    return new AlterColumn(table, column, newName, null, null, Change.none(), Change.none());
  }
}
