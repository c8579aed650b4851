package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the steps that ALTER TABLE cannot do. Such a step, and those on the same table that follow
 * it up to the last of this kind, become one rebuild. A column is always renamed by itself, so that
 * SQLite follows in foreign keys, and therefore ends a rebuild.
 */
final class SqliteRebuilds {
  private final SqliteDialect dialect;

  SqliteRebuilds(SqliteDialect dialect) {
    this.dialect = dialect;
  }

  List<List<SqlStatement>> render(List<OperationStep> steps) {
    List<List<SqlStatement>> rendered = new ArrayList<>(steps.size());
    while (rendered.size() < steps.size()) {
      int first = rendered.size();
      OperationStep step = steps.get(first);
      Optional<TableName> table = rebuilt(step);
      if (table.isEmpty()) {
        rendered.add(step.operation().accept(dialect.ddl(step.before(), step.after())));
        continue;
      }
      int end = endOfRebuild(table.get(), steps, first);
      List<OperationStep> together = steps.subList(first, end);
      rendered.add(new SqliteRebuild(dialect, table.get(), together).statements());
      together.stream().skip(1).forEach(rest -> rendered.add(List.of()));
    }
    return rendered;
  }

  private int endOfRebuild(TableName table, List<OperationStep> steps, int first) {
    int end = first + 1;
    Set<String> retyped = new HashSet<>();
    isRetypedAgain(steps.get(first).operation(), retyped);
    for (int i = end; i < steps.size(); i++) {
      Operation operation = steps.get(i).operation();
      if (isRetypedAgain(operation, retyped)
          || renamesColumn(steps.get(i - 1).operation())
          || namesOldColumns(operation)
          || !table.equals(tableOf(operation))
          || isOnlyRename(operation)) {
        break;
      }
      if (needsRebuild(steps.get(i))) {
        end = i + 1;
      }
    }
    return end;
  }

  /**
   * What a type between two makes of the values cannot be left out: a timestamp that was a date.
   */
  private static boolean isRetypedAgain(Operation operation, Set<String> retyped) {
    return operation instanceof AlterColumn alter
        && alter.type() != null
        && !retyped.add(Names.fold(alter.column()));
  }

  /** An expression over the columns that the table has, which none of this rebuild may be. */
  private static boolean namesOldColumns(Operation operation) {
    return operation instanceof AlterColumn alter && alter.using() != null;
  }

  private static boolean renamesColumn(Operation operation) {
    return operation instanceof AlterColumn alter && alter.newName() != null;
  }

  private static boolean isOnlyRename(Operation operation) {
    return operation instanceof AlterColumn alter && !alter.changesMoreThanName();
  }

  /** The table whose definition alone the operation changes, null for other operations. */
  private static @Nullable TableName tableOf(Operation operation) {
    if (operation instanceof AddColumn add) {
      return add.ifNotExists() ? null : add.table();
    }
    if (operation instanceof DropColumn drop) {
      return drop.ifExists() ? null : drop.table();
    }
    if (operation instanceof AlterColumn alter) {
      return alter.table();
    }
    if (operation instanceof CreateIndex create) {
      return create.table();
    }
    if (operation instanceof DropIndex drop) {
      return drop.table();
    }
    if (operation instanceof RenameIndex rename) {
      return rename.table();
    }
    return tableOfConstraint(operation);
  }

  private static @Nullable TableName tableOfConstraint(Operation operation) {
    if (operation instanceof CreatePrimaryKey create) {
      return create.table();
    }
    if (operation instanceof CreateUniqueConstraint create) {
      return create.table();
    }
    if (operation instanceof CreateForeignKey create) {
      return create.table();
    }
    if (operation instanceof CreateCheckConstraint create) {
      return create.table();
    }
    if (operation instanceof CreateExcludeConstraint create) {
      return create.table();
    }
    if (operation instanceof RenameConstraint rename) {
      return rename.table();
    }
    return operation instanceof DropConstraint drop ? drop.table() : null;
  }

  /** The table of a step that ALTER TABLE cannot do. */
  Optional<TableName> rebuilt(OperationStep step) {
    return Optional.ofNullable(tableOf(step.operation())).filter(table -> needsRebuild(step));
  }

  private boolean needsRebuild(OperationStep step) {
    Operation operation = step.operation();
    if (operation instanceof AddColumn add) {
      return add.position() != null || !SqliteDdl.canAdd(add.column());
    }
    if (operation instanceof DropColumn drop) {
      // It goes with its key: between the two there is no table that SQLite could have.
      return step.before()
          .require(drop.table())
          .column(drop.column())
          .filter(column -> column.identity() != null)
          .isPresent();
    }
    if (operation instanceof AlterColumn alter) {
      if (alter.position() != null) {
        return true;
      }
      Table table = step.before().require(alter.table());
      Column old = table.column(alter.column()).orElseThrow();
      Column changed =
          step.after().require(alter.table()).column(alter.resultingName()).orElseThrow();
      return dialect
          .ddl(step.before(), step.after())
          .isWrittenOtherwise(table, old, changed, alter.using() != null);
    }
    // Where the revisions do not know the constraint, a rebuild could not leave it out.
    return tableOfConstraint(operation) != null && !isLookedUp(step);
  }

  private static boolean isLookedUp(OperationStep step) {
    return step.operation() instanceof DropConstraint drop
        && (drop.ifExists() || drop.find(step.before().require(drop.table())).isEmpty());
  }
}
