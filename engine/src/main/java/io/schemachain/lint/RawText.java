package io.schemachain.lint;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlCursor;
import io.schemachain.operation.Execute;
import io.schemachain.plan.PlannedOperation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What raw SQL says, for rules that look for words in it. */
public final class RawText {
  private RawText() {}

  static List<String> statements(PlannedOperation planned, Dialect dialect) {
    if (!(planned.step().operation() instanceof Execute execute)) {
      return List.of();
    }
    return dialect.split(execute.sql()).stream()
        .map(part -> SqlCursor.spaced(part.text(), dialect.lexis()))
        .toList();
  }

  /** The first statement that a pattern is found in. */
  public static Optional<Matcher> find(OperationSite site, Pattern pattern) {
    for (String statement : site.rawStatements()) {
      Matcher matcher = pattern.matcher(statement);
      if (matcher.find()) {
        return Optional.of(matcher);
      }
    }
    return Optional.empty();
  }
}
