package io.schemachain.dialect.mysql;

import io.schemachain.model.Check;
import io.schemachain.model.Names;
import io.schemachain.model.Table;

/** Where MariaDB's limits are others. */
final class MariadbRules extends MysqlRules {
  MariadbRules(MysqlDialect dialect) {
    super(dialect);
  }

  @Override
  int maxScale() {
    return 38;
  }

  @Override
  void requireExpressionIndex() {
    throw dialect()
        .unsupported(
            "indexes on expressions", "Add a computed column with the expression and index that.");
  }

  @Override
  String firstWithDescendingIndexes() {
    return "10.8";
  }

  @Override
  boolean virtualForeignKeys() {
    return true;
  }

  @Override
  boolean cascadeUnderStoredColumns() {
    return true;
  }

  /** "Duplicate CHECK constraint name" (1826). */
  @Override
  void requireCheckName(Table table, Check check) {
    if (table.foreignKeys().stream().anyMatch(key -> Names.same(key.name(), check.name()))) {
      throw dialect()
          .unsupported(
              "a check constraint and a foreign key of one table with the name " + check.name(),
              "Give one of them another name.");
    }
  }
}
