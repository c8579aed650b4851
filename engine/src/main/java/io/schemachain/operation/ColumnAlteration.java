package io.schemachain.operation;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Literal;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The effect of {@link AlterColumn}: the column itself, and everything that names it. */
final class ColumnAlteration {
  private ColumnAlteration() {}

  static Schema apply(AlterColumn operation, Schema schema) {
    Table table = new Lookup(schema).table(operation.table());
    Column old = Lookup.column(table, operation.column());
    Column changed = change(operation, old, table);
    Table altered = table.withColumn(old.name(), column -> changed);
    if (operation.position() != null) {
      altered = altered.withColumns(operation.position().put(changed, altered));
    }
    Schema result = schema.replace(table.name(), altered);
    if (operation.type() != null && !operation.type().equals(old.type())) {
      requireNoPartitionKey(table, old.name());
      requireFittingKeys(altered, old.name(), result);
    }
    String newName = operation.newName();
    return newName == null || newName.equals(old.name())
        ? result
        : rename(altered, old.name(), newName, result);
  }

  private static void requireNoPartitionKey(Table table, String column) {
    Partitioning partitioning = table.partitioning();
    if (partitioning != null && ColumnUses.isInKey(partitioning, column)) {
      throw new OperationException(
          "The column " + column + " is in the partition key of " + table.name() + ".",
          "Its type is for the life of the table.");
    }
  }

  private static Column change(AlterColumn operation, Column old, Table table) {
    Boolean nullable = operation.nullable();
    if (nullable != null && nullable && table.primaryKeyColumns().contains(old.name())) {
      throw new OperationException(
          "The column "
              + old.name()
              + " is in the primary key of "
              + table.name()
              + " and cannot be nullable.",
          null);
    }
    requireSomethingToDrop(operation, old);
    Column column =
        new Column(
            old.name(),
            operation.type() == null ? old.type() : operation.type(),
            nullable == null ? old.nullable() : nullable,
            operation.defaultValue().over(old.defaultValue()),
            operation.identity().over(old.identity()),
            operation.computed().over(old.computed()),
            operation.comment().over(old.comment()),
            operation.collation().over(old.collation()));
    if (column.defaultValue() instanceof DefaultValue.Constant constant) {
      requireFits(constant, column, operation);
    }
    TableRules.requireFitting(column);
    return column;
  }

  private static void requireSomethingToDrop(AlterColumn operation, Column old) {
    if (operation.identity().drops() && old.identity() == null) {
      throw new OperationException("The column " + old.name() + " has no identity.", null);
    }
    if (operation.computed().drops() && old.computed() == null) {
      throw new OperationException("The column " + old.name() + " is not computed.", null);
    }
  }

  private static void requireFits(
      DefaultValue.Constant constant, Column column, AlterColumn operation) {
    try {
      Literal.parse(column.type(), constant.text());
    } catch (IllegalArgumentException e) {
      throw new OperationException(
          "The default of " + column.name() + " does not fit: " + e.getMessage(),
          operation.defaultValue().present()
              ? Literal.expressionHint(constant.text())
              : "Give alter_column a default of the new type as well, or `default: null`.");
    }
  }

  private static void requireFittingKeys(Table table, String column, Schema schema) {
    for (ForeignKey key : table.foreignKeys()) {
      if (key.columns().contains(column)) {
        ForeignKeyRules.requireFittingTypes(key, table, schema.require(key.referredTable()));
      }
    }
    for (Table other : schema.referringTo(table.name())) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(table.name()) && key.referredColumns().contains(column)) {
          ForeignKeyRules.requireFittingTypes(key, other, table);
        }
      }
    }
  }

  /**
   * @param written the new name as SQL writes it
   */
  private record Rename(String from, String to, String written) {}

  private static Schema rename(Table table, String from, String to, Schema schema) {
    if (table.column(to).filter(column -> !column.name().equals(from)).isPresent()) {
      throw new OperationException(
          "The table " + table.name() + " has a column " + to + " already.", null);
    }
    Rename names = new Rename(from, to, schema.quoted(to));
    Table renamed =
        table.withColumns(table.columns().stream().map(c -> renamed(c, names)).toList());
    for (Constraint constraint : table.constraints()) {
      renamed = renamed.minus(constraint).plus(renamed(constraint, names));
    }
    renamed = renamed.withIndexes(table.indexes().stream().map(i -> renamed(i, names)).toList());
    renamed = renamed.withPartitioning(renamed(table.partitioning(), names));
    Schema result = schema.replace(table.name(), renamed);
    for (Table other : result.referringTo(table.name())) {
      List<ForeignKey> keys =
          other.foreignKeys().stream()
              .map(
                  key ->
                      key.referredTable().equals(table.name())
                          ? key.withReferredColumns(renamed(key.referredColumns(), names))
                          : key)
              .toList();
      if (!keys.equals(other.foreignKeys())) {
        result = result.replace(other.name(), other.withForeignKeys(keys));
      }
    }
    return result;
  }

  private static @Nullable Partitioning renamed(@Nullable Partitioning partitioning, Rename names) {
    return partitioning == null
        ? null
        : partitioning
            .withColumns(renamed(partitioning.columns(), names))
            .withSql(renamedText(partitioning.sql(), names));
  }

  private static Column renamed(Column column, Rename names) {
    if (column.name().equals(names.from())) {
      return column.withName(names.to());
    }
    Computed computed = column.computed();
    return computed == null
        ? column
        : column.withComputed(
            new Computed(
                SqlIdentifiers.rename(computed.sql(), names.from(), names.written()),
                computed.stored()));
  }

  private static Constraint renamed(Constraint constraint, Rename names) {
    if (constraint instanceof PrimaryKey key) {
      return key.withColumns(renamed(key.columns(), names));
    }
    if (constraint instanceof UniqueConstraint unique) {
      return unique.withColumns(renamed(unique.columns(), names));
    }
    if (constraint instanceof ForeignKey key) {
      return key.withColumns(renamed(key.columns(), names));
    }
    if (constraint instanceof Exclusion exclusion) {
      return exclusion.with(
          exclusion.elements().stream().map(e -> e.withPart(renamed(e.part(), names))).toList(),
          renamedText(exclusion.where(), names));
    }
    Check check = (Check) constraint;
    return check.withSql(SqlIdentifiers.rename(check.sql(), names.from(), names.written()));
  }

  private static Index renamed(Index index, Rename names) {
    return index
        .withParts(index.parts().stream().map(part -> renamed(part, names)).toList())
        .withInclude(renamed(index.include(), names))
        .withWhere(renamedText(index.where(), names));
  }

  private static @Nullable String renamedText(@Nullable String sql, Rename names) {
    return sql == null ? null : SqlIdentifiers.rename(sql, names.from(), names.written());
  }

  private static IndexPart renamed(IndexPart part, Rename names) {
    if (part instanceof IndexPart.ColumnPart column) {
      return column.column().equals(names.from()) ? column.withColumn(names.to()) : column;
    }
    IndexPart.ExpressionPart expression = (IndexPart.ExpressionPart) part;
    return expression.withSql(
        SqlIdentifiers.rename(expression.sql(), names.from(), names.written()));
  }

  private static List<String> renamed(List<String> columns, Rename names) {
    return columns.stream()
        .map(column -> column.equals(names.from()) ? names.to() : column)
        .toList();
  }
}
