package io.schemachain.lint;

import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an index or key of a table is made of, for comparing it with others. */
public final class Indexes {
  private Indexes() {}

  /**
   * An index, or one that a key has.
   *
   * @param columns of the key
   * @param index null for that of a constraint
   */
  public record One(String name, List<String> columns, boolean unique, @Nullable Index index) {
    public One {
      columns = List.copyOf(columns);
    }

    /** Whether it finds rows by the columns alone, each with its value, in ascending order. */
    public boolean isPlain() {
      return index == null
          || (index.isPlain()
              && index.where() == null
              && index.using() == null
              && index.include().isEmpty()
              && index.options().isEmpty()
              && index.parts().stream()
                  .allMatch(
                      part ->
                          part instanceof IndexPart.ColumnPart column
                              && column.options().isDefault()));
    }
  }

  /** All of a table: primary key, unique constraints, indexes. */
  public static List<One> of(Table table) {
    List<One> all = new ArrayList<>();
    if (table.primaryKey() != null) {
      all.add(new One(table.primaryKey().name(), table.primaryKeyColumns(), true, null));
    }
    table
        .uniqueConstraints()
        .forEach(one -> all.add(new One(one.name(), one.columns(), true, null)));
    table.indexes().forEach(one -> all.add(new One(one.name(), one.columns(), one.unique(), one)));
    return all;
  }

  /** The names of those that an operation makes in a table, those in a new table included. */
  public static List<String> madeBy(OperationSite site, Table table) {
    Operation operation = site.operation();
    if (operation instanceof CreateTable create) {
      return create.table().name().key().equals(table.name().key())
              && site.table(table.name()).isEmpty()
          ? of(table).stream().map(One::name).toList()
          : List.of();
    }
    if (operation instanceof CreateIndex create && is(create.table(), table)) {
      return List.of(create.index().name());
    }
    if (operation instanceof CreateUniqueConstraint create && is(create.table(), table)) {
      return List.of(create.constraint().name());
    }
    if (operation instanceof CreatePrimaryKey create && is(create.table(), table)) {
      return List.of(create.primaryKey().name());
    }
    return List.of();
  }

  private static boolean is(TableName name, Table table) {
    return name.key().equals(table.name().key());
  }

  /** The table that an operation makes an index of, behind it. */
  public static Optional<Table> table(OperationSite site) {
    Operation operation = site.operation();
    TableName name =
        operation instanceof CreateTable create
            ? create.table().name()
            : operation instanceof CreateIndex create
                ? create.table()
                : operation instanceof CreateUniqueConstraint create
                    ? create.table()
                    : operation instanceof CreatePrimaryKey create ? create.table() : null;
    return name == null ? Optional.empty() : site.after().find(name);
  }

  /** Those of a table behind an operation that are still there at the end of its revision. */
  public static List<One> lasting(OperationSite site, Table table) {
    List<String> atEnd =
        site.revision().after().find(table.name()).stream()
            .flatMap(end -> of(end).stream())
            .map(One::name)
            .toList();
    return of(table).stream().filter(one -> atEnd.contains(one.name())).toList();
  }
}
