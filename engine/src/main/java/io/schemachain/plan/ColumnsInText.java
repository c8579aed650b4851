package io.schemachain.plan;

import io.schemachain.model.Column;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Names;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns that the SQL text in an operation names: in checks, computed columns and indexes. The
 * model takes any text; what it names shows when the same text means another thing elsewhere.
 */
final class ColumnsInText {
  private ColumnsInText() {}

  /** A column as messages call it. */
  record Named(TableName table, String column) implements Comparable<Named> {
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
    } else if (operation instanceof CreateIndex create) {
      add(named, create.table(), texts(create.index()), before);
    } else if (operation instanceof Execute execute && execute.effects() != null) {
      execute.effects().forEach(effect -> named.addAll(of(effect, before)));
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

  static List<String> texts(Index index) {
    List<String> texts = new ArrayList<>();
    for (IndexPart part : index.parts()) {
      if (part instanceof IndexPart.ExpressionPart expression) {
        texts.add(expression.sql());
      }
    }
    if (index.where() != null) {
      texts.add(index.where());
    }
    return texts;
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
