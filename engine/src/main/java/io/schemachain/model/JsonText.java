package io.schemachain.model;

/**
 * Whether a text is JSON (RFC 8259) that every database stores. SQLite would keep any text, and the
 * others would refuse it in the middle of a run.
 */
final class JsonText {
  /** MySQL's limit, the lowest of those that are documented. */
  private static final int MOST_LEVELS = 100;

  private static final int HEX_DIGITS = 4;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException if it is none; the message says where
   */
  static void require(String text) {
    JsonText json = new JsonText(text);
    json.value(1);
    if (json.at < text.length()) {
      throw json.mistake("nothing more is expected");
    }
  }

  private void value(int level) {
    if (level > MOST_LEVELS) {
      throw new IllegalArgumentException(
          "JSON of more than " + MOST_LEVELS + " levels is not stored by every database.");
    }
    blanks();
    switch (peek()) {
      case '{' -> elements('}', level, true);
      case '[' -> elements(']', level, false);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
    blanks();
  }

  private void elements(char end, int level, boolean named) {
    at++;
    blanks();
    if (take(end)) {
      return;
    }
    do {
      if (named) {
        blanks();
        string();
        blanks();
        expect(':');
      }
      value(level + 1);
    } while (take(','));
    expect(end);
  }

  private void word(String word) {
    if (!text.startsWith(word, at)) {
      throw mistake("a value is expected");
    }
    at += word.length();
  }

  private void number() {
    take('-');
    if (!take('0')) {
      digits("a value is expected");
    }
    if (take('.')) {
      digits("a digit is expected");
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      digits("a digit is expected");
    }
  }

  private void digits(String expected) {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw mistake(expected);
    }
  }

  private void string() {
    expect('"');
    StringBuilder meant = new StringBuilder();
    while (!take('"')) {
      if (at == text.length()) {
        throw mistake("a quotation mark is expected");
      }
      char c = text.charAt(at++);
      if (c < ' ') {
        at--;
        throw mistake("a control character is written \\n, \\t or \\u0001");
      }
      meant.append(c == '\\' ? escaped() : c);
    }
    LiteralReader.requireStorable(meant);
  }

  private char escaped() {
    char c = peek();
    if (c == 'u') {
      return unicode();
    }
    if ("\"\\/bfnrt".indexOf(c) < 0 || at == text.length()) {
      throw mistake("a backslash stands before one of \" \\ / b f n r t u");
    }
    at++;
    // None of these is a NUL or a surrogate, which is all that matters of what is meant.
    return c;
  }

  private char unicode() {
    int end = at + 1 + HEX_DIGITS;
    int code = 0;
    for (int i = at + 1; i < end; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0 || text.charAt(i) > 'f') {
        throw mistake("four hexadecimal digits are expected after \\u");
      }
      code = code * 16 + digit;
    }
    at = end;
    return (char) code;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw mistake("'" + c + "' is expected");
    }
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The next character, or a NUL at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private IllegalArgumentException mistake(String expected) {
    return new IllegalArgumentException(
        "This is no JSON: " + expected + " at character " + (at + 1) + ".");
  }
}
