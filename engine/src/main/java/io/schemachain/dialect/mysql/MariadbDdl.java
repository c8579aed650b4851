package io.schemachain.dialect.mysql;

import io.schemachain.dialect.PartitionDdl;
import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SequenceDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Set;

/** What MariaDB says differently from MySQL. */
final class MariadbDdl extends MysqlDdl {
  private final MariadbDialect mariadb;

  MariadbDdl(MariadbDialect dialect, Schema before, Schema after, Set<String> algorithms) {
    super(dialect, new MariadbRules(dialect), before, after, algorithms);
    this.mariadb = dialect;
  }

  @Override
  protected RowDdl rows() {
    return new MariadbRows(this);
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

  /** A constant stays one, of a long type too. */
  @Override
  protected String defaultValue(DefaultValue value, DataType type) {
    if (!(value instanceof DefaultValue.Constant constant)) {
      return super.defaultValue(value, type);
    }
    String text = constant(constant, type);
    rules().requireShortDefault(text);
    return text;
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
  List<SqlStatement> requireUses(Table old, MysqlUses uses) {
    return List.of();
  }

  @Override
  List<String> dropUses(MysqlUses uses) {
    return List.of();
  }

  @Override
  List<String> addUses(MysqlUses uses) {
    return List.of();
  }

  /** OR REPLACE is for everything here. */
  @Override
  protected RoutineDdl routines() {
    return new RoutineDdl(this);
  }

  @Override
  String dropCheck(Check check) {
    return sql("DROP CONSTRAINT $N", check.name());
  }

  @Override
  protected SequenceDdl sequences() {
    return new MariadbSequences(mariadb, before(), after());
  }

  @Override
  String ifNotExists() {
    return "IF NOT EXISTS ";
  }

  @Override
  String ifExists() {
    return "IF EXISTS ";
  }

  @Override
  List<SqlStatement> onlyIf(String query, SqlStatement statement) {
    return List.of(statement);
  }

  @Override
  List<SqlStatement> unless(String query, SqlStatement statement) {
    return List.of(statement);
  }

  @Override
  protected PartitionDdl partitions() {
    return new MariadbPartitions(this, ((MysqlDialect) dialect()).features());
  }
}
