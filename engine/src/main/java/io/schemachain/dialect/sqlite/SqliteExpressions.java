package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.Precedence;
import io.schemachain.dialect.SqlLexis;
import java.util.Map;

/** The catalog keeps the text as it was written. */
final class SqliteExpressions extends ExpressionForm {
  private static final int EQUALITY = Precedence.COMPARISON - 1;

  private static final Precedence PRECEDENCE =
      Precedence.standard(
          Map.ofEntries(
              Map.entry("=", EQUALITY),
              Map.entry("==", EQUALITY),
              Map.entry("<>", EQUALITY),
              Map.entry("!=", EQUALITY),
              Map.entry("IS", EQUALITY),
              Map.entry("ISNULL", EQUALITY),
              Map.entry("NOTNULL", EQUALITY),
              Map.entry("IN", EQUALITY),
              Map.entry("LIKE", EQUALITY),
              Map.entry("GLOB", EQUALITY),
              Map.entry("MATCH", EQUALITY),
              Map.entry("REGEXP", EQUALITY),
              Map.entry("BETWEEN", EQUALITY),
              Map.entry("||", Precedence.POWER),
              Map.entry("->", Precedence.POWER),
              Map.entry("->>", Precedence.POWER)));

  SqliteExpressions(SqlLexis lexis) {
    super(lexis, BareNames.AS_WRITTEN);
  }

  @Override
  protected Precedence precedence() {
    return PRECEDENCE;
  }
}
