package io.schemachain.dialect;

import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.NullsOrder;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Indexes, by themselves or, on MySQL, in their table. */
final class DefinitionIndexes {
  private static final Set<String> BEHIND_EXPRESSION = Set.of("ASC", "DESC", "NULLS");

  private final SqlWords words;
  private final DefinitionContext context;
  private final DefinitionConstraints constraints;

  DefinitionIndexes(SqlWords words, DefinitionContext context, DefinitionConstraints constraints) {
    this.words = words;
    this.context = context;
    this.constraints = constraints;
  }

  /** Whether a key of MySQL comes next, in a table. */
  boolean isKeyNext() {
    return context.isMysql()
        && (words.isNext("KEY")
            || words.isNext("INDEX")
            || words.isNext("UNIQUE")
            || words.isNext("FULLTEXT")
            || words.isNext("SPATIAL"));
  }

  /** {@code UNIQUE KEY name (…)} and the like. */
  Table takeKey(Table table) {
    boolean unique = words.takeIf("UNIQUE");
    boolean keyword = words.takeIf("KEY") || words.takeIf("INDEX");
    if (!unique && !keyword) {
      throw new NotUnderstoodException(
          "Such an index is written in a model file in YAML, with its `options`.");
    }
    String name = words.isNext("(") || words.isNext("USING") ? null : context.simpleName(words);
    words.takeIf("USING BTREE");
    List<IndexPart> parts = parts();
    words.takeIf("USING BTREE");
    if (words.isNext("COMMENT")) {
      throw new NotUnderstoodException(
          "The comment of an index is written in a model file in YAML, with its `options`.");
    }
    Index index = new Index("-", parts, unique, null);
    if (unique && index.isPlain()) {
      return table.plus(constraints.unique(name, index.columns(), false));
    }
    String named = constraints.named(name, ObjectKind.INDEX, index.columns(), null);
    return table.plus(index.withName(named));
  }

  /** What stands behind ON and the table. */
  Index take(String name, boolean unique) {
    String using = words.takeIf("USING") ? words.takeOne() : null;
    List<IndexPart> parts = parts();
    using = using == null && words.takeIf("USING") ? words.takeOne() : using;
    List<String> include = words.takeIf("INCLUDE") ? constraints.columns() : List.of();
    boolean notDistinct = words.takeIf("NULLS NOT DISTINCT") || (unique && context.isTransactSql());
    String where = words.takeIf("WHERE") ? context.text(words.takeRest()) : null;
    return new Index(
        name, parts, unique, where, method(using), include, notDistinct, Options.none());
  }

  /** Null for the one that all databases take without a word. */
  private static @Nullable String method(@Nullable String using) {
    String method = using == null ? "btree" : using.toLowerCase(Locale.ROOT);
    return method.equals("btree") ? null : method;
  }

  private List<IndexPart> parts() {
    List<IndexPart> parts = new ArrayList<>();
    words.take("(");
    do {
      parts.add(part());
    } while (words.takeIf(","));
    words.take(")");
    return parts;
  }

  private IndexPart part() {
    if (words.isNext("(")) {
      return ordered(new IndexPart.ExpressionPart(context.text(words.takeEnclosed()), false));
    }
    String first = words.takeOne();
    if (words.isNext("(")) {
      String inner = words.takeEnclosed();
      if (context.isMysql() && inner.matches("[0-9]{1,8}")) {
        return ordered(
            new IndexPart.ColumnPart(
                constraints.column(first), Integer.valueOf(inner), IndexPart.Options.DEFAULT));
      }
      String rest = isPartEnd() ? "" : " " + words.takeExpression(BEHIND_EXPRESSION);
      return ordered(
          new IndexPart.ExpressionPart(context.text(first + "(" + inner + ")" + rest), false));
    }
    return ordered(IndexPart.column(constraints.column(first)));
  }

  private boolean isPartEnd() {
    return words.isNext(",")
        || words.isNext(")")
        || BEHIND_EXPRESSION.contains(words.peekOne().toUpperCase(Locale.ROOT));
  }

  private IndexPart ordered(IndexPart part) {
    String collation = null;
    if (words.takeIf("COLLATE")) {
      collation = context.written(words).name();
    }
    String operatorClass = null;
    if (context.isPostgresql() && !isPartEnd()) {
      operatorClass = context.text(words.takeExpression(BEHIND_EXPRESSION));
    }
    boolean descending = words.takeIf("DESC");
    if (!descending) {
      words.takeIf("ASC");
    }
    NullsOrder nulls = null;
    if (words.takeIf("NULLS FIRST")) {
      nulls = NullsOrder.FIRST;
    } else if (words.takeIf("NULLS LAST")) {
      nulls = NullsOrder.LAST;
    }
    return part.withOptions(new IndexPart.Options(descending, nulls, collation, operatorClass));
  }
}
