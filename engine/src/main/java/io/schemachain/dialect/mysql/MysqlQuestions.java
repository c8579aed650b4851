package io.schemachain.dialect.mysql;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Questions;
import io.schemachain.model.TableName;
import java.util.List;

/** MySQL's words for questions before a change. */
class MysqlQuestions extends Questions {
  MysqlQuestions(Dialect dialect) {
    super(dialect);
  }

  @Override
  protected final String isNoNumber(String text, boolean whole) {
    return text + " NOT REGEXP " + number(whole);
  }

  /** Metadata locks are held to the end of a transaction, for reading as well. */
  @Override
  public String holders(List<TableName> tables) {
    return "SELECT t.PROCESSLIST_ID, t.PROCESSLIST_USER, t.PROCESSLIST_HOST, t.PROCESSLIST_COMMAND,"
        + " t.PROCESSLIST_TIME, l.OBJECT_NAME, l.LOCK_TYPE FROM performance_schema.metadata_locks l"
        + " JOIN performance_schema.threads t ON t.THREAD_ID = l.OWNER_THREAD_ID WHERE"
        + " l.OBJECT_TYPE = 'TABLE' AND l.LOCK_STATUS = 'GRANTED' AND t.PROCESSLIST_ID <>"
        + " CONNECTION_ID() AND (l.OBJECT_SCHEMA, l.OBJECT_NAME) IN ("
        + names(tables, "DATABASE()")
        + ")";
  }
}
