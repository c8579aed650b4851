package io.schemachain.dialect;

import java.util.List;

/**
 * The attributes of a constraint at the end of ALTER TABLE that the parser does not know. They are
 * cut before it reads the statement, and taken from its words, as all that is understood.
 */
final class SqlTail {
  private static final List<List<String>> ATTRIBUTES =
      List.of(
          List.of("NOT", "VALID"),
          List.of("INITIALLY", "DEFERRED"),
          List.of("INITIALLY", "IMMEDIATE"),
          List.of("DEFERRABLE"));

  private SqlTail() {}

  static String cut(String statement, SqlLexis lexis) {
    List<SqlToken> tokens;
    try {
      tokens = SqlScanner.code(statement, lexis);
    } catch (SqlSyntaxException e) {
      return statement; // Nor does the parser understand it.
    }
    if (tokens.isEmpty() || !tokens.get(0).isWord("ALTER")) {
      return statement;
    }
    int end = tokens.size();
    int before = -1;
    while (before != end) {
      before = end;
      for (List<String> attribute : ATTRIBUTES) {
        end -= endsWith(tokens.subList(0, end), attribute) ? attribute.size() : 0;
      }
    }
    return end == tokens.size() ? statement : statement.substring(0, tokens.get(end).start());
  }

  private static boolean endsWith(List<SqlToken> tokens, List<String> words) {
    int start = tokens.size() - words.size();
    for (int i = 0; i < words.size(); i++) {
      if (start < 0 || !tokens.get(start + i).isWord(words.get(i))) {
        return false;
      }
    }
    return true;
  }
}
