package io.schemachain.dialect.oracle;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.Precedence;
import io.schemachain.dialect.SqlLexis;
import java.util.Map;

/** The catalog keeps the text as it was written. */
final class OracleExpressions extends ExpressionForm {
  private static final Precedence PRECEDENCE = Precedence.standard(Map.of("||", Precedence.SUM));

  OracleExpressions(SqlLexis lexis) {
    super(lexis, BareNames.UPPER_CASE);
  }

  @Override
  protected Precedence precedence() {
    return PRECEDENCE;
  }
}
