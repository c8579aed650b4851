package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One text for expressions that a database takes for the same: catalogs print expressions in words
 * of their own. Texts of the same form mean the same; others may still.
 */
public class ExpressionForm {
  private final SqlLexis lexis;

  protected ExpressionForm(SqlLexis lexis) {
    this.lexis = requireNonNull(lexis, "lexis");
  }

  /** The form of an expression. What is no expression of the database is its own form. */
  public String of(String sql) {
    List<String> words = new ArrayList<>();
    try {
      for (SqlToken token : SqlScanner.code(sql, lexis)) {
        String text = sql.substring(token.start(), token.end());
        words.add(token.isWord() ? text.toLowerCase(Locale.ROOT) : text);
      }
    } catch (SqlSyntaxException e) {
      return sql.strip();
    }
    return String.join(" ", words);
  }
}
