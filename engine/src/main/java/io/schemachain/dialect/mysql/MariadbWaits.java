package io.schemachain.dialect.mysql;

import java.util.ArrayList;
import java.util.List;

/** MariaDB's limits: as MySQL's, and one for the time of any statement. */
final class MariadbWaits extends MysqlWaits {
  @Override
  public List<String> limits(Limits limits) {
    List<String> statements = new ArrayList<>(super.limits(limits));
    statements.add("SET SESSION max_statement_time = " + limits.statementSeconds());
    return statements;
  }

  /** Any of them may have held the lock, or none. */
  @Override
  public String blockedBy(String blockers) {
    return "Transactions open meanwhile: " + blockers + ".";
  }

  /** The plugin that lists metadata locks is not there by default: transactions that are open. */
  @Override
  public String blockers(String session) {
    return "SELECT CONCAT('connection ', p.ID, ' of ', p.USER, ' from ', p.HOST, ', transaction open"
        + " since ', t.trx_started) FROM information_schema.INNODB_TRX t JOIN"
        + " information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id WHERE p.ID <> "
        + Long.parseLong(session);
  }
}
