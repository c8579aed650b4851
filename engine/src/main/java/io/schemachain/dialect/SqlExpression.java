package io.schemachain.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an SQL expression is made of, without parentheses, white space and spelling. Names are as
 * the catalog spells them, or in lower case where the database does not tell cases apart.
 */
public sealed interface SqlExpression {
  /** The same with other parts; itself where nothing is in it. */
  default SqlExpression map(UnaryOperator<SqlExpression> change) {
    return this;
  }

  /** A column, or whatever else a name without arguments stands for; with its qualifiers. */
  record Name(List<String> parts) implements SqlExpression {
    public Name {
      parts = List.copyOf(parts);
    }

    /** A name without qualifiers. */
    public Name(String name) {
      this(List.of(name));
    }

    public String last() {
      return parts.get(parts.size() - 1);
    }
  }

  /**
   * A string constant.
   *
   * @param prefix what stands in front of the quotation mark, as {@code n} or {@code _latin1}, in
   *     lower case; empty for nothing
   * @param value without quotation marks and escapes
   */
  record Text(String prefix, String value) implements SqlExpression {
    public Text(String value) {
      this("", value);
    }
  }

  /** A number as it is written, with its sign if it is negative. */
  record Number(String text) implements SqlExpression {}

  /** A word that stands for a value, as NULL or CURRENT_TIMESTAMP, in upper case. */
  record Word(String word) implements SqlExpression {}

  /** NOT, or a sign. */
  record Prefix(String operator, SqlExpression operand) implements SqlExpression {
    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new Prefix(operator, change.apply(operand));
    }
  }

  /** IS NULL and its like. */
  record Suffix(SqlExpression operand, String operator) implements SqlExpression {
    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new Suffix(change.apply(operand), operator);
    }
  }

  /**
   * Two operands; three for LIKE with ESCAPE; two or more for AND and OR.
   *
   * @param operator in upper case
   */
  record Infix(String operator, List<SqlExpression> operands) implements SqlExpression {
    public Infix {
      operands = List.copyOf(operands);
    }

    public Infix(String operator, SqlExpression left, SqlExpression right) {
      this(operator, List.of(left, right));
    }

    public SqlExpression left() {
      return operands.get(0);
    }

    public SqlExpression right() {
      return operands.get(1);
    }

    public boolean isOneOf(Set<String> operators) {
      return operators.contains(operator);
    }

    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new Infix(operator, each(operands, change));
    }
  }

  /** IN a list. */
  record In(SqlExpression operand, boolean not, List<SqlExpression> list) implements SqlExpression {
    public In {
      list = List.copyOf(list);
    }

    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new In(change.apply(operand), not, each(list, change));
    }
  }

  /**
   * CASE.
   *
   * @param operand what is compared; null for a condition in each WHEN
   * @param branches WHEN and THEN by turns
   */
  record Case(
      @Nullable SqlExpression operand,
      List<SqlExpression> branches,
      @Nullable SqlExpression otherwise)
      implements SqlExpression {
    public Case {
      branches = List.copyOf(branches);
    }

    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new Case(
          operand == null ? null : change.apply(operand),
          each(branches, change),
          otherwise == null ? null : change.apply(otherwise));
    }
  }

  /**
   * CAST, {@code ::}, or a constant with its type in front.
   *
   * @param type in lower case, without needless blanks
   */
  record Cast(SqlExpression operand, String type) implements SqlExpression {
    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new Cast(change.apply(operand), type);
    }
  }

  /** INTERVAL with a unit, in upper case, behind it. */
  record Interval(SqlExpression operand, String unit) implements SqlExpression {
    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new Interval(change.apply(operand), unit);
    }
  }

  /** A function. */
  record Call(Name function, List<Argument> arguments) implements SqlExpression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** A function without qualifiers, its arguments divided by commas. */
    public static Call of(String name, List<SqlExpression> arguments) {
      List<Argument> list = new ArrayList<>(arguments.size());
      for (SqlExpression argument : arguments) {
        list.add(new Argument(list.isEmpty() ? "" : ",", argument));
      }
      return new Call(new Name(name), list);
    }

    /** The name of the function in lower case; empty where it is qualified. */
    public String name() {
      return function.parts().size() == 1 ? function.last().toLowerCase(Locale.ROOT) : "";
    }

    /** Whether it is a function of that name, in lower case, with so many plain arguments. */
    public boolean is(String name, int count) {
      return name().equals(name) && arguments.size() == count && isPlain();
    }

    /** Whether nothing but commas divides the arguments. */
    public boolean isPlain() {
      for (int i = 0; i < arguments.size(); i++) {
        if (!arguments.get(i).lead().equals(i == 0 ? "" : ",")) {
          return false;
        }
      }
      return true;
    }

    public SqlExpression argument(int index) {
      return arguments.get(index).value();
    }

    /** The values of all arguments. */
    public List<SqlExpression> values() {
      return arguments.stream().map(Argument::value).toList();
    }

    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      List<Argument> changed = new ArrayList<>(arguments.size());
      for (Argument argument : arguments) {
        changed.add(new Argument(argument.lead(), change.apply(argument.value())));
      }
      return new Call(function, changed);
    }
  }

  /**
   * One argument.
   *
   * @param lead what divides it from the one before: a comma or words as FROM, in upper case; what
   *     stands in front of the first, as DISTINCT, or nothing
   */
  record Argument(String lead, SqlExpression value) {}

  /**
   * Several values.
   *
   * @param kind ARRAY, ROW, or nothing for a list in parentheses
   */
  record Values(String kind, List<SqlExpression> values) implements SqlExpression {
    public Values {
      values = List.copyOf(values);
    }

    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new Values(kind, each(values, change));
    }
  }

  /** An element of an array; a slice has two indexes. */
  record Element(SqlExpression array, List<SqlExpression> indexes) implements SqlExpression {
    public Element {
      indexes = List.copyOf(indexes);
    }

    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new Element(change.apply(array), each(indexes, change));
    }
  }

  /** A field of a composite value. */
  record Field(SqlExpression value, String name) implements SqlExpression {
    @Override
    public SqlExpression map(UnaryOperator<SqlExpression> change) {
      return new Field(change.apply(value), name);
    }
  }

  private static List<SqlExpression> each(
      List<SqlExpression> list, UnaryOperator<SqlExpression> change) {
    List<SqlExpression> changed = new ArrayList<>(list.size());
    for (SqlExpression element : list) {
      changed.add(change.apply(element));
    }
    return changed;
  }
}
