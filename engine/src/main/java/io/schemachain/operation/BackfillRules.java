package io.schemachain.operation;

import io.schemachain.model.Column;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Along which column a backfill can go. */
public final class BackfillRules {
  /** Those whose values every driver gives as a text that is read back as the same value. */
  private static final Set<TypeKind> KEYS =
      EnumSet.of(
          TypeKind.SMALLINT,
          TypeKind.INTEGER,
          TypeKind.BIGINT,
          TypeKind.NUMERIC,
          TypeKind.CHAR,
          TypeKind.STRING,
          TypeKind.UUID);

  private BackfillRules() {}

  /**
   * The column along which it goes.
   *
   * @throws OperationException if there is none
   */
  public static Column key(Backfill operation, Table table) {
    if (operation.key() == null && table.primaryKeyColumns().size() != 1) {
      throw new OperationException(
          "The primary key of " + table.name() + " is not one column.",
          "Name a unique column as 'key', along which the backfill goes.");
    }
    String name = operation.key() == null ? table.primaryKeyColumns().get(0) : operation.key();
    Column column = Lookup.column(table, name);
    if (column.nullable() || !ForeignKeyRules.isUnique(table, List.of(name))) {
      throw new OperationException(
          "The column " + name + " of " + table.name() + " is not unique and not nullable.",
          "Name one as 'key' that is, along which the backfill goes.");
    }
    TypeKind kind = column.type().kind();
    if (kind == null || !KEYS.contains(kind)) {
      throw new OperationException(
          "A backfill cannot go along " + name + " of the type " + column.type() + ".",
          "Name a number, a text or a UUID as 'key'.");
    }
    if (operation.set().columns().contains(name)) {
      throw new OperationException(
          "'set' has a value for " + name + ", along which the backfill goes.", null);
    }
    return column;
  }

  /** A column along which one can go: that of the primary key where it will do. */
  public static Optional<String> keyOf(Table table) {
    List<String> candidates = new ArrayList<>(table.primaryKeyColumns());
    table.columns().forEach(column -> candidates.add(column.name()));
    return candidates.stream()
        .filter(name -> canBeKey(Lookup.column(table, name), table))
        .findFirst();
  }

  private static boolean canBeKey(Column column, Table table) {
    TypeKind kind = column.type().kind();
    return !column.nullable()
        && ForeignKeyRules.isUnique(table, List.of(column.name()))
        && kind != null
        && KEYS.contains(kind);
  }

  static void check(Backfill operation, Table table) {
    RowRules.checkSet(table, operation.set());
    RowRules.check(table, operation.where());
    key(operation, table);
  }
}
