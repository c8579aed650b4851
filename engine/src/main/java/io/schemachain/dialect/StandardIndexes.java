package io.schemachain.dialect;

import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.NullsOrder;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses of indexes. Names no database; a dialect overrides the part that differs. */
abstract class StandardIndexes extends StandardColumns {
  StandardIndexes(Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  protected final String createIndex(TableName table, Index index) {
    return createIndex(table, index, "");
  }

  /**
   * @param option what stands between INDEX and the name, with a space behind it
   */
  protected String createIndex(TableName table, Index index, String option) {
    return sql(
        "CREATE $LINDEX $L$N ON $N$L ($L)$L$L$L$L",
        indexKind(index),
        option,
        index.name(),
        table,
        index.using() == null ? "" : indexMethod(index.using()),
        indexParts(index),
        index.include().isEmpty() ? "" : include(index),
        nulls(index.nullsNotDistinct(), index.name()),
        indexOptions(index),
        index.where() == null ? "" : " WHERE " + indexPredicate(written(index.where())));
  }

  /** What stands before INDEX, with a space behind it. */
  protected String indexKind(Index index) {
    return index.unique() ? "UNIQUE " : "";
  }

  /** What stands behind the columns of an index, with a space before it. */
  protected String indexOptions(Index index) {
    return new OptionTable("an index").of(index.options(), dialect()).behind("");
  }

  /** With a space before it; every database's own kind of index is a B-tree. */
  protected String indexMethod(String method) {
    if (!method.equals("btree")) {
      throw dialect().unsupported("indexes of the method " + method, "Leave out `using`.");
    }
    return "";
  }

  /** With a space before it. */
  protected String include(Index index) {
    throw dialect()
        .unsupported(
            "columns beside the key of an index, as in " + index.name(),
            index.unique()
                ? "Leave out `include`."
                : "Leave out `include`, or add them behind the others of `columns`.");
  }

  protected String indexPredicate(String where) {
    return where;
  }

  /** What stands between the parentheses of an index. */
  protected final String indexParts(Index index) {
    List<String> parts = new ArrayList<>(index.parts().size());
    for (IndexPart part : index.parts()) {
      parts.add(indexPart(part));
    }
    return String.join(", ", parts);
  }

  protected String indexPart(IndexPart part) {
    IndexPart.Options options = part.options();
    return indexKey(part)
        + (options.collation() == null ? "" : " " + indexCollation(options.collation()))
        + (options.operatorClass() == null ? "" : " " + operatorClass(options.operatorClass()))
        + (part.descending() ? " DESC" : "")
        + (options.nulls() == null ? "" : nulls(options.nulls(), part.descending()));
  }

  private String indexKey(IndexPart part) {
    if (part instanceof IndexPart.ExpressionPart expression) {
      return indexExpression(written(expression.sql()));
    }
    IndexPart.ColumnPart column = (IndexPart.ColumnPart) part;
    Integer length = column.length();
    return sql("$N", column.column()) + (length == null ? "" : prefix(column.column(), length));
  }

  /** The first characters of a column, behind its name. */
  protected String prefix(String column, int length) {
    throw dialect()
        .unsupported(
            "an index of the first " + length + " characters of " + column,
            "Leave out `length`, or index an expression or a computed column.");
  }

  protected String indexCollation(String collation) {
    throw dialect()
        .unsupported(
            "a collation of an index column, such as " + collation, "Leave out `collation`.");
  }

  protected String operatorClass(String operatorClass) {
    throw dialect()
        .unsupported("operator classes, such as " + operatorClass, "Leave out `operator_class`.");
  }

  /** With a space before it; nothing where NULL stands there by itself. */
  protected String nulls(NullsOrder order, boolean descending) {
    if ((order == NullsOrder.FIRST) != (nullIsSmallest() != descending)) {
      throw dialect()
          .unsupported(
              "NULLS "
                  + order
                  + " in an index that is "
                  + (descending ? "descending" : "ascending"),
              "Leave out `nulls`.");
    }
    return "";
  }

  /** Whether NULL stands before all values where the order is ascending. */
  protected boolean nullIsSmallest() {
    return true;
  }

  protected String indexExpression(String expression) {
    return "(" + expression + ")";
  }

  /** What follows UNIQUE, with a space before it. */
  protected String nulls(boolean notDistinct, String name) {
    if (notDistinct) {
      throw dialect()
          .unsupported(
              "a unique key in which NULL is a value like others, as in " + name,
              "Leave out `nulls_not_distinct`, or make the columns not nullable.");
    }
    return "";
  }

  /** A referential action with a space before it, nothing when there is none. */
  protected String action(String event, @Nullable ReferentialAction action) {
    return action == null ? "" : " " + event + " " + action.sql();
  }
}
