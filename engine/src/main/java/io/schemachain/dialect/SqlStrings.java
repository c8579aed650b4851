package io.schemachain.dialect;

import io.schemachain.dialect.SqlLexis.Trait;

/** What stands between quotation marks. */
final class SqlStrings {
  private SqlStrings() {}

  /** A name without its quotation marks. */
  static String name(String raw) {
    String close = raw.charAt(0) == '[' ? "]" : raw.substring(0, 1);
    return raw.substring(1, raw.length() - 1).replace(close + close, close);
  }

  /**
   * The value of a string constant in any of the ways to write one.
   *
   * @throws NotUnderstoodException if an escape is not known
   */
  static String value(String raw, SqlLexis lexis) {
    char first = raw.charAt(0);
    return switch (first) {
      case '\'', '"' -> {
        String inner = raw.substring(1, raw.length() - 1);
        yield lexis.has(Trait.BACKSLASH_ESCAPES)
            ? unescaped(inner, first, false)
            : inner.replace("" + first + first, "" + first);
      }
      case '$' -> {
        int tag = raw.indexOf('$', 1) + 1;
        yield raw.substring(tag, raw.length() - tag);
      }
      case 'E', 'e' -> unescaped(raw.substring(2, raw.length() - 1), '\'', true);
      default -> throw new NotUnderstoodException();
    };
  }

  /** A constant of that value. */
  static String constant(String value, SqlLexis lexis) {
    String escaped = lexis.has(Trait.BACKSLASH_ESCAPES) ? value.replace("\\", "\\\\") : value;
    return "'" + escaped.replace("'", "''") + "'";
  }

  private static String unescaped(String inner, char quote, boolean isC) {
    StringBuilder out = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == quote) {
        i++;
      } else if (c == '\\') {
        i++;
        c = inner.charAt(i);
        if (isC && (Character.isDigit(c) || c == 'x' || c == 'u' || c == 'U')) {
          throw new NotUnderstoodException();
        }
        // MySQL keeps the backslash in front of the wildcards of LIKE.
        if (!isC && (c == '%' || c == '_')) {
          out.append('\\');
        }
        c = escape(c, isC);
      }
      out.append(c);
    }
    return out.toString();
  }

  private static char escape(char c, boolean isC) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> isC ? '\f' : 'f';
      case '0' -> isC ? '0' : '\0';
      case 'Z' -> isC ? 'Z' : '\u001a';
      default -> c;
    };
  }
}
