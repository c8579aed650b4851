package io.schemachain.dialect;

import java.util.HashMap;
import java.util.Map;

/** How tightly operators bind: the higher, the tighter. Databases differ in a few of them. */
public final class Precedence {
  public static final int OR = 10;
  static final int XOR = 15;
  public static final int AND = 20;
  static final int NOT = 30;
  static final int IS = 40;
  public static final int COMPARISON = 50;

  /** LIKE, IN and BETWEEN. */
  static final int MATCH = 60;

  /** Operators that no other level names. */
  public static final int OTHER = 70;

  public static final int SUM = 80;
  public static final int PRODUCT = 90;
  public static final int POWER = 100;
  static final int ZONE = 110;
  static final int COLLATE = 120;
  static final int SIGN = 130;

  /** Casts, elements and fields. */
  public static final int TIGHTEST = 140;

  private static final Map<String, Integer> STANDARD = standard();

  private final Map<String, Integer> levels;

  private Precedence(Map<String, Integer> levels) {
    this.levels = levels;
  }

  /** Standard SQL, with the operators of PostgreSQL. */
  public static Precedence standard(Map<String, Integer> departures) {
    Map<String, Integer> levels = new HashMap<>(STANDARD);
    levels.putAll(departures);
    return new Precedence(levels);
  }

  /** -1 for what is no operator between two operands. */
  int of(String operator) {
    return levels.getOrDefault(operator, -1);
  }

  private static Map<String, Integer> standard() {
    Map<String, Integer> levels = new HashMap<>();
    put(levels, OR, "OR");
    put(levels, XOR, "XOR");
    put(levels, AND, "AND");
    put(levels, IS, "IS", "ISNULL", "NOTNULL");
    put(levels, COMPARISON, "=", "==", "<>", "!=", "^=", "<", ">", "<=", ">=", "<=>");
    put(levels, MATCH, "LIKE", "ILIKE", "REGEXP", "RLIKE", "GLOB", "MATCH", "SIMILAR", "IN");
    put(levels, MATCH, "BETWEEN");
    put(levels, OTHER, "||", "&", "|", "#", "<<", ">>", "->", "->>", "#>", "#>>", "#-", "@>", "<@");
    put(levels, OTHER, "?", "?|", "?&", "@@", "@?", "&&", "~", "~*", "!~", "!~*", "~~", "!~~");
    put(levels, OTHER, "~~*", "!~~*", "-|-", "&<", "&>", "^@", "<->", "=>", "OVERLAPS");
    put(levels, SUM, "+", "-");
    put(levels, PRODUCT, "*", "/", "%", "DIV", "MOD");
    put(levels, POWER, "^");
    put(levels, ZONE, "AT");
    put(levels, COLLATE, "COLLATE");
    put(levels, TIGHTEST, "::", "[", ".");
    return Map.copyOf(levels);
  }

  private static void put(Map<String, Integer> levels, int level, String... operators) {
    for (String operator : operators) {
      levels.put(operator, level);
    }
  }
}
