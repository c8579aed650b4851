package io.schemachain.dialect.mysql;

import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows on MySQL and MariaDB. */
class MysqlRows extends RowDdl {
  MysqlRows(StandardDdl ddl) {
    super(ddl);
  }

  /**
   * Assignments are made from left to right, "col1 = col1 + 1, col2 = col1" gives both the same:
   * https://dev.mysql.com/doc/refman/8.0/en/update.html
   */
  @Override
  protected void requireIndependent(Row set) {
    Set<String> assigned = new HashSet<>();
    for (int i = 0; i < set.columns().size(); i++) {
      if (set.values().get(i) instanceof Value.Sql expression) {
        for (String name : SqlIdentifiers.names(expression.sql())) {
          if (assigned.contains(name)) {
            throw dialect()
                .unsupported(
                    "the old value of " + name + " behind its new one",
                    "Write " + set.columns().get(i) + " before " + name + " in 'set'.");
          }
        }
      }
      assigned.add(Names.fold(set.columns().get(i)));
    }
  }

  /** Its client has no loop, and a procedure wants rights that nobody may have. */
  @Override
  protected String loop(Backfill operation, Table table, Column key, String update) {
    return "-- All at once, for the client has no loop; a run does it in batches.\n"
        + super.loop(operation, table, key, update);
  }

  /** VALUES() is what both databases know; the key says nothing, so it must be the only one. */
  @Override
  protected String upsert(Table table, List<String> key, List<Row> rows) {
    List<String> columns = rows.get(0).columns();
    requireOnlyKey(table, key, columns);
    List<String> assignments = new ArrayList<>();
    for (String column : others(columns, key)) {
      assignments.add(sql("$N = VALUES($N)", column, column));
    }
    if (assignments.isEmpty()) {
      assignments.add(sql("$N = $N", key.get(0), key.get(0)));
    }
    return sql(
        "$L\nON DUPLICATE KEY UPDATE $L", insert(table, rows), String.join(", ", assignments));
  }

  private void requireOnlyKey(Table table, List<String> key, List<String> given) {
    requireCannotMeet(table, table.primaryKeyColumns(), key, given, "its primary key");
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      requireCannotMeet(table, unique.columns(), key, given, unique.name());
    }
    for (Index index : table.indexes()) {
      if (index.unique()) {
        requireCannotMeet(
            table, index.isPlain() ? index.columns() : List.of(), key, given, index.name());
      }
    }
  }

  private void requireCannotMeet(
      Table table, List<String> columns, List<String> key, List<String> given, String name) {
    boolean isKey = Set.copyOf(columns).equals(Set.copyOf(key));
    boolean isPrimary = name.equals("its primary key");
    if (isKey || (isPrimary && columns.isEmpty())) {
      return;
    }
    for (String column : columns) {
      Column found = table.column(column).orElseThrow();
      boolean isNew =
          found.identity() != null || (found.nullable() && found.defaultValue() == null);
      if (isNew && !given.contains(column)) {
        return;
      }
    }
    throw dialect()
        .unsupported(
            "upsert by one key of " + table.name() + " where a row can meet another by " + name,
            "Use `update` and `bulk_insert`, or `execute`.");
  }
}
