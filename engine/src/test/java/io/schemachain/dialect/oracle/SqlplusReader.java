package io.schemachain.dialect.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a script as SQL*Plus does: by lines, whatever is within quotes. After the SQL*Plus User's
 * Guide, "Entering and Running SQL Statements" and the SET commands that a script begins with.
 */
public final class SqlplusReader {
  private static final int MAX_LINE = 2499;
  private static final Pattern UNIT =
      Pattern.compile(
          "(?is)(BEGIN|DECLARE)\\b.*"
              + "|CREATE\\s+(OR\\s+REPLACE\\s+)?((NON)?EDITIONABLE\\s+)?"
              + "(PROCEDURE|FUNCTION|PACKAGE|TRIGGER|TYPE)\\b.*");
  private static final Pattern COMMAND = Pattern.compile("(?i)(WHENEVER|SET)\\s.*");
  private static final Pattern EXECUTE =
      Pattern.compile("BEGIN\\n {2}EXECUTE IMMEDIATE (.*);\\nEND;", Pattern.DOTALL);
  private static final Pattern PIECE =
      Pattern.compile("(?:TO_CLOB\\()?(?:'((?:[^']|'')*)'|CHR\\((\\d+)\\))\\)?(\\s*\\|\\|\\s*)?");

  private final List<String> statements = new ArrayList<>();
  private final List<String> buffer = new ArrayList<>();

  private SqlplusReader() {}

  /** What the server gets, statement by statement. */
  public static List<String> read(String script) {
    SqlplusReader reader = new SqlplusReader();
    List<String> lines = script.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      while (line.stripTrailing().endsWith("-")) {
        line = line.stripTrailing();
        line = line.substring(0, line.length() - 1) + (++i < lines.size() ? lines.get(i) : "");
      }
      reader.line(line);
    }
    if (!reader.buffer.isEmpty()) {
      throw new IllegalArgumentException("Left in the buffer: " + reader.buffer);
    }
    return reader.statements;
  }

  private void line(String line) {
    if (line.length() > MAX_LINE) {
      throw new IllegalArgumentException("SP2-0027: Input is too long: " + line);
    }
    String text = line.strip();
    if (text.startsWith("#") || text.startsWith("@") || text.equals(".")) {
      throw new IllegalArgumentException("A command: " + line);
    }
    if (buffer.isEmpty() && (text.isEmpty() || text.startsWith("--"))) {
      return;
    }
    if (buffer.isEmpty() && COMMAND.matcher(text).matches()) {
      return;
    }
    if (text.equals("/")) {
      run(String.join("\n", buffer));
      return;
    }
    buffer.add(line);
    String sofar = String.join("\n", buffer);
    if (text.endsWith(";") && !UNIT.matcher(sofar).matches()) {
      run(sofar.stripTrailing().substring(0, sofar.stripTrailing().length() - 1).stripTrailing());
    }
  }

  private void run(String statement) {
    statements.add(statement);
    buffer.clear();
  }

  /** The statement within {@code EXECUTE IMMEDIATE}; any other as it is. */
  public static String unwrapped(String statement) {
    Matcher execute = EXECUTE.matcher(statement);
    if (!execute.matches() || statement.contains("\nEXCEPTION\n")) {
      return statement;
    }
    StringBuilder text = new StringBuilder();
    Matcher piece = PIECE.matcher(execute.group(1));
    int end = 0;
    while (piece.find() && piece.start() == end) {
      end = piece.end();
      text.append(
          piece.group(2) == null
              ? piece.group(1).replace("''", "'")
              : Character.toString(Integer.parseInt(piece.group(2))));
    }
    if (end != execute.group(1).length()) {
      throw new IllegalArgumentException("Not understood: " + execute.group(1).substring(end));
    }
    return text.toString();
  }
}
