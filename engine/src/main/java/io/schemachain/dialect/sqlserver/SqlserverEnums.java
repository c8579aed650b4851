package io.schemachain.dialect.sqlserver;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.EnumDdl;
import io.schemachain.model.Schema;

/** Enum types on SQL Server, which compares texts without regard to case as a rule. */
final class SqlserverEnums extends EnumDdl {
  SqlserverEnums(SqlserverDialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  @Override
  protected String is(String column, String value) {
    return sql("$N COLLATE $L = $S", column, requireNonNull(dialect().binaryCollation()), value);
  }
}
