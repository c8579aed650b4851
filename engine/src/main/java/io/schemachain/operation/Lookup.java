package io.schemachain.operation;

import io.schemachain.diagnostic.Suggestions;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds things by the exact name, and says what was probably meant when there is none. */
final class Lookup {
  private final Schema schema;

  Lookup(Schema schema) {
    this.schema = schema;
  }

  Table table(TableName name) {
    Table table = schema.find(name).orElse(null);
    if (table == null) {
      throw new OperationException(
          "There is no table " + name + ".",
          hint(name.toString(), schema.tables().stream().map(t -> t.name().toString()).toList()));
    }
    if (!table.name().equals(name)) {
      throw new OperationException(
          "There is no table " + name + ".", "It is written " + table.name() + ".");
    }
    return table;
  }

  static Column column(Table table, String name) {
    Column column = table.column(name).orElse(null);
    if (column == null) {
      throw new OperationException(
          "The table " + table.name() + " has no column " + name + ".",
          hint(name, table.columns().stream().map(Column::name).toList()));
    }
    requireSpelling(column.name(), name, "column", table);
    return column;
  }

  static Index index(Table table, String name) {
    Index index = table.index(name).orElse(null);
    if (index == null) {
      throw new OperationException(
          "The table " + table.name() + " has no index " + name + ".",
          table.constraint(name).isPresent()
              ? name + " is a constraint: use drop_constraint."
              : hint(name, table.indexes().stream().map(Index::name).toList()));
    }
    requireSpelling(index.name(), name, "index", table);
    return index;
  }

  static Constraint constraint(Table table, String name) {
    Constraint constraint = table.constraint(name).orElse(null);
    if (constraint == null) {
      throw new OperationException(
          "The table " + table.name() + " has no constraint " + name + ".",
          table.index(name).isPresent()
              ? name + " is an index: use drop_index."
              : hint(name, table.constraints().stream().map(Constraint::name).toList()));
    }
    requireSpelling(constraint.name(), name, "constraint", table);
    return constraint;
  }

  private static void requireSpelling(String actual, String written, String what, Table table) {
    if (!actual.equals(written)) {
      throw new OperationException(
          "The table " + table.name() + " has no " + what + " " + written + ".",
          "It is written " + actual + ".");
    }
  }

  static @Nullable String hint(String word, List<String> candidates) {
    return Suggestions.didYouMean(word, candidates).orElseGet(() -> list(candidates));
  }

  private static @Nullable String list(List<String> candidates) {
    final int shown = 12;
    if (candidates.isEmpty()) {
      return null;
    }
    String names = String.join(", ", candidates.subList(0, Math.min(shown, candidates.size())));
    return "There is " + names + (candidates.size() > shown ? ", …" : "") + ".";
  }
}
