package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.diff.Difference.Aspect;
import io.schemachain.model.Column;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.Condition;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.ObjectOperations;
import io.schemachain.operation.Row;
import io.schemachain.operation.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables and columns that come, change and go. */
final class TableMigrator {
  private final Steps steps;
  private final Schema to;
  private final List<Deferred> deferred = new ArrayList<>();

  /** A foreign key that comes when the table it refers to is there. */
  private record Deferred(TableName table, ForeignKey key) {}

  TableMigrator(Steps steps, Schema to) {
    this.steps = requireNonNull(steps, "steps");
    this.to = requireNonNull(to, "to");
  }

  /** All but the foreign keys of new tables that have to wait for {@link #connect}. */
  void migrate(List<Difference> differences) {
    createTables(differences);
    // What is computed of others goes before they change or go, and comes after they came.
    List<Difference.OfColumn> columns = new ArrayList<>();
    for (Difference difference : differences) {
      if (difference instanceof Difference.OfColumn column) {
        columns.add(column);
      }
    }
    columns.forEach(column -> drop(column, true));
    columns.forEach(column -> addOrAlter(column, false));
    columns.forEach(column -> addOrAlter(column, true));
    columns.forEach(column -> drop(column, false));
  }

  private void drop(Difference.OfColumn column, boolean computed) {
    Column before = column.before();
    if (before != null && column.after() == null && (before.computed() != null) == computed) {
      drop(column.table(), before);
    }
  }

  private void addOrAlter(Difference.OfColumn column, boolean computed) {
    Column after = column.after();
    if (after == null || (after.computed() != null) != computed) {
      return;
    }
    if (column.before() == null) {
      add(column.table(), after);
    } else {
      alter(column, column.before(), after);
    }
  }

  /** The foreign keys that waited. */
  void connect() {
    deferred.forEach(one -> steps.add(ObjectOperations.create(one.table, one.key)));
  }

  // Whole tables

  /** Those that refer to others first; in a circle a foreign key goes before. */
  void drop(List<Difference> differences, KeyMigrator keys) {
    Map<String, TableName> gone = new LinkedHashMap<>();
    for (Difference difference : differences) {
      if (difference instanceof Difference.OfTable table && table.after() == null) {
        gone.put(table.table().key(), table.table());
      }
    }
    Schema schema = steps.schema();
    List<String> order =
        DependencyOrder.of(
            gone.keySet(),
            key ->
                schema.referringTo(requireNonNull(gone.get(key))).stream()
                    .map(other -> other.name().key())
                    .toList());
    for (String key : order) {
      TableName table = requireNonNull(gone.get(key));
      keys.dropReferring(table);
      steps.addLossy(new DropTable(table, false));
    }
  }

  /** Those that others refer to first; in a circle the foreign keys come when all are there. */
  private void createTables(List<Difference> differences) {
    Map<String, Table> added = new LinkedHashMap<>();
    for (Difference difference : differences) {
      if (difference instanceof Difference.OfTable table && table.after() != null) {
        added.put(table.table().key(), table.after());
      }
    }
    List<String> order =
        DependencyOrder.of(
            added.keySet(),
            key ->
                requireNonNull(added.get(key)).foreignKeys().stream()
                    .map(reference -> reference.referredTable().key())
                    .toList());
    order.forEach(key -> create(requireNonNull(added.get(key))));
  }

