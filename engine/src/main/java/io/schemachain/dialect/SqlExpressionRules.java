package io.schemachain.dialect;

import io.schemachain.dialect.SqlExpression.Argument;
import io.schemachain.dialect.SqlExpression.Call;
import io.schemachain.dialect.SqlExpression.Case;
import io.schemachain.dialect.SqlExpression.In;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Prefix;
import io.schemachain.dialect.SqlExpression.Suffix;
import io.schemachain.dialect.SqlExpression.Values;
import io.schemachain.dialect.SqlExpression.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What means the same to every database. */
final class SqlExpressionRules {
  private static final Set<String> JUNCTIONS = Set.of("AND", "OR");

  /** What a negated operator is; with NULL both give NULL, or neither does. */
  private static final Map<String, String> NEGATED =
      Map.ofEntries(
          Map.entry("=", "<>"),
          Map.entry("<>", "="),
          Map.entry("<", ">="),
          Map.entry(">=", "<"),
          Map.entry(">", "<="),
          Map.entry("<=", ">"),
          Map.entry("~", "!~"),
          Map.entry("!~", "~"),
          Map.entry("~*", "!~*"),
          Map.entry("!~*", "~*"),
          Map.entry("IS NULL", "IS NOT NULL"),
          Map.entry("IS NOT NULL", "IS NULL"),
          Map.entry("IS TRUE", "IS NOT TRUE"),
          Map.entry("IS NOT TRUE", "IS TRUE"),
          Map.entry("IS FALSE", "IS NOT FALSE"),
          Map.entry("IS NOT FALSE", "IS FALSE"),
          Map.entry("IS UNKNOWN", "IS NOT UNKNOWN"),
          Map.entry("IS NOT UNKNOWN", "IS UNKNOWN"),
          Map.entry("IS DISTINCT FROM", "IS NOT DISTINCT FROM"),
          Map.entry("IS NOT DISTINCT FROM", "IS DISTINCT FROM"));

  private static final Set<String> MATCHES =
      Set.of("LIKE", "ILIKE", "REGEXP", "RLIKE", "GLOB", "MATCH", "SIMILAR TO");

  private SqlExpressionRules() {}

  static SqlExpression apply(SqlExpression expression) {
    if (expression instanceof Prefix prefix) {
      return prefix(prefix);
    }
    if (expression instanceof Infix infix && infix.isOneOf(JUNCTIONS)) {
      return flat(infix);
    }
    if (expression instanceof In in
        && (in.list().size() == 1 || in.list().get(0) instanceof Values)) {
      return spelledOut(in);
    }
    if (expression instanceof Case some && new Word("NULL").equals(some.otherwise())) {
      return new Case(some.operand(), some.branches(), null);
    }
    if (expression instanceof Infix infix
        && infix.operands().size() == 2
        && infix.left() instanceof Values left
        && infix.right() instanceof Values right
        && left.values().size() == right.values().size()) {
      return rows(infix, left, right);
    }
    if (expression instanceof Call call && Set.of("substring", "substr").contains(call.name())) {
      return substring(call);
    }
    return expression;
  }

  private static SqlExpression prefix(Prefix prefix) {
    SqlExpression operand = prefix.operand();
    return switch (prefix.operator()) {
      case "NOT" -> negated(prefix);
      case "+" -> operand;
      case "-" ->
          operand instanceof SqlExpression.Number number && !number.text().startsWith("-")
              ? new SqlExpression.Number("-" + number.text())
              : prefix;
      default -> prefix;
    };
  }

  /** NOT goes inwards until something cannot be said without it. */
  private static SqlExpression negated(Prefix not) {
    SqlExpression operand = not.operand();
    if (operand instanceof Prefix inner && inner.operator().equals("NOT")) {
      return isLogical(inner.operand()) ? inner.operand() : not;
    }
    if (operand instanceof Suffix suffix && NEGATED.containsKey(suffix.operator())) {
      return new Suffix(suffix.operand(), NEGATED.get(suffix.operator()));
    }
    if (operand instanceof In in) {
      return new In(in.operand(), !in.not(), in.list());
    }
    return operand instanceof Infix infix ? negated(infix, not) : not;
  }

