package io.schemachain.operation;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Index;
import io.schemachain.model.Literal;
import io.schemachain.model.Names;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import java.util.HashMap;
import java.util.Map;

/** What holds within one table. */
final class TableRules {
  private TableRules() {}

  static void requireDistinctColumns(Table table) {
    Map<String, String> seen = new HashMap<>();
    for (Column column : table.columns()) {
      String other = seen.putIfAbsent(Names.fold(column.name()), column.name());
      if (other != null) {
        throw new OperationException(
            other.equals(column.name())
                ? "The table " + table.name() + " has the column " + other + " twice."
                : "The table "
                    + table.name()
                    + " has columns "
                    + other
                    + " and "
                    + column.name()
                    + ", which differ only by case.",
            null);
      }
    }
  }

  /** What a column says of itself goes together. */
  static void requireFitting(Column column) {
    if (column.defaultValue() instanceof DefaultValue.Constant constant) {
      Literal.parse(column.type(), constant.text());
    }
    if (column.identity() != null
        && column.type().kind() != null
        && !column.type().kind().isInteger()) {
      throw new OperationException(
          "The identity column " + column.name() + " has the type " + column.type() + ".",
          "An identity column is smallint, integer or bigint.");
    }
    if (column.identity() != null && column.nullable()) {
      throw new OperationException(
          "The identity column " + column.name() + " is nullable.",
          "Make it the primary key, or write `nullable: false`.");
    }
    TypeKind kind = column.type().kind();
    if (column.collation() != null && kind != null && !kind.isCharacter()) {
      throw new OperationException(
          "The column "
              + column.name()
              + " of the type "
              + column.type()
              + " has the collation "
              + column.collation()
              + ".",
          "A collation is for text: leave it out, in alter_column by `collation: null`.");
    }
  }

  static void requireColumns(Table table, Constraint constraint) {
    for (String column : constraint.columns()) {
      Lookup.column(table, column);
    }
  }

  static void requireColumns(Table table, Index index) {
    for (String column : index.allColumns()) {
      Lookup.column(table, column);
    }
  }

  /** A primary key makes its columns NOT NULL, on every database. */
  static Table withKeyNotNull(Table table) {
    Table changed = table;
    for (String column : table.primaryKeyColumns()) {
      if (table.column(column).filter(Column::nullable).isPresent()) {
        changed = changed.withColumn(column, c -> c.withNullable(false));
      }
    }
    return changed;
  }
}
