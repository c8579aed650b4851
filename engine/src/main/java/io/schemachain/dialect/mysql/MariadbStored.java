package io.schemachain.dialect.mysql;

/** The same but for what MariaDB keeps differently. */
final class MariadbStored extends MysqlStored {
  MariadbStored(MariadbDialect dialect) {
    super(dialect);
  }
}
