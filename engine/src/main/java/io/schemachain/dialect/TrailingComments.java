package io.schemachain.dialect;

/** Comments behind the last token of an SQL text, which could hide what is written after it. */
public final class TrailingComments {
  private TrailingComments() {}

  /**
   * The text without them; unchanged when there are none.
   *
   * @throws SqlSyntaxException if a quote or a comment is not closed
   */
  public static String cut(String sql, SqlLexis lexis) {
    if (!sql.contains("--") && !sql.contains("/*") && sql.indexOf('#') < 0) {
      return sql; // Nearly every statement; a script has thousands.
    }
    SqlScanner scanner = new SqlScanner(sql, lexis);
    int end = 0;
    boolean comment = false;
    for (SqlToken token = scanner.next(); !token.isEnd(); token = scanner.next()) {
      comment = token.kind() == SqlToken.Kind.COMMENT;
      if (!comment) {
        end = token.end();
      }
    }
    return comment ? sql.substring(0, end) : sql;
  }
}