  private void create(Table table) {
    List<ForeignKey> now = new ArrayList<>();
    List<ForeignKey> later = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      boolean isThere =
          key.referredTable().equals(table.name())
              || steps.schema().find(key.referredTable()).isPresent();
      (isThere ? now : later).add(key);
    }
    // A key that it refers to may be one that comes with this migration.
    if (!steps.fits(new CreateTable(table.withForeignKeys(now)))) {
      later.addAll(now);
      now.clear();
    }
    steps.add(new CreateTable(table.withForeignKeys(now)));
    later.forEach(key -> deferred.add(new Deferred(table.name(), key)));
  }

  // Columns

  /**
   * A column that rows must fill has nothing for those that are there: it is added without the
   * rule, filled, and gets the rule.
   */
  private void add(TableName table, Column column) {
    boolean needsValue =
        !column.nullable()
            && column.defaultValue() == null
            && column.identity() == null
            && column.computed() == null;
    if (!needsValue) {
      steps.add(new AddColumn(table, column));
      return;
    }
    steps.add(new AddColumn(table, column.withNullable(true)));
    steps.add(
        new Update(
            table,
            new Row(
                List.of(column.name()),
                List.of(Value.sql(Value.TODO + " a value for " + table + "." + column.name()))),
            new Condition.Sql(to.quoted(column.name()) + " IS NULL")),
        List.of("Rows that are there need a value: fill in the expression."));
    steps.add(
        new AlterColumn(table, column.name(), null, null, false, Change.none(), Change.none()));
  }

  private void alter(Difference.OfColumn difference, Column before, Column after) {
    TableName table = difference.table();
    if (before.computed() != null || after.computed() != null) {
      alterComputed(difference, before, after);
      return;
    }
    List<String> notes = notes(difference, table, after);
    AlterColumn alteration = alteration(difference, before, after);
    if (!difference.differsIn(Aspect.Of.TYPE) || !isComputedOf(table, before)) {
      steps.add(alteration, notes);
    } else if (!steps.addIfPossible(alteration, notes)) {
      alterBelowComputed(alteration, notes);
    }
  }

  private boolean isComputedOf(TableName table, Column column) {
    return !computedOf(table, column).isEmpty();
  }

  private List<Column> computedOf(TableName table, Column column) {
    return steps.schema().require(table).columns().stream()
        .filter(
            other ->
                other.computed() != null
                    && SqlIdentifiers.uses(other.computed().sql(), column.name()))
        .toList();
  }

  /** What is computed of a column goes before its type changes, and comes back. */
  private void alterBelowComputed(AlterColumn alteration, List<String> notes) {
    Column column =
        steps.schema().require(alteration.table()).column(alteration.column()).orElseThrow();
    List<Column> computed = computedOf(alteration.table(), column);
    computed.forEach(other -> steps.add(new DropColumn(alteration.table(), other.name())));
    steps.add(alteration, notes);
    computed.forEach(other -> steps.add(new AddColumn(alteration.table(), other)));
  }

  private static List<String> notes(Difference.OfColumn difference, TableName table, Column after) {
    return difference.differsIn(Aspect.Of.NULLABLE) && !after.nullable()
        ? List.of("Fails where a row has NULL in " + table + "." + after.name() + ".")
        : List.of();
  }

  private static AlterColumn alteration(
      Difference.OfColumn difference, Column before, Column after) {
    boolean retyped = difference.differsIn(Aspect.Of.TYPE);
    return new AlterColumn(
        difference.table(),
        before.name(),
        null,
        retyped ? after.type() : null,
        null,
        difference.differsIn(Aspect.Of.NULLABLE) ? after.nullable() : null,
        difference.differsIn(Aspect.Of.DEFAULT)
            ? Change.toNullable(after.defaultValue())
            : Change.none(),
        difference.differsIn(Aspect.Of.IDENTITY)
            ? Change.toNullable(after.identity())
            : Change.none(),
        difference.differsIn(Aspect.Of.COMPUTED)
            ? Change.toNullable(after.computed())
            : Change.none(),
        difference.differsIn(Aspect.Of.COMMENT)
            ? Change.toNullable(after.comment())
            : Change.none(),
        difference.differsIn(Aspect.Of.COLLATION)
            ? Change.toNullable(after.collation())
            : Change.none(),
        null);
  }

  /** What is computed can be computed again, where the database has no other way. */
  private void alterComputed(Difference.OfColumn difference, Column before, Column after) {
    AlterColumn alteration = alteration(difference, before, after);
    if (steps.addIfPossible(alteration, List.of())) {
      return;
    }
    if (after.computed() == null) {
      steps.add(alteration);
      return;
    }
    drop(difference.table(), before);
    steps.add(new AddColumn(difference.table(), after));
  }

  /** What is computed can be computed again. */
  private void drop(TableName table, Column column) {
    DropColumn drop = new DropColumn(table, column.name());
    if (column.computed() == null) {
      steps.addLossy(drop);
    } else {
      steps.add(drop);
    }
  }
}
