package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of an SQL text as it is shown in colours; all pieces together are the text.
 *
 * @param text with white space, exactly as it stands there
 */
public record SqlPart(Kind kind, String text) {
  /** What a piece is to the eye. */
  public enum Kind {
    KEYWORD,
    STRING,
    COMMENT,
    OTHER
  }

  /** What authors write in small letters; our own SQL has its keywords in capitals. */
  private static final Set<String> WORDS =
      Set.of(
          "ALTER",
          "AND",
          "AS",
          "BEGIN",
          "BY",
          "CASE",
          "CREATE",
          "DELETE",
          "DROP",
          "ELSE",
          "END",
          "EXISTS",
          "FROM",
          "FUNCTION",
          "GROUP",
          "IN",
          "INSERT",
          "INTO",
          "IS",
          "JOIN",
          "NOT",
          "NULL",
          "ON",
          "OR",
          "ORDER",
          "PROCEDURE",
          "RETURN",
          "RETURNS",
          "SELECT",
          "SET",
          "TABLE",
          "THEN",
          "TRIGGER",
          "UPDATE",
          "VALUES",
          "VIEW",
          "WHEN",
          "WHERE",
          "WITH");

  public SqlPart {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /** Where a quote is not closed, all from there on is one piece. */
  public static List<SqlPart> of(String sql, SqlLexis lexis) {
    List<SqlPart> parts = new ArrayList<>();
    int done = 0;
    SqlScanner scanner = new SqlScanner(sql, lexis);
    try {
      for (SqlToken token = scanner.next(); !token.isEnd(); token = scanner.next()) {
        add(parts, Kind.OTHER, sql.substring(done, token.start()));
        add(parts, kind(token, sql), sql.substring(token.start(), token.end()));
        done = token.end();
      }
    } catch (SqlSyntaxException e) {
      // It is shown as it is; the database will say what is wrong with it.
    }
    add(parts, Kind.OTHER, sql.substring(done));
    return parts;
  }

  private static Kind kind(SqlToken token, String sql) {
    return switch (token.kind()) {
      case STRING -> Kind.STRING;
      case COMMENT -> Kind.COMMENT;
      case WORD ->
          WORDS.contains(token.text()) || isCapital(sql.substring(token.start(), token.end()))
              ? Kind.KEYWORD
              : Kind.OTHER;
      case NAME, SYMBOL, END -> Kind.OTHER;
    };
  }

  private static boolean isCapital(String word) {
    return word.length() > 1
        && Character.isLetter(word.charAt(0))
        && word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** Words of one kind that stand side by side are one piece, with the blanks between. */
  private static void add(List<SqlPart> parts, Kind kind, String text) {
    if (text.isEmpty()) {
      return;
    }
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last).kind == kind) {
      parts.set(last, new SqlPart(kind, parts.get(last).text + text));
      return;
    }
    if (last >= 1
        && kind == Kind.KEYWORD
        && parts.get(last).text.isBlank()
        && parts.get(last - 1).kind == kind) {
      String together = parts.get(last - 1).text + parts.get(last).text + text;
      parts.remove(last);
      parts.set(last - 1, new SqlPart(kind, together));
      return;
    }
    parts.add(new SqlPart(kind, text));
  }
}
