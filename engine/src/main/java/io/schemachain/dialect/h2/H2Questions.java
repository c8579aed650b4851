package io.schemachain.dialect.h2;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Questions;
import io.schemachain.model.TableName;
import java.util.List;

/** H2's words for questions before a change. */
final class H2Questions extends Questions {
  H2Questions(Dialect dialect) {
    super(dialect);
  }

  @Override
  protected String isNoNumber(String text, boolean whole) {
    return text + " NOT REGEXP " + number(whole);
  }

  @Override
  public String holders(List<TableName> tables) {
    return "SELECT l.SESSION_ID, s.USER_NAME, s.SESSION_START, l.TABLE_SCHEMA, l.TABLE_NAME,"
        + " l.LOCK_TYPE FROM INFORMATION_SCHEMA.LOCKS l JOIN INFORMATION_SCHEMA.SESSIONS s ON"
        + " s.SESSION_ID = l.SESSION_ID WHERE l.SESSION_ID <> SESSION_ID() AND (l.TABLE_SCHEMA,"
        + " l.TABLE_NAME) IN ("
        + names(tables, "CURRENT_SCHEMA")
        + ")";
  }
}
