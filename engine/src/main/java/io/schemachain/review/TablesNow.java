package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.TableName;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Delete;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import io.schemachain.plan.OperationTitle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of a database before the first of some revisions, found by the names that they have
 * when an operation comes to them: only what is there can be asked.
 */
final class TablesNow {
  private final Map<String, TableNow> tables = new HashMap<>();

  TablesNow(Schema start, Dialect dialect) {
    requireNonNull(start, "start");
    start.tables().forEach(table -> tables.put(table.name().key(), new TableNow(table, dialect)));
  }

  /** The table on the database; empty where it is not there yet. */
  Optional<TableNow> find(TableName name) {
    return Optional.ofNullable(tables.get(name.key()));
  }

  /** The operation comes before all that is asked about from now on. */
  void pass(OperationStep step) {
    Operation operation = step.operation();
    if (operation instanceof CreateTable create) {
      if (step.before().find(create.table().name()).isEmpty()) {
        tables.remove(create.table().name().key());
      }
    } else if (operation instanceof DropTable drop) {
      tables.remove(drop.table().key());
    } else if (operation instanceof RenameTable rename) {
      TableNow table = tables.remove(rename.table().key());
      if (table != null) {
        tables.put(rename.table().withName(rename.newName()).key(), table);
      }
    } else if (operation instanceof DropColumn drop) {
      find(drop.table()).ifPresent(table -> table.drop(drop.column()));
    } else if (operation instanceof AlterColumn alter) {
      find(alter.table()).ifPresent(table -> table.rename(alter.column(), alter.resultingName()));
    } else {
      String title = operation.accept(OperationTitle.OF);
      changed(operation).forEach(name -> find(name).ifPresent(table -> table.changes(title)));
    }
  }

  /** The tables whose rows it changes; of raw SQL those that it names. */
  private static Set<TableName> changed(Operation operation) {
    if (operation instanceof Execute execute) {
      return SqlIdentifiers.tables(execute.sql());
    }
    return changedTable(operation).map(Set::of).orElse(Set.of());
  }

  private static Optional<TableName> changedTable(Operation operation) {
    if (operation instanceof Update update) {
      return Optional.of(update.table());
    }
    if (operation instanceof Backfill backfill) {
      return Optional.of(backfill.table());
    }
    if (operation instanceof Delete delete) {
      return Optional.of(delete.table());
    }
    if (operation instanceof BulkInsert insert) {
      return Optional.of(insert.table());
    }
    return operation instanceof Upsert upsert ? Optional.of(upsert.table()) : Optional.empty();
  }
}
