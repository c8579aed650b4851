package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Identifiers;
import io.schemachain.dialect.Literals;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** An index, or a unique constraint that is one. */
  SqlStatement renameIndex(TableName table, String index, String newName) {
    String old = qualified(table) + "." + identifiers.alwaysQuote(index);
    return procedure(
        "",
        "sys.sp_rename " + literals.string(old) + ", " + literals.string(newName) + ", N'INDEX'",
        "The index " + index + " of " + table + " keeps its name.");
  }

  /**
   * A comment is a property, which is added, changed or taken away.
   *
   * @param type the kind of object: TABLE or VIEW
   * @param level2 arguments that lead to a part of it
   */
  List<SqlStatement> comment(
      String type,
      TableName object,
      String level2,
      @Nullable String comment,
      @Nullable String old) {
    if (Objects.equals(comment, old)) {
      return List.of();
    }
    String verb = comment == null ? "drop" : old == null ? "add" : "update";
    return List.of(
        procedure(
            declareSchema(object),
            property(type, object, level2, verb, comment),
            commentStays(object)));
  }

  /**
   * Adds the comment on a table or a column of it, or changes the one that is there.
   *
   * @param column null for the table itself
   */
  SqlStatement setComment(TableName table, @Nullable String column, String comment) {
    String level2 =
        column == null ? "" : ", @level2type = N'COLUMN', @level2name = " + literals.string(column);
    String columnId =
        column == null
            ? "0"
            : "COLUMNPROPERTY(" + tableId(table) + ", " + literals.string(column) + ", 'ColumnId')";
    return procedure(
        declareSchema(table)
            + "IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 1"
            + " AND name = N'MS_Description'\n    AND major_id = "
            + tableId(table)
            + " AND minor_id = "
            + columnId
            + ")\n  EXEC @result = "
            + property("TABLE", table, level2, "update", comment)
            + ";\nELSE\n  ",
        property("TABLE", table, level2, "add", comment),
        commentStays(table));
  }

  private String declareSchema(TableName object) {
    return "DECLARE @schema SYSNAME = " + schemaOf(object) + ";\n";
  }

  private static String commentStays(TableName object) {
    return "The comment on " + object + " is as it was.";
  }

  private String property(
      String type, TableName object, String level2, String verb, @Nullable String comment) {
    return "sys.sp_"
        + verb
        + "extendedproperty @name = N'MS_Description'"
        + (comment == null ? "" : ", @value = " + literals.string(comment))
        + ",\n  @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'"
        + type
        + "', @level1name = "
        + literals.string(object.name())
        + level2;
  }

  /** Names in the words of the author live where the user's own default schema is. */
  List<SqlStatement> inDefaultSchema(List<SqlStatement> statements) {
    String schema = identifiers.defaultSchema();
    if (schema == null) {
      return statements;
    }
    List<SqlStatement> checked = new ArrayList<>();
    checked.add(
        SqlStatement.check(
            "IF ISNULL(SCHEMA_NAME(), N'') <> "
                + literals.string(schema)
                + "\n  "
                + fail("SQL of the author needs a user with the default schema " + schema + ".")));
    checked.addAll(statements);
    return checked;
  }
}
