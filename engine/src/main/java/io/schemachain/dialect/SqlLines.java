package io.schemachain.dialect;

/** Line ends in SQL text, for clients that take no long lines. */
public final class SqlLines {
  private SqlLines() {}

  /**
   * The text with line ends where white space stood between tokens, so that no line is longer than
   * asked for, save for those with a token that is; comments stay whole. Unchanged when all lines
   * are short.
   *
   * @throws SqlSyntaxException if a quote or a comment is not closed
   */
  public static String broken(String sql, SqlLexis lexis, int maxLength) {
    if (sql.lines().allMatch(line -> line.length() <= maxLength)) {
      return sql;
    }
    StringBuilder out = new StringBuilder(sql.length() + sql.length() / maxLength);
    SqlScanner scanner = new SqlScanner(sql, lexis);
    int lineStart = 0;
    int written = 0;
    for (SqlToken token = scanner.next(); !token.isEnd(); token = scanner.next()) {
      String gap = sql.substring(written, token.start());
      int length = out.length() - lineStart + gap.length() + (token.end() - token.start());
      boolean breaks = !gap.isEmpty() && gap.indexOf('\n') < 0 && length > maxLength;
      out.append(breaks ? "\n" : gap).append(sql, token.start(), token.end());
      written = token.end();
      lineStart = out.lastIndexOf("\n") + 1;
    }
    return out.append(sql, written, sql.length()).toString();
  }
}
