package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An expression as a catalog shows it. Servers keep expressions in words of their own; a simple one
 * comes back as it was written, but for blanks, parentheses, the quotation marks of names and the
 * case of words. So these are taken out of both texts before they are compared.
 *
 * @param text what is left
 * @param hasStrings whether there are strings in it, of which the case matters
 */
public record ShownExpression(String text, boolean hasStrings) {
  /** Between numbers, names and strings. */
  private static final Set<String> SYMBOLS =
      Set.of("=", "<", ">", "(", ")", ",", "+", "-", "*", "/");

  public ShownExpression {
    requireNonNull(text, "text");
  }

  /**
   * Which expressions a database shows as they were written.
   *
   * @param lexis of the database
   * @param words operators in upper case, beside AND, OR, IS, NULL and NOT behind IS
   * @param functions in upper case
   * @param lowerCase whether both are shown in lower case; else in upper case
   * @param marks characters that are taken out of both texts
   */
  public record Rules(
      SqlLexis lexis, Set<String> words, Set<String> functions, boolean lowerCase, String marks) {
    public Rules {
      requireNonNull(lexis, "lexis");
      words = Set.copyOf(words);
      functions = Set.copyOf(functions);
    }
  }

  /**
   * @param columns of the table
   * @return empty where the database may show the expression in other words
   */
  public static Optional<ShownExpression> of(String sql, List<String> columns, Rules rules) {
    List<SqlToken> tokens;
    try {
      tokens = SqlScanner.code(sql, rules.lexis());
    } catch (SqlSyntaxException e) {
      return Optional.empty(); // Refused where it is written.
    }
    StringBuilder text = new StringBuilder();
    boolean hasStrings = false;
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      String written = sql.substring(token.start(), token.end());
      boolean known =
          switch (token.kind()) {
            case WORD -> isKnown(tokens, i, columns, rules);
            case NAME -> Names.contains(columns, inner(written));
            case STRING -> isPlainString(written);
            default -> written.equals(".") ? isInNumber(tokens, i) : SYMBOLS.contains(written);
          };
      if (!known) {
        return Optional.empty();
      }
      hasStrings |= token.kind() == SqlToken.Kind.STRING;
      text.append(
          switch (token.kind()) {
            case NAME -> inner(written);
            case WORD -> isColumn(tokens, i, columns) ? written : inCase(written, rules);
            default -> written;
          });
    }
    return Optional.of(new ShownExpression(without(text, rules.marks()), hasStrings));
  }

  private static String inCase(String word, Rules rules) {
    return rules.lowerCase() ? word.toLowerCase(Locale.ROOT) : word.toUpperCase(Locale.ROOT);
  }

  private static String inner(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String without(CharSequence text, String marks) {
    StringBuilder left = new StringBuilder();
    text.chars().filter(c -> marks.indexOf(c) < 0).forEach(c -> left.append((char) c));
    return left.toString();
  }

  private static boolean isPlainString(String written) {
    String inner = inner(written);
    return written.startsWith("'") && inner.indexOf('\'') < 0 && inner.indexOf('\\') < 0;
  }

  private static boolean isKnown(List<SqlToken> tokens, int at, List<String> columns, Rules rules) {
    String word = tokens.get(at).text();
    if (Character.isDigit(word.charAt(0))) {
      return isNumber(tokens, at);
    }
    String before = at == 0 ? "" : tokens.get(at - 1).text();
    return switch (word) {
      case "AND", "OR" -> true;
      case "IS" -> at + 1 < tokens.size() && isNull(tokens, at + 1);
      case "NOT", "NULL" -> before.equals("IS") || before.equals("NOT");
      case "IN" -> rules.words().contains(word) && isListOfSeveral(tokens, at + 1);
      default ->
          isColumn(tokens, at, columns)
              || rules.words().contains(word)
              || (isCall(tokens, at) && rules.functions().contains(word));
    };
  }

  private static boolean isCall(List<SqlToken> tokens, int at) {
    return at + 1 < tokens.size() && tokens.get(at + 1).isSymbol("(");
  }

  private static boolean isColumn(List<SqlToken> tokens, int at, List<String> columns) {
    return !isCall(tokens, at) && Names.contains(columns, tokens.get(at).text());
  }

  private static boolean isNumber(List<SqlToken> tokens, int at) {
    return at >= 0
        && at < tokens.size()
        && tokens.get(at).isWord()
        && tokens.get(at).text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isInNumber(List<SqlToken> tokens, int point) {
    return isNumber(tokens, point - 1) && isNumber(tokens, point + 1);
  }

  private static boolean isNull(List<SqlToken> tokens, int at) {
    int next = tokens.get(at).isWord("NOT") ? at + 1 : at;
    return next < tokens.size() && tokens.get(next).isWord("NULL");
  }

  /** One value alone may be shown as an equation. */
  private static boolean isListOfSeveral(List<SqlToken> tokens, int open) {
    for (int i = open; i < tokens.size() && !tokens.get(i).isSymbol(")"); i++) {
      if (tokens.get(i).isSymbol(",")) {
        return true;
      }
    }
    return false;
  }

  /** In lower case where the case means nothing. */
  public String compared() {
    return hasStrings ? text : text.toLowerCase(Locale.ROOT);
  }
}
