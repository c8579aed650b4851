package io.schemachain.dialect.oracle;

import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What does not bear that a column is null in every row: its primary key, foreign keys to it, and
 * what makes it unique together with other columns, for Oracle compares these alone then.
 *
 * @param keys in the order in which they go
 * @param indexes of the table of the column
 */
record OracleKeys(List<Key> keys, List<Index> indexes) {
  record Key(TableName table, Constraint constraint) {}

  static OracleKeys of(Schema schema, Table table, String column) {
    List<Key> keys = new ArrayList<>();
    List<Table> referring = new ArrayList<>(schema.referringTo(table.name()));
    if (!referring.contains(table)) {
      referring.add(table);
    }
    for (Table other : referring) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(table.name()) && key.referredColumns().contains(column)) {
          keys.add(new Key(other.name(), key));
        }
      }
    }
    PrimaryKey primaryKey = table.primaryKey();
    if (primaryKey != null && primaryKey.columns().contains(column)) {
      keys.add(new Key(table.name(), primaryKey));
    }
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      if (unique.columns().size() > 1 && unique.columns().contains(column)) {
        keys.add(new Key(table.name(), unique));
      }
    }
    List<Index> indexes =
        table.indexes().stream()
            .filter(index -> index.unique() && index.parts().size() > 1)
            .filter(index -> index.columns().contains(column))
            .toList();
    return new OracleKeys(List.copyOf(keys), indexes);
  }

  /** In the order in which they come back. */
  List<Key> backwards() {
    List<Key> backwards = new ArrayList<>(keys);
    Collections.reverse(backwards);
    return backwards;
  }
}
