package io.schemachain.lint;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlCursor;
import io.schemachain.operation.Execute;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What raw SQL says, for rules that look for words in it. */
public final class RawText {
  private RawText() {}

  /**
   * The statements of an operation that is raw SQL, also where its effects are known: each in one
   * line, a blank between all words, symbols and texts, bare words in lower case, without comments.
   * None for any other operation.
   */
  public static List<String> statements(OperationSite site) {
    if (!(site.planned().step().operation() instanceof Execute execute)) {
      return List.of();
    }
    Dialect dialect = site.dialect();
    return dialect.split(execute.sql()).stream()
        .map(part -> SqlCursor.spaced(part.text(), dialect.lexis()))
        .toList();
  }

  /** The first statement that a pattern is found in. */
  public static Optional<Matcher> find(OperationSite site, Pattern pattern) {
    return statements(site).stream().map(pattern::matcher).filter(Matcher::find).findFirst();
  }
}
