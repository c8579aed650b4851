package io.schemachain.review;

import io.schemachain.dialect.Dialect;
import io.schemachain.lint.Keys;
import io.schemachain.model.Column;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to ask before a key is made: rows with the same values, and rows that point to nothing.
 *
 * @param table as the database has it
 * @param meant as the operation finds it
 */
record KeyProbes(TableNow table, Table meant, Dialect dialect, ProbeWriter out) {

  void unique(UniqueConstraint constraint) {
    plain(constraint.columns(), constraint.nullsNotDistinct());
  }

  void primary(List<String> columns) {
    plain(columns, false);
  }

  void index(Index index) {
    if (index.isPlain() && index.where() == null) {
      plain(index.columns(), index.nullsNotDistinct());
    } else {
      duplicates(index.parts(), index.where(), index.nullsNotDistinct());
    }
  }

  private void plain(List<String> columns, boolean nullsAreEqual) {
    if (nullsAreEqual || !Keys.areUnique(meant, columns)) {
      duplicates(columns.stream().map(IndexPart::column).toList(), null, nullsAreEqual);
    }
  }

  /**
   * Rows that a key compares and finds the same. It groups as the key compares: by the collation of
   * the column, or of the index.
   */
  private void duplicates(List<IndexPart> parts, @Nullable String where, boolean nullsAreEqual) {
    List<String> values = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<String> present = new ArrayList<>();
    boolean alwaysPresent = false;
    for (IndexPart part : parts) {
      Optional<String> value = value(part);
      if (value.isEmpty()) {
        return;
      }
      values.add(grouped(part, value.get()));
      words.add(words(part));
      if (isNullable(part)) {
        present.add(value.get() + " IS NOT NULL");
      } else {
        alwaysPresent = true;
      }
    }
    List<String> conditions = new ArrayList<>();
    if (where != null) {
      Optional<String> condition = table.text(where, meant);
      if (condition.isEmpty()) {
        return;
      }
      conditions.add("(" + out.written(condition.get()) + ")");
    }
    if (!nullsAreEqual && dialect.questions().partlyNullKeysDiffer()) {
      conditions.addAll(present);
    } else if (!nullsAreEqual && !alwaysPresent) {
      conditions.add("(" + String.join(" OR ", present) + ")");
    }
    String keys = String.join(", ", values);
    out.add(
        "Values of "
            + table.name()
            + "."
            + String.join(", ", words)
            + " that stand more than once"
            + (where == null ? "" : " where " + where),
        dialect
            .sql()
            .format(
                "SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM $N$L GROUP BY $L HAVING COUNT(*) >"
                    + " 1) d",
                table.name(),
                conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions),
                keys),
        table.expected(ProbeWriter.NONE));
  }

  private Optional<String> value(IndexPart part) {
    if (part instanceof IndexPart.ExpressionPart expression) {
      return table.text(expression.sql(), meant).map(sql -> "(" + out.written(sql) + ")");
    }
    IndexPart.ColumnPart column = (IndexPart.ColumnPart) part;
    return table
        .quoted(column.column())
        .map(
            name ->
                column.length() == null
                    ? name
                    : "SUBSTRING(" + name + ", 1, " + column.length() + ")");
  }

  private String grouped(IndexPart part, String value) {
    String collation = part.options().collation();
    return collation == null
        ? value
        : value + " COLLATE " + dialect.identifiers().alwaysQuote(collation);
  }

  private String words(IndexPart part) {
    return part instanceof IndexPart.ColumnPart column
        ? table.column(column.column()).map(Column::name).orElse(column.column())
        : ((IndexPart.ExpressionPart) part).sql();
  }

  private boolean isNullable(IndexPart part) {
    return !(part instanceof IndexPart.ColumnPart column)
        || table.column(column.column()).map(Column::nullable).orElse(true);
  }

  /**
   * Rows that point to no row. One with a NULL in its key points nowhere, and need not, unless all
   * or none must be NULL.
   *
   * @param referred empty where the table is not there yet: then each row that points is one
   */
  void orphans(ForeignKey key, Optional<TableNow> referred) {
    List<String> joins = new ArrayList<>();
    List<String> present = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean canJoin = true;
    for (int i = 0; i < key.columns().size(); i++) {
      Optional<Column> own = table.column(key.columns().get(i));
      String other = key.referredColumns().get(i);
      if (own.isEmpty()) {
        return;
      }
      String quoted = dialect.identifiers().quote(own.get().name());
      names.add(own.get().name());
      present.add("c." + quoted + " IS NOT NULL");
      Optional<String> there = referred.flatMap(found -> found.quoted(other));
      canJoin &= there.isPresent();
      joins.add("p." + there.orElse("") + " = c." + quoted);
    }
    String points = String.join(key.matchFull() ? " OR " : " AND ", present);
    String condition =
        !canJoin
            ? points
            : (key.matchFull() && present.size() > 1 ? "(" + points + ")" : points)
                + dialect
                    .sql()
                    .format(
                        " AND NOT EXISTS (SELECT 1 FROM $N p WHERE $L)",
                        referred.orElseThrow().name(),
                        String.join(" AND ", joins));
    out.add(
        "Rows of "
            + table.name()
            + " whose "
            + String.join(", ", names)
            + (canJoin
                ? " is in no row of " + referred.orElseThrow().name()
                : " is to point to " + key.referredTable() + ", which has nothing to point to yet"),
        dialect.sql().format("SELECT COUNT(*) FROM $N c WHERE $L", table.name(), condition),
        expected(referred, canJoin));
  }

  private String expected(Optional<TableNow> referred, boolean canJoin) {
    String answer = table.expected(ProbeWriter.NONE);
    if (!answer.equals(ProbeWriter.NONE) || !canJoin) {
      return canJoin ? answer : answer + ", unless rows to point to come in before";
    }
    return referred.orElseThrow().expected(ProbeWriter.NONE);
  }
}