  private static SqlExpression negated(Infix infix, Prefix not) {
    String operator = infix.operator();
    if (infix.isOneOf(JUNCTIONS)) {
      List<SqlExpression> operands = new ArrayList<>();
      infix.operands().forEach(operand -> operands.add(new Prefix("NOT", operand)));
      return new Infix(operator.equals("AND") ? "OR" : "AND", operands);
    }
    if (NEGATED.containsKey(operator) && !isQuantified(infix.right())) {
      return new Infix(NEGATED.get(operator), infix.operands());
    }
    if (MATCHES.contains(operator)) {
      return new Infix("NOT " + operator, infix.operands());
    }
    boolean isNegatedMatch = operator.startsWith("NOT ") && MATCHES.contains(operator.substring(4));
    return isNegatedMatch ? new Infix(operator.substring(4), infix.operands()) : not;
  }

  private static boolean isQuantified(SqlExpression operand) {
    return operand instanceof Call call && Set.of("any", "all", "some").contains(call.name());
  }

  /** Whether it gives true, false or NULL and nothing else. */
  static boolean isLogical(SqlExpression expression) {
    return expression instanceof Suffix
        || expression instanceof In
        || (expression instanceof Infix infix
            && (NEGATED.containsKey(infix.operator()) || infix.isOneOf(JUNCTIONS)));
  }

  private static SqlExpression flat(Infix junction) {
    List<SqlExpression> operands = new ArrayList<>();
    for (SqlExpression operand : junction.operands()) {
      if (operand instanceof Infix inner && inner.operator().equals(junction.operator())) {
        operands.addAll(inner.operands());
      } else {
        operands.add(operand);
      }
    }
    return new Infix(junction.operator(), operands);
  }

  /** Whether it is small enough to be there twice: what is nested would grow without bounds. */
  static boolean isRepeatable(SqlExpression expression) {
    return size(expression) <= 50;
  }

  private static int size(SqlExpression expression) {
    int[] size = {1};
    expression.map(
        part -> {
          size[0] += size(part);
          return part;
        });
    return size[0];
  }

  /** IN as comparisons. */
  static SqlExpression spelledOut(In in) {
    if (in.list().size() > 1 && !isRepeatable(in.operand())) {
      return in;
    }
    List<SqlExpression> operands = new ArrayList<>();
    for (SqlExpression value : in.list()) {
      operands.add(new Infix(in.not() ? "<>" : "=", in.operand(), value));
    }
    return operands.size() == 1 ? operands.get(0) : new Infix(in.not() ? "AND" : "OR", operands);
  }

  /** Rows are the same if their values are. */
  private static SqlExpression rows(Infix infix, Values left, Values right) {
    boolean isEqual = infix.operator().equals("=");
    boolean isRow = !left.kind().equals("ARRAY") && !right.kind().equals("ARRAY");
    if (!isRow || !(isEqual || infix.operator().equals("<>")) || left.values().isEmpty()) {
      return infix;
    }
    List<SqlExpression> operands = new ArrayList<>();
    for (int i = 0; i < left.values().size(); i++) {
      operands.add(new Infix(infix.operator(), left.values().get(i), right.values().get(i)));
    }
    return operands.size() == 1 ? operands.get(0) : new Infix(isEqual ? "AND" : "OR", operands);
  }

  /** SUBSTRING (s FROM 1 FOR 2) is SUBSTRING (s, 1, 2). */
  private static SqlExpression substring(Call call) {
    List<String> leads = call.arguments().stream().map(Argument::lead).toList();
    boolean isStandard =
        List.of("", "FROM").equals(leads) || List.of("", "FROM", "FOR").equals(leads);
    return isStandard ? Call.of(call.function().last(), call.values()) : call;
  }
}
