package io.schemachain.lint;

import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.Operation;

/** What {@code strategy: online} makes of an operation so that others can go on. */
final class OnlineForms {
  private OnlineForms() {}

  static boolean has(OperationSite site) {
    Operation operation = site.operation();
    return switch (site.dialect().name()) {
      case "postgresql", "oracle" ->
          isIndex(operation, site) || isConstraint(operation) || setsNotNull(operation);
      case "sqlserver" ->
          operation instanceof CreateIndex
              || operation instanceof CreateUniqueConstraint
              || operation instanceof CreatePrimaryKey
              || operation instanceof AlterColumn;
      default -> false;
    };
  }

  private static boolean isIndex(Operation operation, OperationSite site) {
    if (operation instanceof CreateIndex create) {
      return !isPartitioned(create.table(), site);
    }
    return operation instanceof DropIndex drop && !isPartitioned(drop.table(), site);
  }

  private static boolean isPartitioned(TableName table, OperationSite site) {
    return site.table(table).map(Table::partitioning).isPresent();
  }

  private static boolean isConstraint(Operation operation) {
    return operation instanceof CreateUniqueConstraint
        || operation instanceof CreatePrimaryKey
        || operation instanceof CreateCheckConstraint
        || operation instanceof CreateForeignKey;
  }

  private static boolean setsNotNull(Operation operation) {
    return operation instanceof AlterColumn alter
        && Boolean.FALSE.equals(alter.nullable())
        && alter.type() == null;
  }
}
