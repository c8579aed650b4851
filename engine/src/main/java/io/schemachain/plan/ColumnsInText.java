package io.schemachain.plan;

import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Condition;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreateProcedure;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.Delete;
import io.schemachain.operation.DropMaterializedView;
import io.schemachain.operation.DropView;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns that the SQL text in an operation names: in checks, computed columns and indexes. The
 * model takes any text; what it names shows when the same text means another thing elsewhere.
 */
final class ColumnsInText {
  private ColumnsInText() {}

  /**
   * A column as messages call it.
   *
   * @param column empty for the table itself
   */
  record Named(TableName table, String column) implements Comparable<Named> {
    /** What is said where there is none. */
    String missing() {
      return column.isEmpty()
          ? "There is no table " + table + "."
          : "The table " + table + " has no column " + column + ".";
    }

    @Override
    public int compareTo(Named other) {
      int tables = table.key().compareTo(other.table.key());
      return tables != 0 ? tables : column.compareTo(other.column);
    }
  }

  /** Those that exist before the operation; all other words may be anything. */
  static Set<Named> of(Operation operation, Schema before) {
    Set<Named> named = new TreeSet<>();
    if (operation instanceof AddColumn add && add.column().computed() != null) {
      add(named, add.table(), List.of(add.column().computed().sql()), before);
    } else if (operation instanceof AlterColumn alter) {
      add(named, alter.table(), texts(alter), before);
    } else if (operation instanceof CreateCheckConstraint create) {
      add(named, create.table(), List.of(create.check().sql()), before);
    } else if (operation instanceof CreateExcludeConstraint create) {
      add(named, create.table(), create.constraint().texts(), before);
    } else if (operation instanceof CreateIndex create) {
      add(named, create.table(), create.index().texts(), before);
    } else if (operation instanceof Backfill backfill) {
      return of(backfill.asUpdate(), before);
    } else if (operation instanceof Update update
        && update.where() instanceof Condition.Sql where) {
      add(named, update.table(), List.of(where.sql()), before);
    } else if (operation instanceof Delete delete
        && delete.where() instanceof Condition.Sql where) {
      add(named, delete.table(), List.of(where.sql()), before);
    } else if (operation instanceof Execute execute && execute.effects() != null) {
      execute.effects().forEach(effect -> named.addAll(of(effect, before)));
    }
    SchemaObject object = objectOf(operation, before);
    if (object != null) {
      object.texts().forEach(text -> addAll(named, text, before));
    }
    return named;
  }

  private static List<String> texts(AlterColumn alter) {
    List<String> texts = new ArrayList<>();
    if (alter.computed().value() != null) {
      texts.add(alter.computed().value().sql());
    }
    if (alter.using() != null) {
      texts.add(alter.using());
    }
    return texts;
  }

  /** The view, routine or trigger that comes, or the view that goes; null for anything else. */
  private static @Nullable SchemaObject objectOf(Operation operation, Schema before) {
    if (operation instanceof CreateView create) {
      return create.view();
    }
    if (operation instanceof CreateMaterializedView create) {
      return create.view();
    }
    if (operation instanceof CreateFunction create) {
      return create.function();
    }
    if (operation instanceof CreateProcedure create) {
      return create.procedure();
    }
    if (operation instanceof CreateTrigger create) {
      return create.trigger();
    }
    if (operation instanceof DropView drop) {
      return before.find(ObjectKind.VIEW, drop.view()).orElse(null);
    }
    return operation instanceof DropMaterializedView drop
        ? before.find(ObjectKind.MATERIALIZED_VIEW, drop.view()).orElse(null)
        : null;
  }

  /** Any table of which the text has the name, and the columns of such. */
  private static void addAll(Set<Named> named, String text, Schema before) {
    Set<String> words = SqlIdentifiers.words(text);
    for (TableName name : SqlIdentifiers.tables(text)) {
      Table table = before.find(name).orElse(null);
      if (table != null) {
        named.add(new Named(table.name(), ""));
        for (Column column : table.columns()) {
          if (words.contains(Names.fold(column.name()))) {
            named.add(new Named(table.name(), Names.fold(column.name())));
          }
        }
      }
    }
  }

  private static void add(Set<Named> named, TableName table, List<String> texts, Schema before) {
    for (String text : texts) {
      Set<String> names = SqlIdentifiers.names(text);
      before.find(table).stream()
          .flatMap(found -> found.columns().stream())
          .map(Column::name)
          .filter(column -> names.contains(Names.fold(column)))
          .forEach(column -> named.add(new Named(table, Names.fold(column))));
    }
  }
}
