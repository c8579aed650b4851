package io.schemachain.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A tree of operators and operands.
 *
 * @param text the operator, or what has no parts
 * @param level how tightly the operator binds in every database
 */
record RandomExpression(String text, int level, List<RandomExpression> parts) {
  /** What expressions are made of, for texts that are none. */
  static final List<String> WORDS =
      List.of(
          "a",
          "\"A\"",
          "`b`",
          "[c]",
          "1",
          "1.5",
          ".5",
          "1e3",
          "'x'",
          "'it''s'",
          "N'x'",
          "E'\\n'",
          "$$d$$",
          "(",
          ")",
          "(",
          ")",
          ",",
          ".",
          "::",
          "int",
          "+",
          "-",
          "*",
          "/",
          "||",
          "<",
          ">",
          "=",
          "<>",
          "!=",
          "!",
          "~",
          "@",
          "&&",
          "[",
          "]",
          "?",
          ":",
          "AND",
          "OR",
          "NOT",
          "IS",
          "NULL",
          "IN",
          "LIKE",
          "BETWEEN",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "CAST",
          "AS",
          "COLLATE",
          "INTERVAL",
          "DAY",
          "ARRAY",
          "ROW",
          "DATE",
          "TIMESTAMP",
          "trim",
          "extract",
          "FROM",
          "substring",
          "any",
          "now",
          "DISTINCT",
          "\\",
          "\\'",
          "_utf8mb4",
          "X'41'",
          "b'1'",
          "%",
          "^",
          "ESCAPE",
          "TRUE",
          "FALSE",
          "AT TIME ZONE",
          "convert",
          "if",
          "position",
          "NEXT VALUE FOR",
          "/*",
          "*/",
          "--",
          "\n",
          "0",
          "BINARY",
          "mod",
          "ISNULL",
          "date_add",
          "similar_to_escape");

  private static final int ATOM = 9;

  static RandomExpression condition(Random random, int depth) {
    int choice = depth == 0 ? 5 : random.nextInt(8);
    return switch (choice) {
      case 0, 1 -> of("OR", 1, condition(random, depth - 1), condition(random, depth - 1));
      case 2, 3 -> of("AND", 2, condition(random, depth - 1), condition(random, depth - 1));
      case 4 -> of("NOT", 3, condition(random, depth - 1));
      default -> {
        List<String> operators = List.of("=", "<>", "<", ">", "<=", ">=");
        String operator = operators.get(random.nextInt(operators.size()));
        yield of(operator, 4, value(random, depth), value(random, depth));
      }
    };
  }

  private static RandomExpression value(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      List<String> atoms = List.of("a", "b", "n", "1", "2.50", "'x'", "coalesce(a, 0)");
      return of(atoms.get(random.nextInt(atoms.size())), ATOM);
    }
    boolean isSum = random.nextBoolean();
    String operator = isSum ? random.nextBoolean() ? "+" : "-" : random.nextBoolean() ? "*" : "/";
    return of(operator, isSum ? 5 : 6, value(random, depth - 1), value(random, depth - 1));
  }

  private static RandomExpression of(String text, int level, RandomExpression... parts) {
    return new RandomExpression(text, level, List.of(parts));
  }

  /**
   * @param parentheses how often there are some where none are needed
   */
  String print(Random random, double parentheses) {
    if (parts.isEmpty()) {
      return within(text, random, parentheses);
    }
    String operator = random.nextBoolean() ? text : text.toLowerCase(Locale.ROOT);
    if (parts.size() == 1) {
      return within(operator + " " + operand(0, random, parentheses), random, parentheses);
    }
    String printed =
        List.of(0, 1).stream()
            .map(i -> operand(i, random, parentheses))
            .collect(Collectors.joining(" " + operator + (random.nextBoolean() ? " " : "\n  ")));
    return within(printed, random, parentheses);
  }

  private String operand(int index, Random random, double parentheses) {
    RandomExpression part = parts.get(index);
    // Comparisons of comparisons are not made, and what stands at the left is done first.
    boolean isNeeded = part.level < level || (part.level == level && index == 1);
    String printed = part.print(random, parentheses);
    return isNeeded ? "(" + printed + ")" : printed;
  }

  private static String within(String sql, Random random, double parentheses) {
    return random.nextDouble() < parentheses ? "(" + sql + ")" : sql;
  }
}
