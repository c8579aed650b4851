package io.schemachain.dialect.mysql;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short words for models and operations. */
final class Given {
  static final TableName T = TableName.of("t");

  private Given() {}

  static DataType type(String text) {
    return DataTypes.parse(text);
  }

  static Column column(String name, String type) {
    return Column.of(name, type(type));
  }

  static Column required(String name, String type) {
    return column(name, type).withNullable(false);
  }

  static Column identity(String name) {
    return required(name, "bigint").withIdentity(Identity.DEFAULT);
  }

  static DefaultValue constant(String text) {
    return new DefaultValue.Constant(text);
  }

  static DefaultValue expression(String sql) {
    return new DefaultValue.Expression(sql);
  }

  static Column computed(String name, String sql, boolean stored) {
    return column(name, "integer").withComputed(new Computed(sql, stored));
  }

  /** With a primary key on the first column. */
  static Table table(String name, Column... columns) {
    return Table.of(TableName.of(name), List.of(columns))
        .withPrimaryKey(new PrimaryKey("pk_" + name, List.of(columns[0].name())));
  }

  static CreateTable create(String name, Column... columns) {
    return new CreateTable(table(name, columns));
  }

  static ForeignKey foreignKey(String name, String referred, String... columns) {
    return new ForeignKey(name, List.of(columns), TableName.of(referred), List.of(), null, null);
  }

  static ForeignKey foreignKey(
      String name,
      String referred,
      String column,
      @Nullable ReferentialAction onDelete,
      @Nullable ReferentialAction onUpdate) {
    return new ForeignKey(
        name, List.of(column), TableName.of(referred), List.of(), onDelete, onUpdate);
  }

  static Index index(String name, String... columns) {
    return new Index(name, List.of(columns).stream().map(IndexPart::column).toList(), false, null);
  }

  static Check check(String name, String sql) {
    return new Check(name, sql);
  }

  static AlterColumn rename(String column, String newName) {
    return new AlterColumn(T, column, newName, null, null, Change.none(), Change.none());
  }

  static AlterColumn setDefault(String column, @Nullable DefaultValue value) {
    return new AlterColumn(T, column, null, null, null, Change.toNullable(value), Change.none());
  }

  static AlterColumn setType(String column, String type) {
    return new AlterColumn(T, column, null, type(type), null, Change.none(), Change.none());
  }

  static AlterColumn setNullable(String column, boolean nullable) {
    return new AlterColumn(T, column, null, null, nullable, Change.none(), Change.none());
  }
}
