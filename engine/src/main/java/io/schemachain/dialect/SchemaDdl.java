package io.schemachain.dialect;

import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.DropSchema;
import java.util.List;

/** Portable SQL for schemas. The database itself refuses to drop one that has something in it. */
public class SchemaDdl {
  private final Dialect dialect;

  public SchemaDdl(Dialect dialect) {
    this.dialect = dialect;
  }

  protected final Dialect dialect() {
    return dialect;
  }

  protected final SqlStatement ddl(String pattern, Object... arguments) {
    return SqlStatement.ddl(dialect.sql().format(pattern, arguments));
  }

  protected SqlStatement create(CreateSchema operation) {
    return ddl(
        "CREATE SCHEMA $L$N", operation.ifNotExists() ? "IF NOT EXISTS " : "", operation.schema());
  }

  protected List<SqlStatement> drop(DropSchema operation) {
    return List.of(
        ddl("DROP SCHEMA $L$N", operation.ifExists() ? "IF EXISTS " : "", operation.schema()));
  }
}
