package io.schemachain.review.output;

import io.schemachain.dialect.SqlLexis;
import io.schemachain.dialect.SqlPart;
import io.schemachain.picture.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code as HTML: its colours are spans that are written, and not found out by a script. */
final class CodeHtml {
  private static final Pattern TURNING =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern DOLLARS = Pattern.compile("(\\$[^$]*\\$)(.*)\\1", Pattern.DOTALL);

  private CodeHtml() {}

  /**
   * Several lines. What has no place in XML becomes U+FFFD, and what would turn the reading
   * direction, or cannot be seen, is named.
   */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    StringBuilder plain = new StringBuilder();
    String lines = text.replace("\r\n", "\n");
    lines
        .codePoints()
        .forEach(
            c -> {
              boolean unseen = Character.getType(c) == Character.FORMAT;
              if (c == '\n' || c == '\t' || unseen) {
                out.append(Text.xml(plain.toString()));
                plain.setLength(0);
                out.append(unseen ? unseen(c) : Character.toString(c));
              } else {
                plain.appendCodePoint(c);
              }
            });
    return out.append(Text.xml(plain.toString())).toString();
  }

  /** One line of words, in which joiners have their place; what turns the direction is named. */
  static String words(String text) {
    return TURNING
        .matcher(Text.xml(text))
        .replaceAll(turning -> unseen(turning.group().codePointAt(0)));
  }

  private static String unseen(int c) {
    return "<span class=\"x\">[U+%04X]</span>".formatted(c);
  }

  static String sql(String sql, SqlLexis lexis) {
    StringBuilder out = new StringBuilder(sql.length() * 2);
    sql(out, sql, lexis);
    return out.toString();
  }

  private static void sql(StringBuilder out, String sql, SqlLexis lexis) {
    for (SqlPart part : SqlPart.of(sql, lexis)) {
      switch (part.kind()) {
        case KEYWORD -> span(out, "k", part.text());
        case STRING -> string(out, part.text(), lexis);
        case COMMENT -> span(out, "c", part.text());
        case OTHER -> out.append(text(part.text()));
      }
    }
  }

  /** What stands between dollars is most often a program. */
  private static void string(StringBuilder out, String string, SqlLexis lexis) {
    Matcher dollars = DOLLARS.matcher(string);
    if (dollars.matches()) {
      span(out, "t", dollars.group(1));
      sql(out, dollars.group(2), lexis);
      span(out, "t", dollars.group(1));
    } else {
      span(out, "t", string);
    }
  }

  static String yaml(String yaml) {
    StringBuilder out = new StringBuilder(yaml.length() * 2);
    int block = -1; // The indentation of a key whose value is a block of text.
    boolean first = true;
    for (String line : yaml.replace("\r\n", "\n").split("\n", -1)) {
      out.append(first ? "" : "\n");
      first = false;
      int indent = line.length() - line.stripLeading().length();
      if (block >= 0 && (line.isBlank() || indent > block)) {
        span(out, "t", line);
        continue;
      }
      yamlLine(out, line);
      block = line.matches(".*[:\\-]\\s+[|>][-+0-9]*\\s*(#.*)?") ? indent : -1;
    }
    return out.toString();
  }

  /** As far as a line tells it: a text of several lines in quotation marks stays as it is. */
  private static void yamlLine(StringBuilder out, String line) {
    int plain = 0;
    int depth = 0; // Of brackets.
    boolean begins = true; // Whether a key or a value may begin here.
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      int end = at + 1;
      String style = "";
      boolean next = begins;
      if (c == '#' && (at == 0 || line.charAt(at - 1) == ' ')) {
        end = line.length();
        style = "c";
      } else if (begins && (c == '"' || c == '\'')) {
        end = closing(line, at);
        style = "t";
        next = false;
      } else if (begins && isWord(c)) {
        end = word(line, at);
        next = isKey(line, end);
        style = next ? "k" : "";
      } else if (begins && (c == '{' || c == '[')) {
        depth++;
      } else if (c == ',' && depth > 0) {
        next = true;
      } else if (c == ':' && after(line, end).isBlank()) {
        next = begins || depth > 0 || plain == at;
      } else if (c != ' ' && !(c == '-' && begins && after(line, end).isBlank())) {
        next = false;
        depth -= depth > 0 && (c == '}' || c == ']') ? 1 : 0;
      }
      if (!style.isEmpty()) {
        out.append(text(line.substring(plain, at)));
        span(out, style, line.substring(at, end));
        plain = end;
      }
      begins = next;
      at = end;
    }
    out.append(text(line.substring(plain)));
  }

  private static boolean isKey(String line, int end) {
    return line.startsWith(":", end) && after(line, end + 1).isBlank();
  }

  /** The character there, or nothing at the end. */
  private static String after(String line, int at) {
    return at < line.length() ? line.substring(at, at + 1) : "";
  }

  private static int word(String line, int start) {
    int end = start;
    while (end < line.length() && isWord(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private static int closing(String line, int open) {
    char quote = line.charAt(open);
    for (int at = open + 1; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '\\' && quote == '"') {
        at++;
      } else if (c == quote) {
        if (at + 1 < line.length() && line.charAt(at + 1) == quote && quote == '\'') {
          at++;
        } else {
          return at + 1;
        }
      }
    }
    return line.length();
  }

  private static void span(StringBuilder out, String style, String text) {
    if (!text.isEmpty()) {
      out.append("<span class=\"").append(style).append("\">");
      out.append(text(text)).append("</span>");
    }
  }
}
