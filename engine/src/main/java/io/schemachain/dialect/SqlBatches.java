package io.schemachain.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Statements of databases that are sent SQL in batches. A variable lives as long as its batch, and
 * the body of a routine goes on to its end; everything else is sent statement by statement, so that
 * each sees what the one before it made.
 */
final class SqlBatches {
  private static final Set<String> CONTROL =
      Set.of(
          "DECLARE",
          "IF",
          "ELSE",
          "WHILE",
          "BEGIN",
          "END",
          "PRINT",
          "RAISERROR",
          "THROW",
          "RETURN",
          "WAITFOR",
          "GOTO",
          "OPEN",
          "FETCH",
          "CLOSE",
          "DEALLOCATE");

  private static final Set<String> ROUTINES = Set.of("PROC", "PROCEDURE", "FUNCTION", "TRIGGER");

  private SqlBatches() {}

  /** The parts of a text, those put together that are one batch. */
  static List<SqlSplitter.Part> join(List<SqlSplitter.Part> parts, String text, SqlLexis lexis) {
    int from = parts.size();
    for (int i = parts.size() - 1; i >= 0; i--) {
      List<SqlToken> code = SqlScanner.code(parts.get(i).text(), lexis);
      if (isRoutine(code)) {
        from = i;
      } else if (isControl(code)) {
        from = 0;
        break;
      }
    }
    if (from >= parts.size() - 1) {
      return parts;
    }
    SqlSplitter.Part first = parts.get(from);
    SqlSplitter.Part last = parts.get(parts.size() - 1);
    List<SqlSplitter.Part> joined = new ArrayList<>(parts.subList(0, from));
    joined.add(
        new SqlSplitter.Part(
            text.substring(first.offset(), last.offset() + last.text().length()),
            first.offset(),
            StatementKind.DDL));
    return List.copyOf(joined);
  }

  /** Whether it has a variable, or is a part of what a statement before it began. */
  private static boolean isControl(List<SqlToken> code) {
    String verb = code.isEmpty() ? "" : code.get(0).text();
    return CONTROL.contains(verb) || (code.size() > 1 && code.get(1).isSymbol("@"));
  }

  /** CREATE or ALTER, or both, of a routine. */
  static boolean isRoutine(List<SqlToken> code) {
    int at = 0;
    while (at < code.size()
        && (code.get(at).isWord("CREATE")
            || code.get(at).isWord("OR")
            || code.get(at).isWord("ALTER"))) {
      at++;
    }
    return at > 0 && at < code.size() && ROUTINES.contains(code.get(at).text());
  }
}
