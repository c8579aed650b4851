package io.schemachain.dialect.oracle;

import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.SqlLines;
import io.schemachain.dialect.SqlSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SQL*Plus sees in a statement. It reads lines, also within quotes: a semicolon at the end of
 * one ends the statement, a hyphen joins it to the next, {@code /} alone runs and {@code .} alone
 * ends what was entered, {@code #} begins a command and {@code @} the name of a script, and a line
 * has 2499 characters at most. A statement with such a line goes to the server as a text, in a
 * block.
 */
final class SqlplusText {
  private static final int MAX_LINE = 2400;

  /** Where a line is broken; what follows without a space stays with it. */
  private static final int WANTED_LINE = 2000;

  private static final Pattern FIRST_WORD = Pattern.compile("(?:--[^\\n]*\\n\\s*)*+(\\w+)");

  /** Words by which SQL*Plus knows a statement of SQL, of those that can stand in a script. */
  private static final Set<String> STATEMENTS =
      Set.of(
          "ALTER",
          "ANALYZE",
          "ASSOCIATE",
          "AUDIT",
          "BEGIN",
          "CALL",
          "COMMENT",
          "CREATE",
          "DECLARE",
          "DELETE",
          "DISASSOCIATE",
          "DROP",
          "EXPLAIN",
          "FLASHBACK",
          "GRANT",
          "INSERT",
          "LOCK",
          "MERGE",
          "NOAUDIT",
          "PURGE",
          "RENAME",
          "REVOKE",
          "SELECT",
          "TRUNCATE",
          "UPDATE",
          "WITH");

  private SqlplusText() {}

  /** The statement with what ends it. */
  static String terminated(String statement, OracleDialect dialect) {
    String text = shortLines(statement, dialect);
    if (isSafe(text)) {
      return PlSql.isUnit(text) ? text + "\n/" : ScriptStyle.withSemicolon(text, dialect.lexis());
    }
    String word = firstWord(statement);
    if (word.equals("SELECT") || word.equals("WITH")) {
      throw dialect.unsupported(
          "a query with a line that SQL*Plus takes for something else", "Write it in other lines.");
    }
    return PlSql.execute(statement, dialect.literals()) + "\n/";
  }

  private static String shortLines(String statement, OracleDialect dialect) {
    try {
      return SqlLines.broken(statement, dialect.lexis(), WANTED_LINE);
    } catch (SqlSyntaxException e) {
      return statement; // The database will say what is wrong with it.
    }
  }

  /** Whether SQL*Plus gives the server the text as it is. */
  static boolean isSafe(String statement) {
    if (!STATEMENTS.contains(firstWord(statement)) || statement.indexOf('\r') >= 0) {
      return false;
    }
    List<String> lines = statement.lines().toList();
    boolean unit = PlSql.isUnit(statement);
    for (int i = 0; i < lines.size(); i++) {
      boolean mayEndHere = unit || i == lines.size() - 1;
      if (isTrap(lines.get(i), mayEndHere)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTrap(String line, boolean maySemicolon) {
    String text = line.strip();
    return line.length() > MAX_LINE
        || text.equals("/")
        || text.equals(".")
        || text.startsWith("#")
        || text.startsWith("@")
        || text.endsWith("-")
        || (text.endsWith(";") && !maySemicolon);
  }

  private static String firstWord(String statement) {
    Matcher matcher = FIRST_WORD.matcher(statement);
    return matcher.lookingAt() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
  }
}
