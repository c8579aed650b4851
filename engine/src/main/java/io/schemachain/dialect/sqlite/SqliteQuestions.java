package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Questions;
import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQLite's words for questions before a change. */
final class SqliteQuestions extends Questions {
  SqliteQuestions(Dialect dialect) {
    super(dialect);
  }

  @Override
  public String byteLength(String value) {
    return "LENGTH(CAST(" + value + " AS BLOB))";
  }

  /** It has no regular expressions of its own; an exponent is taken for no number. */
  @Override
  protected String isNoNumber(String text, boolean whole) {
    String trimmed = "TRIM(" + text + ")";
    return "("
        + trimmed
        + " NOT GLOB '*[0-9]*' OR "
        + trimmed
        + " GLOB '[-+][-+]*' OR LTRIM("
        + trimmed
        + ", '+-') GLOB '*[^0-9"
        + (whole ? "]*')" : ".]*' OR " + trimmed + " GLOB '*.*.*')");
  }

  @Override
  public boolean rounds() {
    return false;
  }

  /** Nothing but the attempt tells that somebody holds the file. */
  @Override
  public @Nullable String holders(List<TableName> tables) {
    return null;
  }
}
