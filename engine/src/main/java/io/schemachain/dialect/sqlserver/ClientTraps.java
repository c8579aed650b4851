package io.schemachain.dialect.sqlserver;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What sqlcmd would take for its own within a statement: a variable, {@code $(name)}, also in a
 * string; and a line that looks like a command, GO for one.
 */
final class ClientTraps {
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?im)^[ \\t]*(?:go(?:[ \\t]+\\d+)?[ \\t\\r]*$|:|!!|(?:exit|quit|reset|ed)\\b)");

  private ClientTraps() {}

  static boolean isIn(String statement) {
    return statement.contains("$(")
        || (mayHaveCommand(statement) && COMMAND.matcher(statement).find());
  }

  /** A line that ends a batch, in a text where none may. */
  static Optional<String> batchEnd(String statement) {
    return statement.lines().map(String::strip).filter(l -> l.equalsIgnoreCase("GO")).findFirst();
  }

  /** Scripts have thousands of statements, nearly all of one line. */
  private static boolean mayHaveCommand(String statement) {
    if (statement.indexOf('\n') >= 0) {
      return true;
    }
    String start = statement.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith(":") || start.startsWith("!") || start.startsWith("e");
  }

  /** The same in pieces, put together by the server. A literal stays within its line. */
  static String escaped(String statement) {
    StringBuilder out =
        new StringBuilder("DECLARE @statement NVARCHAR(MAX) = CAST(N'' AS NVARCHAR(MAX))");
    String[] lines = statement.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replace("'", "''").replace("$(", "$' + N'(");
      out.append("\n  + N'").append(line.replace("\r", "' + NCHAR(13) + N'")).append('\'');
      if (i < lines.length - 1) {
        out.append(" + NCHAR(10)");
      }
    }
    return out.append(";\nEXEC (@statement)").toString();
  }
}
