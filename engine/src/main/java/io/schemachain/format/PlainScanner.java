package io.schemachain.format;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Scalar;

/** The characters of a document for {@link PlainYaml}: its position, scalars and line ends. */
final class PlainScanner {
  /** The library takes 1024 characters before the colon. */
  private static final int MAX_KEY_LENGTH = 1000;

  /** Stands behind the text; no text has it, see {@link YamlText}. */
  private static final char END = 0;

  private final SourceText source;
  private final String content;
  private final char[] text;
  private int at;
  private int line = 1;
  private int lineStart;

  PlainScanner(SourceText source) {
    this.source = source;
    this.content = source.content();
    this.text = new char[content.length() + 1];
    content.getChars(0, content.length(), text, 0);
  }

  /** The character here. */
  char peek() {
    return text[at];
  }

  void skip() {
    at++;
  }

  boolean atEnd() {
    return text[at] == END;
  }

  int line() {
    return line;
  }

  /** 0 is the first. */
  int column() {
    return at - lineStart;
  }

  SourceLocation location() {
    return new SourceLocation(source, line, at - lineStart + 1);
  }

  /** Whether an item of a list starts here. */
  boolean atDash() {
    return text[at] == '-' && text[at + 1] <= ' ';
  }

  /** Whether the scalar was a key. */
  boolean atColon(Scalar scalar) {
    skipSpaces();
    return text[at] == ':'
        && text[at + 1] <= ' '
        && at - lineStart - scalar.location().column() < MAX_KEY_LENGTH;
  }

  Scalar scalar(boolean inBrackets) {
    SourceLocation location = location();
    char c = text[at];
    if (c == '\'') {
      return new Scalar(singleQuoted(), false, location);
    }
    if (c == '"') {
      return new Scalar(doubleQuoted(), false, location);
    }
    String plain = plain(inBrackets);
    if (plain.equals("NULL") || plain.equals("Null")) {
      throw new Unsure();
    }
    return new Scalar(plain, true, location);
  }

  private String plain(boolean inBrackets) {
    if (!startsPlain()) {
      throw new Unsure();
    }
    int start = at;
    int end = start;
    boolean more = true;
    while (more) {
      end++;
      more =
          switch (text[end]) {
            case END, '\t', '\n', '\r' -> false;
            case ':' -> text[end + 1] > ' ' && !(inBrackets && isBracketOrComma(text[end + 1]));
            case '#' -> text[end - 1] != ' ';
            case ',', '[', ']', '{', '}' -> !inBrackets;
            default -> true;
          };
    }
    at = end;
    while (text[end - 1] == ' ') {
      end--;
    }
    return content.substring(start, end);
  }

  private boolean startsPlain() {
    return switch (text[at]) {
      case END, '\t', '\n', '\r', ' ' -> false;
      case ',', '[', ']', '{', '}', '?', ':', '#', '&', '*', '!', '|', '>', '%', '@', '`' -> false;
      case '-' -> text[at + 1] > ' ' && !isBracketOrComma(text[at + 1]);
      default -> true;
    };
  }

  private static boolean isBracketOrComma(char c) {
    return c == ',' || c == ']' || c == '}' || c == '[' || c == '{';
  }

  private String singleQuoted() {
    int start = at + 1;
    int end = start;
    boolean doubled = false;
    while (text[end] != '\'' || text[end + 1] == '\'') {
      if (text[end] < ' ') {
        throw new Unsure();
      }
      if (text[end] == '\'') {
        doubled = true;
        end++;
      }
      end++;
    }
    at = end + 1;
    String written = content.substring(start, end);
    return doubled ? written.replace("''", "'") : written;
  }

  private String doubleQuoted() {
    int start = at + 1;
    int end = start;
    StringBuilder unescaped = null;
    while (text[end] != '"') {
      char c = text[end];
      if (c < ' ') {
        throw new Unsure();
      }
      if (c == '\\') {
        unescaped = unescaped == null ? new StringBuilder() : unescaped;
        unescaped.append(content, start, end).append(escaped(text[end + 1]));
        start = end + 2;
        end++;
      }
      end++;
    }
    at = end + 1;
    return unescaped == null
        ? content.substring(start, end)
        : unescaped.append(content, start, end).toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      default -> throw new Unsure();
    };
  }

  /** A block of text after {@code |} or {@code |-}, its first line not an empty one. */
  Scalar literal(int indent) {
    SourceLocation location = location();
    at++;
    boolean strip = text[at] == '-';
    if (strip) {
      at++;
    }
    skipBlanks();
    startLine();
    skipSpaces();
    int column = at - lineStart;
    if (column == 0 || column <= indent || text[at] <= ' ') {
      throw new Unsure();
    }
    StringBuilder block = new StringBuilder();
    while (literalLine(block, column)) {
      int newLines = emptyLines(column);
      if (at - lineStart < column || text[at] == END) {
        if (!strip) {
          block.append('\n');
        }
        break;
      }
      while (newLines-- > 0) {
        block.append('\n');
      }
    }
    findContent();
    return new Scalar(block.toString(), false, location);
  }

  /** Whether the line has an end. */
  private boolean literalLine(StringBuilder block, int column) {
    skipLine();
    boolean cr = text[at - 1] == '\r';
    block.append(content.substring(lineStart + column, cr ? at - 1 : at));
    return text[at] != END;
  }

  /** To the next line that is not empty; the number of line ends before it. */
  private int emptyLines(int column) {
    int newLines = 0;
    do {
      newLines++;
      startLine();
      skipSpaces();
      boolean empty = text[at] <= ' ' && text[at] != '\t';
      // Spaces beyond the indentation are part of the text.
      if (empty && at > lineStart && (at - lineStart > column || text[at] == END)) {
        throw new Unsure();
      }
      if (text[at] == '\r') {
        at++;
      }
    } while (text[at] == '\n');
    return newLines;
  }

  /** The rest of a line has no more than a comment; on to the next with content. */
  void finishLine() {
    int before = line;
    findContent();
    if (line == before && text[at] != END) {
      throw new Unsure();
    }
  }

  /** Over spaces, comments and line ends. */
  void findContent() {
    skipBlanks();
    while (text[at] == '\n') {
      startLine();
      skipBlanks();
    }
    char c = text[at];
    if (at == lineStart && (c == '-' || c == '.') && text[at + 1] == c) {
      // Perhaps a mark between documents.
      throw new Unsure();
    }
  }

  private void startLine() {
    if (text[at] != '\n') {
      throw new Unsure();
    }
    at++;
    line++;
    lineStart = at;
  }

  /** To the end of the line, over spaces and a comment; stops where there is more. */
  private void skipBlanks() {
    skipSpaces();
    if (text[at] == '\r') {
      at++;
    } else if (text[at] == '#' && (at == lineStart || text[at - 1] == ' ')) {
      skipLine();
    }
  }

  private void skipSpaces() {
    int i = at;
    while (text[i] == ' ') {
      i++;
    }
    at = i;
  }

  private void skipLine() {
    int end = content.indexOf('\n', at);
    at = end < 0 ? content.length() : end;
  }

  /** Leaves the document to the library; never leaves {@link PlainYaml}. */
  static final class Unsure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsure() {
      super(null, null, false, false);
    }
  }
}
