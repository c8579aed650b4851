package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.SchemaDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.operation.CreateSchema;

/** Schemas on SQL Server. */
final class SqlserverSchemas extends SchemaDdl {
  SqlserverSchemas(SqlserverDialect dialect) {
    super(dialect);
  }

  /** "CREATE SCHEMA must be the first statement in a query batch", so a condition wants EXEC. */
  @Override
  protected SqlStatement create(CreateSchema operation) {
    return operation.ifNotExists()
        ? ddl(
            "IF SCHEMA_ID($S) IS NULL\n  EXEC ($S)",
            operation.schema(),
            dialect().sql().format("CREATE SCHEMA $N", operation.schema()))
        : super.create(operation);
  }
}
