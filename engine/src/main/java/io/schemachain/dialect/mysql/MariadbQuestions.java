package io.schemachain.dialect.mysql;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.TableName;
import java.util.List;

/** MariaDB's words for questions before a change. */
final class MariadbQuestions extends MysqlQuestions {
  MariadbQuestions(Dialect dialect) {
    super(dialect);
  }

  /** The plugin that lists metadata locks is not there by default: transactions that are open. */
  @Override
  public String holders(List<TableName> tables) {
    return "SELECT p.ID, p.USER, p.HOST, p.COMMAND, p.TIME, t.trx_started FROM"
        + " information_schema.INNODB_TRX t JOIN information_schema.PROCESSLIST p ON p.ID ="
        + " t.trx_mysql_thread_id WHERE p.ID <> CONNECTION_ID()";
  }
}
