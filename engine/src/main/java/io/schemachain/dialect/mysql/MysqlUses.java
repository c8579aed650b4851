package io.schemachain.dialect.mysql;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The expressions in a table that name a column which gets another name.
 *
 * @param newName the name it gets
 * @param column a column with an expression that names it
 */
record MysqlUses(
    String newName,
    Optional<String> column,
    List<Check> checksBefore,
    List<Check> checksAfter,
    List<Index> indexesBefore,
    List<Index> indexesAfter,
    List<String> expressionsAfter) {

  static MysqlUses of(Table before, Table after, String name, String newName) {
    List<Check> checks =
        before.checks().stream().filter(c -> SqlIdentifiers.uses(c.sql(), name)).toList();
    List<Index> indexes = before.indexes().stream().filter(i -> uses(i, name)).toList();
    List<Column> columns =
        before.columns().stream()
            .filter(c -> expressions(c).anyMatch(sql -> SqlIdentifiers.uses(sql, name)))
            .toList();
    List<Check> newChecks =
        after.checks().stream().filter(c -> contains(checks, c.name())).toList();
    List<Index> newIndexes =
        indexes.stream().map(i -> after.index(i.name()).orElseThrow()).toList();
    List<String> expressions = new ArrayList<>();
    newChecks.forEach(check -> expressions.add(check.sql()));
    columns.forEach(
        c ->
            after.column(c.name()).stream()
                .flatMap(MysqlUses::expressions)
                .forEach(expressions::add));
    return new MysqlUses(
        newName,
        columns.stream().map(Column::name).findFirst(),
        checks,
        newChecks,
        indexes,
        newIndexes,
        expressions);
  }

  private static boolean contains(List<Check> checks, String name) {
    return checks.stream().anyMatch(check -> check.name().equals(name));
  }

  private static Stream<String> expressions(Column column) {
    Stream<String> computed =
        column.computed() == null ? Stream.empty() : Stream.of(column.computed().sql());
    Stream<String> defaults =
        column.defaultValue() instanceof DefaultValue.Expression expression
            ? Stream.of(expression.sql())
            : Stream.empty();
    return Stream.concat(computed, defaults);
  }

  private static boolean uses(Index index, String name) {
    return index.parts().stream()
        .anyMatch(
            part ->
                part instanceof IndexPart.ExpressionPart expression
                    && SqlIdentifiers.uses(expression.sql(), name));
  }
}
