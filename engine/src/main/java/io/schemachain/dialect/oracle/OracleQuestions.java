package io.schemachain.dialect.oracle;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Questions;
import io.schemachain.model.TableName;
import java.util.List;

/** Oracle's words for questions before a change. */
final class OracleQuestions extends Questions {
  OracleQuestions(Dialect dialect) {
    super(dialect);
  }

  @Override
  public String byteLength(String value) {
    return "UTL_RAW.LENGTH(" + value + ")";
  }

  @Override
  protected String isNoNumber(String text, boolean whole) {
    return "NOT REGEXP_LIKE(" + text + ", " + number(whole) + ")";
  }

  @Override
  public boolean partlyNullKeysDiffer() {
    return false;
  }

  @Override
  public boolean rounds() {
    return false;
  }

  @Override
  public String holders(List<TableName> tables) {
    return "SELECT s.inst_id, s.sid, s.serial#, s.username, s.machine, o.owner, o.object_name,"
        + " l.locked_mode FROM gv$locked_object l JOIN all_objects o ON o.object_id = l.object_id"
        + " JOIN gv$session s ON s.inst_id = l.inst_id AND s.sid = l.session_id WHERE s.audsid <>"
        + " SYS_CONTEXT('USERENV', 'SESSIONID') AND (o.owner, o.object_name) IN ("
        + names(tables, "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')")
        + ")";
  }
}
