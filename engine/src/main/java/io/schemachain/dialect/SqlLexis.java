package io.schemachain.dialect;

/**
 * What a database's SQL text is made of, as far as finding the end of a statement needs it.
 *
 * @param backslashEscapes whether a backslash escapes within a string
 * @param hashComments whether {@code #} starts a comment to the end of the line
 * @param nestedComments whether block comments nest
 * @param dollarQuotes whether {@code $tag$ … $tag$} is a string
 * @param doubleQuoteIsString whether {@code "} encloses strings and not names
 * @param backticks whether {@code `} encloses names
 * @param brackets whether {@code [ ]} encloses names
 * @param dashNeedsSpace whether {@code --} starts a comment only before white space or the end
 * @param escapeStrings whether {@code E'…'} is a string with backslash escapes
 * @param slashComments whether {@code //} starts a comment to the end of the line
 * @param plSql whether {@code q'[…]'} is a string, and a block of PL/SQL keeps the semicolon behind
 *     its END
 */
public record SqlLexis(
    boolean backslashEscapes,
    boolean hashComments,
    boolean nestedComments,
    boolean dollarQuotes,
    boolean doubleQuoteIsString,
    boolean backticks,
    boolean brackets,
    boolean dashNeedsSpace,
    boolean escapeStrings,
    boolean slashComments,
    boolean plSql) {
  /** One without PL/SQL. */
  public SqlLexis(
      boolean backslashEscapes,
      boolean hashComments,
      boolean nestedComments,
      boolean dollarQuotes,
      boolean doubleQuoteIsString,
      boolean backticks,
      boolean brackets,
      boolean dashNeedsSpace,
      boolean escapeStrings,
      boolean slashComments) {
    this(
        backslashEscapes,
        hashComments,
        nestedComments,
        dollarQuotes,
        doubleQuoteIsString,
        backticks,
        brackets,
        dashNeedsSpace,
        escapeStrings,
        slashComments,
        false);
  }
}
