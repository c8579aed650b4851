package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SchemaDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.operation.DropSchema;
import java.util.ArrayList;
import java.util.List;

/** Schemas on MySQL and MariaDB, which are databases there. */
final class MysqlSchemas extends SchemaDdl {
  /** The session variable that keeps its value, or gets an impossible one. */
  private final String readOnly;

  MysqlSchemas(MysqlDialect dialect) {
    super(dialect);
    this.readOnly = dialect.features().readOnlyVariable();
  }

  /** The server drops all that is in it as well, so a statement before fails if there is any. */
  @Override
  protected List<SqlStatement> drop(DropSchema operation) {
    String schema = dialect().literals().string(operation.schema());
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        SqlStatement.check(
            dialect()
                .sql()
                .format(
                    "SET SESSION $L = (SELECT IF(COUNT(*) = 0, IF(@@$L, 'ON', 'OFF'), $S)\n"
                        + "  FROM (SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = $L\n"
                        + "    UNION ALL SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE"
                        + " ROUTINE_SCHEMA = $L\n"
                        + "    UNION ALL SELECT EVENT_NAME FROM information_schema.EVENTS WHERE"
                        + " EVENT_SCHEMA = $L) content)",
                    readOnly,
                    readOnly,
                    "The schema " + operation.schema() + " is not empty.",
                    schema,
                    schema,
                    schema)));
    statements.addAll(super.drop(operation));
    return statements;
  }
}
