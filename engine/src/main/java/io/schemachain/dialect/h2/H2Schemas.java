package io.schemachain.dialect.h2;

import io.schemachain.dialect.SchemaDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.operation.DropSchema;
import java.util.List;

/** Schemas on H2. */
final class H2Schemas extends SchemaDdl {
  H2Schemas(H2Dialect dialect) {
    super(dialect);
  }

  /** What is the default otherwise is a setting of the database. */
  @Override
  protected List<SqlStatement> drop(DropSchema operation) {
    return List.of(
        ddl(
            "DROP SCHEMA $L$N RESTRICT",
            operation.ifExists() ? "IF EXISTS " : "",
            operation.schema()));
  }
}
