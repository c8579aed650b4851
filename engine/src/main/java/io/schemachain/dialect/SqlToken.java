package io.schemachain.dialect;

/**
 * A piece of SQL text that is not white space.
 *
 * @param text a word in upper case, a symbol as it is, empty for all others
 * @param start offset of its first character
 * @param end offset behind its last character
 */
record SqlToken(Kind kind, String text, int start, int end) {
  enum Kind {
    /** A keyword, a bare name or a number. */
    WORD,
    /** A string constant. */
    STRING,
    /** A quoted name. */
    NAME,
    /** Any other character; or what opens and closes a comment that MySQL executes. */
    SYMBOL,
    COMMENT,
    /** Behind the last token. */
    END
  }

  /** What stands around SQL that only some servers execute. */
  static final String CONDITIONAL_OPEN = "/*!";

  static final String CONDITIONAL_CLOSE = "*/";

  boolean isEnd() {
    return kind == Kind.END;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether it opens or closes a comment that MySQL executes. */
  boolean isConditional() {
    return isSymbol(CONDITIONAL_OPEN) || isSymbol(CONDITIONAL_CLOSE);
  }
}
