package io.schemachain.dialect;

import java.util.List;

/** Cuts SQL text into statements. */
public final class SqlSplitter {
  private SqlSplitter() {}

  /**
   * A statement in a text.
   *
   * @param text without its terminator and without white space around it
   * @param offset where it starts in the whole text
   */
  public record Part(String text, int offset) {
    SqlStatement toStatement() {
      return SqlStatement.ddl(text);
    }
  }

  public static List<Part> split(String sql, SqlLexis lexis) {
    return List.of(new Part(sql, 0));
  }
}
