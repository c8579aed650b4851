package io.schemachain.dialect;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What a database's SQL text is made of, as far as finding the end of a statement needs it. */
public final class SqlLexis {
  /** A departure from standard SQL. */
  public enum Trait {
    /** A backslash escapes within a string. */
    BACKSLASH_ESCAPES,
    /** {@code #} starts a comment to the end of the line. */
    HASH_COMMENTS,
    /** Block comments nest. */
    NESTED_COMMENTS,
    /** {@code $tag$ … $tag$} is a string. */
    DOLLAR_QUOTES,
    /** {@code "} encloses strings and not names. */
    DOUBLE_QUOTE_IS_STRING,
    /** {@code `} encloses names. */
    BACKTICKS,
    /** {@code [ ]} encloses names. */
    BRACKETS,
    /** {@code --} starts a comment only before white space or the end. */
    DASH_NEEDS_SPACE,
    /** {@code E'…'} is a string with backslash escapes. */
    ESCAPE_STRINGS,
    /** {@code //} starts a comment to the end of the line. */
    SLASH_COMMENTS,
    /** {@code q'[…]'} is a string, and a block of PL/SQL keeps the semicolon behind its END. */
    PL_SQL
  }

  private final Set<Trait> traits;

  private SqlLexis(Set<Trait> traits) {
    this.traits = traits;
  }

  /** Standard SQL but for these. */
  public static SqlLexis with(Trait... traits) {
    EnumSet<Trait> all = EnumSet.noneOf(Trait.class);
    all.addAll(Arrays.asList(traits));
    return new SqlLexis(all);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
