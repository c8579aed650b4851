package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.operation.DropColumn;
import java.util.List;

/** What MariaDB says differently from MySQL. */
final class MariadbDdl extends MysqlDdl {
  MariadbDdl(MariadbDialect dialect, Schema before, Schema after) {
    super(dialect, MysqlTypes.MARIADB, new MariadbRules(dialect), before, after);
  }

  /** "NOT NULL" behind GENERATED ALWAYS AS is a syntax error. */
  @Override
  void requireComputed(Column column) {
    if (!column.nullable()) {
      throw dialect()
          .unsupported(
              "computed columns that are not nullable",
              "Leave `nullable` out and add a check constraint on " + column.name() + ".");
    }
  }

  @Override
  String addColumnWords(boolean ifNotExists) {
    return ifNotExists ? "ADD COLUMN IF NOT EXISTS " : "ADD COLUMN ";
  }

  @Override
  List<SqlStatement> addIfNotExists(TableName table, String column, SqlStatement add) {
    return List.of(add);
  }

  @Override
  List<SqlStatement> dropIfExists(DropColumn operation) {
    return List.of(
        ddl("ALTER TABLE $N DROP COLUMN IF EXISTS $N", operation.table(), operation.column()));
  }

  /** A constant stays one, of a long type too. */
  @Override
  protected String defaultValue(DefaultValue value, DataType type) {
    return value instanceof DefaultValue.Constant constant
        ? constant(constant, type)
        : super.defaultValue(value, type);
  }

  @Override
  protected String indexExpression(String expression) {
    throw dialect()
        .unsupported(
            "indexes on expressions", "Add a computed column with the expression and index that.");
  }

  /** "Cannot change column: used in a foreign key constraint" (1832), whatever the change. */
  @Override
  boolean typeMayChangeUnderForeignKey(DataType from, DataType to) {
    return false;
  }

  /** The server follows the new name in every expression. */
  @Override
  void requireRename(MysqlUses uses, Column column) {}

  /** Foreign keys of other tables follow. */
  @Override
  void requireRenameUnderForeignKeys(TableName name, Column column) {}

  @Override
  List<String> dropUses(MysqlUses uses) {
    return List.of();
  }

  @Override
  List<String> addUses(MysqlUses uses) {
    return List.of();
  }

  @Override
  String dropCheck(Check check) {
    return sql("DROP CONSTRAINT $N", check.name());
  }
}
