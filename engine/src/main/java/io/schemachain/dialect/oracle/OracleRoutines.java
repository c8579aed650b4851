package io.schemachain.dialect.oracle;

import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.TableName;
import java.util.List;

/** Oracle creates what it cannot compile, and says so in the catalog alone. */
final class OracleRoutines extends RoutineDdl {
  private final OracleDialect oracle;

  OracleRoutines(OracleDialect oracle, StandardDdl ddl) {
    super(ddl);
    this.oracle = oracle;
  }

  /** Empty parentheses are an error. */
  @Override
  protected String parentheses(Routine routine) {
    return routine.arguments().isEmpty() ? "" : " " + super.parentheses(routine);
  }

  @Override
  protected List<SqlStatement> check(ObjectKind kind, TableName name) {
    return List.of(
        SqlStatement.check(
            PlSql.failIf(
                "SELECT 'line ' || LINE || ': ' || TEXT AS found FROM ALL_ERRORS WHERE OWNER = "
                    + oracle.schemaOf(name)
                    + " AND NAME = "
                    + oracle.literals().string(oracle.catalogName(name.name()))
                    + " AND TYPE = '"
                    + keyword(kind)
                    + "' AND ATTRIBUTE = 'ERROR' ORDER BY SEQUENCE",
                "The " + kind.words() + " " + name + " was created with errors: ",
                oracle.literals())));
  }

  @Override
  protected SqlStatement dropIfExists(ObjectKind kind, String name) {
    return PlSql.dropIfExists(kind, keyword(kind), name, oracle);
  }
}
