package io.schemachain.dialect.h2;

import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;

/** A function of H2 is an alias for a Java method, which has the arguments. */
final class H2Routines extends RoutineDdl {
  H2Routines(StandardDdl ddl) {
    super(ddl);
  }

  @Override
  protected void require(ObjectKind kind) {
    if (kind == ObjectKind.PROCEDURE) {
      throw dialect().unsupported("procedures", "Create a function, which CALL runs as well.");
    }
  }

  @Override
  protected boolean replacesInPlace() {
    return false;
  }

  @Override
  protected String keyword(ObjectKind kind) {
    return kind == ObjectKind.FUNCTION ? "ALIAS" : super.keyword(kind);
  }

  @Override
  protected SqlStatement createRoutine(Routine routine, boolean inPlace) {
    if (!routine.arguments().isEmpty()) {
      throw dialect()
          .unsupported(
              "arguments of a function beside those of its Java method",
              "Leave them out there: `arguments: {default: …, h2: null}`.");
    }
    return statement(sql("CREATE ALIAS $N ", routine.name()), routine, routine.sql());
  }
}
