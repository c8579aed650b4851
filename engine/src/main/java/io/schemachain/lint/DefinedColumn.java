package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateTable;
import java.util.List;

/**
 * A column that an operation gives its type.
 *
 * @param column as it is afterwards
 */
public record DefinedColumn(TableName table, Column column) {
  public DefinedColumn {
    requireNonNull(table, "table");
    requireNonNull(column, "column");
  }

  /** Those of an operation: of a new table, a new one, or one whose type changes. */
  public static List<DefinedColumn> of(OperationSite site) {
    if (site.operation() instanceof CreateTable create) {
      Table table = create.table();
      return site.table(table.name()).isPresent()
          ? List.of()
          : table.columns().stream().map(one -> new DefinedColumn(table.name(), one)).toList();
    }
    if (site.operation() instanceof AddColumn add) {
      return List.of(new DefinedColumn(add.table(), add.column()));
    }
    if (site.operation() instanceof AlterColumn alter && alter.type() != null) {
      return site.after().find(alter.table()).stream()
          .flatMap(table -> table.column(alter.resultingName()).stream())
          .map(one -> new DefinedColumn(alter.table(), one))
          .toList();
    }
    return List.of();
  }

  /** For messages: {@code users.email}. */
  @Override
  public String toString() {
    return table + "." + column.name();
  }
}
