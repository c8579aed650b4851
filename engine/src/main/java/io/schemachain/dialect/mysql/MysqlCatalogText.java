package io.schemachain.dialect.mysql;

import io.schemachain.dialect.Identifiers;
import java.util.ArrayList;
import java.util.List;

/** Expressions, lists and names as the catalog prints them. */
final class MysqlCatalogText {
  private static final String INTRODUCER = "_utf8mb4'";

  private MysqlCatalogText() {}

  /** What a text was before it was written within a string constant. */
  static String unescaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        out.append(meant(text.charAt(i)));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static char meant(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '0' -> '\0';
      case 'Z' -> '\u001a';
      default -> escaped;
    };
  }

  /** Whether it is one string constant and nothing else. */
  static boolean isString(String sql) {
    return sql.startsWith("'") && endOfQuoted(sql, 0) == sql.length();
  }

  /** The value of a string constant. */
  static String string(String constant) {
    return unescaped(constant.substring(1, constant.length() - 1).replace("''", "\\'"));
  }

  /**
   * An expression as people write it: names in quotes only where they need them, no parentheses
   * around the whole, no {@code _utf8mb4} before a string, which is the character set of the
   * session anyway, and no schema of the session before a name.
   */
  static String expression(String printed, String schema, MysqlDialect dialect) {
    Identifiers identifiers = dialect.identifiers();
    String qualifier = identifiers.alwaysQuote(schema) + ".";
    StringBuilder out = new StringBuilder(printed.length());
    for (int i = 0; i < printed.length(); ) {
      char c = printed.charAt(i);
      if (c == '\'') {
        int end = endOfQuoted(printed, i);
        out.append(dialect.literals().string(string(printed.substring(i, end))));
        i = end;
      } else if (printed.startsWith(qualifier, i)) {
        i += qualifier.length();
      } else if (c == '`') {
        int end = endOfQuoted(printed, i);
        out.append(identifiers.quote(name(printed.substring(i, end))));
        i = end;
      } else if (printed.startsWith(INTRODUCER, i) && !endsWithWord(out)) {
        int start = i + INTRODUCER.length() - 1;
        int end = endOfQuoted(printed, start);
        out.append(
            dialect
                .literals()
                .string(MysqlStrings.decodedTwice(string(printed.substring(start, end)))));
        i = end;
      } else {
        out.append(c);
        i++;
      }
    }
    return withoutParentheses(out.toString().strip());
  }

  private static boolean endsWithWord(StringBuilder text) {
    return text.length() > 0 && Character.isJavaIdentifierPart(text.charAt(text.length() - 1));
  }

  /** A name without its quotes. */
  private static String name(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replace("``", "`");
  }

  /** The offset behind a quoted text that begins at an offset, or the end. */
  private static int endOfQuoted(String text, int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '`') {
        i++;
      } else if (c == quote) {
        if (i + 1 >= text.length() || text.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      }
    }
    return text.length();
  }

  /** The same without the pairs of parentheses that hold all of it. */
  static String withoutParentheses(String sql) {
    String inner = sql.strip();
    while (inner.startsWith("(") && closing(inner) == inner.length() - 1) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    return inner;
  }

  /** Where the parenthesis that the text begins with is closed; -1 if it is not. */
  private static int closing(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"' || c == '`') {
        i = endOfQuoted(text, i) - 1;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The elements between commas that stand in no quotes and no parentheses. */
  static List<String> elements(String list) {
    List<String> elements = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '\'' || c == '`' || c == '"') {
        i = endOfQuoted(list, i) - 1;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        elements.add(list.substring(start, i).strip());
        start = i + 1;
      }
    }
    elements.add(list.substring(start).strip());
    return elements;
  }

  /** The names of a list of quoted ones. */
  static List<String> names(String list) {
    return elements(list).stream()
        .map(element -> element.startsWith("`") ? name(element) : element)
        .toList();
  }
}
