package io.schemachain.lint;

import io.schemachain.model.Column;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Condition;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Delete;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.operation.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** SQL that an author wrote into an operation that is none itself. */
public final class WrittenSql {
  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");

  private WrittenSql() {}

  /** Defaults, computed columns, conditions and values of an operation; not raw SQL, nor views. */
  public static List<String> of(OperationSite site) {
    List<String> texts = new ArrayList<>();
    Operation operation = site.operation();
    if (operation instanceof CreateTable create && site.table(create.table().name()).isEmpty()) {
      create.table().columns().forEach(column -> add(column, texts));
      create.table().checks().forEach(check -> texts.add(check.sql()));
      create.table().indexes().forEach(index -> texts.addAll(index.texts()));
    } else if (operation instanceof AddColumn add) {
      add(add.column(), texts);
    } else if (operation instanceof AlterColumn alter) {
      if (alter.defaultValue().value() instanceof DefaultValue.Expression expression) {
        texts.add(expression.sql());
      }
      if (alter.using() != null) {
        texts.add(alter.using());
      }
    } else if (operation instanceof CreateCheckConstraint create) {
      texts.add(create.check().sql());
    } else if (operation instanceof CreateIndex create) {
      texts.addAll(create.index().texts());
    } else {
      addRows(operation, texts);
    }
    return texts;
  }

  /**
   * The same without what stands in their strings: {@code ''} is left of each that is not empty.
   */
  public static List<String> withoutStrings(OperationSite site) {
    return of(site).stream()
        .map(
            sql ->
                STRING.matcher(sql).replaceAll(found -> found.group().equals("''") ? "''" : "'…'"))
        .toList();
  }

  private static void add(Column column, List<String> texts) {
    if (column.defaultValue() instanceof DefaultValue.Expression expression) {
      texts.add(expression.sql());
    }
    if (column.computed() != null) {
      texts.add(column.computed().sql());
    }
  }

  private static void addRows(Operation operation, List<String> texts) {
    if (operation instanceof Update update) {
      add(update.set(), texts);
      add(update.where(), texts);
    } else if (operation instanceof Backfill backfill) {
      add(backfill.set(), texts);
      add(backfill.where(), texts);
    } else if (operation instanceof Delete delete) {
      add(delete.where(), texts);
    } else if (operation instanceof BulkInsert insert) {
      insert.rows().forEach(row -> add(row, texts));
    }
  }

  private static void add(Row row, List<String> texts) {
    for (Value value : row.values()) {
      if (value instanceof Value.Sql sql) {
        texts.add(sql.sql());
      }
    }
  }

  private static void add(Condition where, List<String> texts) {
    if (where instanceof Condition.Sql sql) {
      texts.add(sql.sql());
    }
  }
}
