package io.schemachain.plan;

import java.util.List;
import java.util.regex.Pattern;

/** Statements that may run twice: the second time changes nothing. */
public final class Repeatable {
  private static final String NAME =
      "(?:[\\w$#]+|\"(?:[^\"]|\"\")++\"|`(?:[^`]|``)++`)"
          + "(?:\\.(?:[\\w$#]+|\"(?:[^\"]|\"\")++\"|`(?:[^`]|``)++`))*+";

  private static final List<Pattern> PATTERNS =
      List.of(
          pattern("CREATE OR REPLACE "),
          pattern("CREATE( UNIQUE)? (TABLE|INDEX|SEQUENCE|SCHEMA|VIEW) IF NOT EXISTS "),
          pattern("DROP [A-Z]+( [A-Z]+)? IF EXISTS "),
          // Oracle's way to say IF NOT EXISTS.
          pattern(
              "BEGIN\\s+EXECUTE IMMEDIATE '.*EXCEPTION\\s+WHEN OTHERS THEN\\s+IF SQLCODE <> -\\d+ "),
          pattern("COMMENT ON "),
          pattern("ALTER TABLE " + NAME + " COMMENT = "),
          pattern(
              "ALTER TABLE "
                  + NAME
                  + " ALTER COLUMN "
                  + NAME
                  + " (SET DEFAULT |DROP DEFAULT$|SET NOT NULL$|DROP NOT NULL$|RESTART WITH \\(SELECT )"),
          pattern("ALTER TABLE " + NAME + " (ENABLE )?VALIDATE CONSTRAINT " + NAME + "$"),
          // With the whole of a column, and nothing that is made of the old value.
          pattern(
              "ALTER TABLE " + NAME + " ALTER COLUMN " + NAME + " SET DATA TYPE (?!.*\\bUSING\\b)"),
          pattern("ALTER TABLE " + NAME + " MODIFY COLUMN " + NAME + " "));

  private static final Pattern CALL =
      Pattern.compile(
          "^(?:\\s|--[^\n]*\n|/\\*.*?\\*/)*+(CALL|EXEC|EXECUTE|DO|BEGIN|DECLARE)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Repeatable() {}

  private static Pattern pattern(String start) {
    return Pattern.compile("^" + start + ".*", Pattern.DOTALL);
  }

  /** Whether it may run again although it may be done. */
  public static boolean isRepeatable(String statement) {
    return isPrepared(statement)
        || PATTERNS.stream().anyMatch(pattern -> pattern.matcher(statement).matches());
  }

  /** MySQL's way to say IF EXISTS: made by the checks before it, in the same session. */
  public static boolean isPrepared(String statement) {
    return statement.equals("EXECUTE schemachain");
  }

  /**
   * Whether it is a routine or a block, of which nobody knows what it does: it may commit half of
   * that, and fail then.
   */
  public static boolean callsRoutine(String statement) {
    return CALL.matcher(statement).matches() && !isRepeatable(statement);
  }
}
