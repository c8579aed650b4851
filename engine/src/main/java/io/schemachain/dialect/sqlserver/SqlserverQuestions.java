package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Questions;
import io.schemachain.model.DataType;
import io.schemachain.model.TableName;
import java.util.List;

/** SQL Server's words for questions before a change. */
final class SqlserverQuestions extends Questions {
  SqlserverQuestions(Dialect dialect) {
    super(dialect);
  }

  @Override
  public String byteLength(String value) {
    return "DATALENGTH(" + value + ")";
  }

  @Override
  protected String isNoNumber(String text, boolean whole) {
    return isNot(text, whole ? "BIGINT" : "FLOAT");
  }

  /** A text with an exponent becomes a FLOAT and no DECIMAL. */
  @Override
  public String isNoNumber(String text, DataType.Scalar type) {
    return isNot(text, SqlserverTypes.TABLE.render(type));
  }

  private static String isNot(String text, String type) {
    return "TRY_CAST(" + text + " AS " + type + ") IS NULL";
  }

  /** In its own type the result may be too large: 9.996 of three digits and a point is 10.00. */
  @Override
  public String rounded(String value, int scale, int knownScale) {
    return super.rounded(
        "CAST(" + value + " AS DECIMAL(38, " + knownScale + "))", scale, knownScale);
  }

  /** Who has locked a row has said so at the table as well. */
  @Override
  public String holders(List<TableName> tables) {
    return "SELECT l.request_session_id, s.login_name, s.host_name, s.program_name, c.name AS"
        + " schema_name, o.name AS table_name, l.request_mode FROM sys.dm_tran_locks l JOIN"
        + " sys.dm_exec_sessions s ON s.session_id = l.request_session_id JOIN sys.objects o ON"
        + " o.object_id = l.resource_associated_entity_id JOIN sys.schemas c ON c.schema_id ="
        + " o.schema_id WHERE l.resource_type = N'OBJECT' AND l.resource_database_id = DB_ID() AND"
        + " l.request_session_id <> @@SPID AND EXISTS (SELECT 1 FROM (VALUES "
        + names(tables, "SCHEMA_NAME()")
        + ") t (schema_name, table_name) WHERE t.schema_name = c.name AND t.table_name = o.name)";
  }
}
