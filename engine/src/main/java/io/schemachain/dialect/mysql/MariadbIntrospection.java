package io.schemachain.dialect.mysql;

/** The same but for what MariaDB's catalog says differently. */
final class MariadbIntrospection extends MysqlIntrospection {
  MariadbIntrospection(MariadbDialect dialect) {
    super(dialect);
  }
}
