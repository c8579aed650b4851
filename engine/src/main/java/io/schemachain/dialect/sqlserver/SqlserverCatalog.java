package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Identifiers;
import io.schemachain.dialect.Literals;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/** Names of objects as the catalog and the system procedures take them. */
final class SqlserverCatalog {
  private final Identifiers identifiers;
  private final Literals literals;

  SqlserverCatalog(Identifiers identifiers, Literals literals) {
    this.identifiers = identifiers;
    this.literals = literals;
  }

  private @Nullable String schema(TableName table) {
    return table.schema() == null ? identifiers.defaultSchema() : table.schema();
  }

  /** The schema of a table, as an expression: of the session where no other is known. */
  String schemaOf(TableName table) {
    String schema = schema(table);
    return schema == null ? "SCHEMA_NAME()" : literals.string(schema);
  }

  /** Each part in brackets: a name may have dots and quotation marks. */
  String qualified(TableName table) {
    String schema = schema(table);
    String name = identifiers.alwaysQuote(table.name());
    return schema == null ? name : identifiers.alwaysQuote(schema) + "." + name;
  }

  /**
   * The id of a table. Without a schema OBJECT_ID would go on to look in dbo, so the session's is
   * named.
   */
  String tableId(TableName table) {
    return objectId(table, "U");
  }

  /**
   * @param type as in sys.objects: U for a table, D for a default, C for a check
   */
  String objectId(TableName object, String type) {
    String name =
        schema(object) == null
            ? "QUOTENAME(SCHEMA_NAME()) + "
                + literals.string("." + identifiers.alwaysQuote(object.name()))
            : literals.string(qualified(object));
    return "OBJECT_ID(" + name + ", N'" + type + "')";
  }

  /** A query with a row if the table has the column. */
  String column(TableName table, String column) {
    return "SELECT 1 FROM sys.columns WHERE object_id = "
        + tableId(table)
        + " AND name = "
        + literals.string(column);
  }

  /** The statement THROW; a percent sign is doubled in its message. */
  String fail(String message) {
    return "THROW 50000, " + literals.string(message.replace("%", "%%")) + ", 1";
  }

  /**
   * A procedure of the system tells by its result that it failed, and raises an error that ends
   * neither the batch nor the transaction.
   *
   * @param call the procedure with its arguments
   */
  SqlStatement procedure(String before, String call, String failure) {
    return SqlStatement.ddl(
        "DECLARE @result INT = 0;\n"
            + before
            + "EXEC @result = "
            + call
            + ";\nIF @result <> 0\n  "
            + fail(failure));
  }
}
