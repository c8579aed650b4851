package io.schemachain.operation;

import io.schemachain.diagnostic.Suggestions;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
          view(name)
              .orElseGet(
                  () ->
                      hint(
                          name.toString(),
                          schema.tables().stream().map(t -> t.name().toString()).toList())));
    }
    if (!table.name().equals(name)) {
      throw new OperationException(
          "There is no table " + name + ".", "It is written " + table.name() + ".");
    }
    return table;
  }

  private Optional<String> view(TableName name) {
    return Stream.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)
        .filter(kind -> schema.find(kind, name).isPresent())
        .map(kind -> name + " is a " + kind.words() + ".")
        .findFirst();
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
          !table.constraints(name).isEmpty()
              ? name + " is a constraint: use drop_constraint."
              : hint(name, table.indexes().stream().map(Index::name).toList()));
    }
    requireSpelling(index.name(), name, "index", table);
    return index;
  }

  /**
   * @param kind null where the name alone says which
   */
  static Constraint constraint(Table table, String name, @Nullable ObjectKind kind) {
    DropConstraint wanted = new DropConstraint(table.name(), name, kind, List.of(), false);
    return constraint(table, wanted).orElseThrow(() -> noConstraint(table, name, kind));
  }

  /** Empty if no revision made it. */
  static Optional<Constraint> constraint(Table table, DropConstraint wanted) {
    Optional<Constraint> found = wanted.find(table);
    String name = wanted.name();
    if (name != null) {
      found.ifPresent(c -> requireSpelling(c.name(), name, "constraint", table));
    }
    return found;
  }

  static OperationException noConstraint(Table table, String name, @Nullable ObjectKind kind) {
    List<Constraint> ofAnotherKind = table.constraints(name);
    String hint;
    if (!ofAnotherKind.isEmpty()) {
      hint = "It is the " + ObjectKind.of(ofAnotherKind.get(0)).words() + " that has the name.";
    } else if (table.index(name).isPresent()) {
      hint = name + " is an index: use drop_index.";
    } else {
      hint = hint(name, table.constraints().stream().map(Constraint::name).toList());
    }
    return new OperationException(
        "The table "
            + table.name()
            + " has no "
            + (kind == null ? "constraint" : kind.words())
            + " "
            + name
            + ".",
        hint);
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
