package io.schemachain.operation;

import io.schemachain.model.Index;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;

/** The effect of the operations on indexes. */
final class IndexRules {
  private IndexRules() {}

  /**
   * With {@code if_not_exists} an index that a revision made is left as it is, if it is the same.
   */
  static Schema create(CreateIndex operation, Table table, Schema schema) {
    Index index = operation.index();
    TableRules.requireColumns(table, index);
    if (operation.ifNotExists()) {
      if (isThere(table, index)) {
        return schema;
      }
      if (table.index(index.name()).isPresent()) {
        throw new OperationException(
            "The table " + table.name() + " has another index " + index.name() + ".",
            "Leave `if_not_exists` out and choose another name, or drop that index first.");
      }
    }
    Table changed = table.plus(index);
    PartitionRules.requireKeys(changed);
    return schema.replace(table.name(), changed);
  }

  /** Whether a revision made exactly this one. */
  static boolean isThere(Table table, Index index) {
    return table.index(index.name()).filter(index::equals).isPresent();
  }

  /** With {@code if_exists} an index that no revision made changes nothing here. */
  static Schema drop(DropIndex operation, Table table, Schema schema) {
    if (operation.ifExists()
        && table.index(operation.index()).isEmpty()
        && table.constraints(operation.index()).isEmpty()) {
      return schema;
    }
    Index index = Lookup.index(table, operation.index());
    Table changed = table.minus(index);
    ForeignKeyRules.requireStillUnique(table, changed, schema, "the index " + index.name());
    return schema.replace(table.name(), changed);
  }

  static Schema rename(RenameIndex operation, Table table, Schema schema) {
    Index index = Lookup.index(table, operation.index());
    if (operation.newName().equals(index.name())) {
      throw new OperationException("The index has the name " + index.name() + " already.", null);
    }
    Table changed =
        table.withIndexes(
            table.indexes().stream()
                .map(i -> i.equals(index) ? i.withName(operation.newName()) : i)
                .toList());
    return schema.replace(table.name(), changed);
  }
}
