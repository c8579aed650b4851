package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Check;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.ObjectOperations;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Constraints and indexes, which go before columns change and come after. */
final class KeyMigrator {
  private final Steps steps;
  private final Side from;
  private final Schema to;
  private final List<Difference.OfConstraint> constraints = new ArrayList<>();
  private final List<Difference.OfIndex> indexes = new ArrayList<>();
  private final List<Again> comeBack = new ArrayList<>();

  /** A foreign key that has to go for a while. */
  private record Again(TableName table, ForeignKey key) {}

  /**
   * @param from whose names may be made up
   */
  KeyMigrator(Steps steps, Side from, Schema to, List<Difference> differences) {
    this.steps = requireNonNull(steps, "steps");
    this.from = requireNonNull(from, "from");
    this.to = requireNonNull(to, "to");
    for (Difference difference : differences) {
      if (difference instanceof Difference.OfIndex index) {
        indexes.add(index);
      } else if (difference instanceof Difference.OfConstraint constraint
          && isWritten(constraint.before(), steps.schema().find(constraint.table()))
          && isWritten(constraint.after(), to.find(constraint.table()))) {
        constraints.add(constraint);
      }
    }
  }

  /** Not so the checks that a database keeps for the type of a column: the type brings them. */
  private static boolean isWritten(@Nullable Constraint constraint, Optional<Table> table) {
    return !(constraint instanceof Check check)
        || table.map(Table::checks).orElse(List.of(check)).contains(check);
  }

  // What goes

  /** Foreign keys first. */
  void drop() {
    for (Difference.OfConstraint difference : constraints) {
      if (difference.before() instanceof ForeignKey && !isRename(difference)) {
        drop(difference.table(), difference.before());
      }
    }
    for (Difference.OfConstraint difference : constraints) {
      Constraint before = difference.before();
      if (before != null && !(before instanceof ForeignKey) && !isRename(difference)) {
        dropReferring(difference.table(), before.columns());
        drop(difference.table(), before);
      }
    }
    for (Difference.OfIndex difference : indexes) {
      Index before = difference.before();
      if (before != null && !isRename(difference)) {
        dropReferring(difference.table(), before.columns());
        steps.add(new DropIndex(difference.table(), before.name()));
      }
    }
  }

  /** Drops the foreign keys that refer to these columns of a table: they come back. */
  private void dropReferring(TableName table, List<String> columns) {
    for (Table other : steps.schema().referringTo(table)) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(table)
            && Set.copyOf(key.referredColumns()).equals(Set.copyOf(columns))) {
          drop(other.name(), key);
          comeBack.add(new Again(other.name(), key));
        }
      }
    }
  }

  /** The foreign keys of other tables to one that goes. */
  void dropReferring(TableName table) {
    for (Table other : steps.schema().referringTo(table)) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(table) && !other.name().equals(table)) {
          drop(other.name(), key);
        }
      }
    }
  }

  private void drop(TableName table, Constraint constraint) {
    ObjectKind kind = ObjectKind.of(constraint);
    boolean byColumns =
        from.hasMadeUp(table, kind, constraint.name())
            && (kind == ObjectKind.PRIMARY_KEY || !constraint.columns().isEmpty());
    steps.add(
        byColumns
            ? new DropConstraint(table, null, kind, constraint.columns(), false)
            : new DropConstraint(table, constraint.name(), kind, List.of(), false));
  }

  private static boolean isRename(Difference.OfConstraint difference) {
    Constraint before = difference.before();
    Constraint after = difference.after();
    return before != null && after != null && before.withName(after.name()).equals(after);
  }

  private static boolean isRename(Difference.OfIndex difference) {
    Index before = difference.before();
    Index after = difference.after();
    return before != null && after != null && before.withName(after.name()).equals(after);
  }

  // What comes

  /**
   * Foreign keys last.
   *
   * @param tables with foreign keys of new tables that wait for what they refer to
   */
  void create(TableMigrator tables) {
    createIndexes();
    create(constraint -> !(constraint instanceof ForeignKey));
    tables.connect();
    create(ForeignKey.class::isInstance);
    for (Again key : comeBack) {
      if (isWanted(key)) {
        steps.add(ObjectOperations.create(key.table(), key.key()));
      }
    }
  }

  private void createIndexes() {
    for (Difference.OfIndex difference : indexes) {
      Index after = difference.after();
      if (after == null) {
        continue;
      }
      Index before = difference.before();
      if (isRename(difference) && before != null) {
        RenameIndex rename = new RenameIndex(difference.table(), before.name(), after.name());
        if (steps.addIfPossible(rename, List.of())) {
          continue;
        }
        steps.add(new DropIndex(difference.table(), before.name()));
      }
      steps.add(new CreateIndex(difference.table(), after));
    }
  }

  private boolean isWanted(Again again) {
    Table table = steps.schema().find(again.table()).orElse(null);
    Table target = to.find(again.table()).orElse(null);
    return table != null
        && target != null
        && table.foreignKeys().stream().noneMatch(k -> k.name().equals(again.key().name()))
        && target.foreignKeys().stream().anyMatch(k -> k.columns().equals(again.key().columns()));
  }

  private void create(Predicate<Constraint> now) {
    for (Difference.OfConstraint difference : constraints) {
      Constraint after = difference.after();
      if (after == null || !now.test(after)) {
        continue;
      }
      Constraint before = difference.before();
      if (isRename(difference) && before != null) {
        RenameConstraint rename =
            new RenameConstraint(
                difference.table(), before.name(), ObjectKind.of(before), after.name());
        if (steps.addIfPossible(rename, List.of())) {
          continue;
        }
        drop(difference.table(), before);
      }
      steps.add(ObjectOperations.create(difference.table(), after));
    }
  }
}
