package io.schemachain.plan;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Names what differs between two schemas, for messages. */
final class SchemaDifference {
  private SchemaDifference() {}

  /** One line each: what the first has and the second has not, and the other way round. */
  static List<String> describe(Schema expected, Schema actual) {
    List<String> lines = new ArrayList<>();
    for (Table table : expected.tables()) {
      Optional<Table> other = actual.find(table.name());
      if (other.isEmpty()) {
        lines.add("the table " + table.name() + " is missing");
      } else if (!table.isEquivalentTo(other.get())) {
        describe(table, other.get(), lines);
      }
    }
    for (Table table : actual.tables()) {
      if (expected.find(table.name()).isEmpty()) {
        lines.add("the table " + table.name() + " is left over");
      }
    }
    for (SchemaObject object : expected.objects()) {
      if (!actual.objects().contains(object)) {
        lines.add(title(object) + " is missing or differs");
      }
    }
    for (SchemaObject object : actual.objects()) {
      if (!expected.objects().contains(object)) {
        lines.add(title(object) + " is left over or differs");
      }
    }
    return lines;
  }

  private static String title(SchemaObject object) {
    return "the "
        + object.kind().words()
        + " "
        + object.name()
        + (object.table() == null ? "" : " of " + object.table());
  }

  private static void describe(Table expected, Table actual, List<String> lines) {
    String in = " of " + expected.name();
    for (Column column : expected.columns()) {
      Optional<Column> other = actual.column(column.name());
      if (other.isEmpty()) {
        lines.add("the column " + column.name() + in + " is missing");
      } else if (!other.get().equals(column)) {
        lines.add("the column " + column.name() + in + " " + difference(column, other.get()));
      }
    }
    for (Column column : actual.columns()) {
      if (expected.column(column.name()).isEmpty()) {
        lines.add("the column " + column.name() + in + " is left over");
      }
    }
    compare(expected.constraints(), actual.constraints(), "constraint", in, lines);
    compare(expected.indexes(), actual.indexes(), "index", in, lines);
    if (!Objects.equals(expected.comment(), actual.comment())) {
      lines.add("the comment" + in + " differs");
    }
    if (!expected.options().equals(actual.options())) {
      lines.add("the options" + in + " differ");
    }
    if (!Objects.equals(expected.partitioning(), actual.partitioning())) {
      lines.add("the partitions" + in + " differ");
    }
  }

  private static String difference(Column expected, Column actual) {
    if (!expected.type().equals(actual.type())) {
      return "has the type " + actual.type() + " and not " + expected.type();
    }
    if (expected.nullable() != actual.nullable()) {
      return actual.nullable() ? "is nullable" : "is not nullable";
    }
    if (!Objects.equals(expected.defaultValue(), actual.defaultValue())) {
      return "has another default";
    }
    return Objects.equals(expected.comment(), actual.comment())
        ? "differs in identity, computed or collation"
        : "has another comment";
  }

  private static <T> void compare(
      Collection<T> expected, Collection<T> actual, String what, String in, List<String> lines) {
    for (T one : expected) {
      if (!actual.contains(one)) {
        lines.add("the " + what + " " + name(one) + in + " is missing or differs");
      }
    }
    for (T one : actual) {
      if (!expected.contains(one)) {
        lines.add("the " + what + " " + name(one) + in + " is left over or differs");
      }
    }
  }

  private static String name(Object named) {
    return named instanceof Index index ? index.name() : ((Constraint) named).name();
  }
}
