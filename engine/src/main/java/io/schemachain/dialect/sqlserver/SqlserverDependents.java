package io.schemachain.dialect.sqlserver;

import io.schemachain.model.Check;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a table goes while one of its columns changes, and comes back behind it. */
record SqlserverDependents(
    List<ForeignKey> foreignKeys,
    List<Check> checks,
    List<Index> indexes,
    List<UniqueConstraint> uniques,
    @Nullable PrimaryKey primaryKey) {

  /**
   * "Modified column cannot be … used in a CHECK or UNIQUE constraint, in an index, in a PRIMARY
   * KEY or FOREIGN KEY constraint."
   */
  static SqlserverDependents ofChange(Table table, String column) {
    PrimaryKey key = table.primaryKey();
    return new SqlserverDependents(
        foreignKeys(table, column),
        checks(table, column),
        table.indexes().stream().filter(index -> uses(index, column)).toList(),
        table.uniqueConstraints().stream()
            .filter(unique -> Names.contains(unique.columns(), column))
            .toList(),
        key != null && Names.contains(key.columns(), column) ? key : null);
  }

  boolean isEmpty() {
    return foreignKeys.isEmpty()
        && checks.isEmpty()
        && indexes.isEmpty()
        && uniques.isEmpty()
        && primaryKey == null;
  }

  /** A text or binary may grow under checks, indexes and unique constraints. */
  static SqlserverDependents ofGrowth(Table table, String column) {
    PrimaryKey key = table.primaryKey();
    return new SqlserverDependents(
        foreignKeys(table, column),
        List.of(),
        List.of(),
        List.of(),
        key != null && Names.contains(key.columns(), column) ? key : null);
  }

  /** "The object participates in enforced dependencies" (15336): what has the name in a text. */
  static SqlserverDependents ofRename(Table table, String column) {
    return new SqlserverDependents(
        List.of(),
        checks(table, column),
        table.indexes().stream().filter(index -> hasCondition(table, index, column)).toList(),
        table.uniqueConstraints().stream()
            .filter(
                unique ->
                    Names.contains(unique.columns(), column)
                        && SqlserverFragments.isIndex(table, unique))
            .toList(),
        null);
  }

  private static List<ForeignKey> foreignKeys(Table table, String column) {
    return table.foreignKeys().stream()
        .filter(
            key ->
                Names.contains(key.columns(), column)
                    || (key.referredTable().equals(table.name())
                        && Names.contains(key.referredColumns(), column)))
        .toList();
  }

  private static List<Check> checks(Table table, String column) {
    return table.checks().stream()
        .filter(check -> SqlIdentifiers.uses(check.sql(), column))
        .toList();
  }

  private static boolean uses(Index index, String column) {
    return Names.contains(index.allColumns(), column)
        || (index.where() != null && SqlIdentifiers.uses(index.where(), column));
  }

  private static boolean hasCondition(Table table, Index index, String column) {
    return (index.where() != null && SqlIdentifiers.uses(index.where(), column))
        || (index.unique()
            && !index.nullsNotDistinct()
            && Names.contains(SqlserverRules.nullable(table, index.columns()), column));
  }
}
