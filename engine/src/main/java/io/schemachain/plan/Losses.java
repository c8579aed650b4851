package io.schemachain.plan;

import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Delete;
import io.schemachain.operation.Execute;
import io.schemachain.operation.LostRows;
import io.schemachain.operation.Operation;
import java.util.List;
import java.util.Locale;

/** Which operations take data away that nothing brings back. */
final class Losses {
  private static final List<String> WORDS = List.of("delete", "truncate", "drop");

  private Losses() {}

  /**
   * @param operation raw SQL with the effects that were read from it
   */
  static boolean in(Operation operation) {
    if (operation instanceof Execute execute) {
      return inText(execute.sql())
          || (execute.effects() != null && execute.effects().stream().anyMatch(Losses::in));
    }
    if (operation instanceof AlterColumn alter) {
      return alter.computed().value() != null; // It takes the place of values, if there were any.
    }
    return operation instanceof Delete || LostRows.of(operation).isPresent();
  }

  /** As a word anywhere: to ask once too often is better than to lose something. */
  private static boolean inText(String sql) {
    String folded = sql.toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      if (has(folded, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(String folded, String word) {
    for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean starts = at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1));
      if (starts && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
