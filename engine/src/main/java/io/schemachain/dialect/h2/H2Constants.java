package io.schemachain.dialect.h2;

import io.schemachain.dialect.SqlExpression;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Text;

/** What H2 makes of an operator between two constants, before it keeps the expression. */
final class H2Constants {
  private H2Constants() {}

  /** One constant where that is surely what H2 has, else the expression itself. */
  static SqlExpression folded(Infix infix) {
    if (infix.operands().size() != 2) {
      return infix;
    }
    if (infix.left() instanceof Text left && infix.right() instanceof Text right) {
      boolean plain = left.prefix().isEmpty() && right.prefix().isEmpty();
      return plain && infix.operator().equals("||")
          ? new Text(left.value() + right.value())
          : infix;
    }
    return infix.left() instanceof SqlExpression.Number left
            && infix.right() instanceof SqlExpression.Number right
            && isSmall(left)
            && isSmall(right)
        ? folded(infix, Long.parseLong(left.text()), Long.parseLong(right.text()))
        : infix;
  }

  /** Whole numbers, which no operator makes too large for 64 bits. */
  private static boolean isSmall(SqlExpression.Number number) {
    return number.text().matches("-?[0-9]{1,9}");
  }

  private static SqlExpression folded(Infix infix, long left, long right) {
    return switch (infix.operator()) {
      case "+" -> number(left + right);
      case "-" -> number(left - right);
      case "*" -> number(left * right);
      case "/" -> right == 0 ? infix : number(left / right);
      default -> infix;
    };
  }

  private static SqlExpression number(long value) {
    return new SqlExpression.Number(Long.toString(value));
  }
}
