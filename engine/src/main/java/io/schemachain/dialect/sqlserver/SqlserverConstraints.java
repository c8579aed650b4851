package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Constraint;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.DropConstraint;
import java.util.List;

/** SQL Server's constraints that are there already. */
final class SqlserverConstraints extends ConstraintDdl {
  private final SqlserverCatalog catalog;

  SqlserverConstraints(Dialect dialect, SqlserverCatalog catalog) {
    super(dialect);
    this.catalog = catalog;
  }

  /** The index of a key follows. */
  @Override
  protected List<SqlStatement> rename(Table table, Constraint constraint, String newName) {
    String call =
        sql(
            "sys.sp_rename $S, $S, N'OBJECT'",
            catalog.qualified(table.name().withName(constraint.name())),
            newName);
    return List.of(
        catalog.procedure(
            "",
            call,
            "The constraint " + constraint.name() + " of " + table.name() + " keeps its name."));
  }

  @Override
  protected List<SqlStatement> validate(TableName table, String constraint) {
    return List.of(ddl("ALTER TABLE $N WITH CHECK CHECK CONSTRAINT $N", table, constraint));
  }

  @Override
  protected List<SqlStatement> ifExists(
      Table table, Constraint constraint, List<SqlStatement> drop) {
    return constraint instanceof UniqueConstraint unique
            && SqlserverFragments.isIndex(table, unique)
        ? List.of(ddl("DROP INDEX IF EXISTS $N ON $N", unique.name(), table.name()))
        : super.ifExists(table, constraint, drop);
  }

  @Override
  protected List<SqlStatement> dropByColumns(DropConstraint operation) {
    return List.of(
        ddl(
            """
            DECLARE @found INT, @drop NVARCHAR(MAX);
            SELECT @found = COUNT(*), @drop = $S + QUOTENAME(MIN(c.name))
              FROM sys.objects c WHERE c.parent_object_id = $L AND c.type = '$L'$L;
            IF @found $L 1
              $L;
            $LEXEC (@drop)""",
            sql("ALTER TABLE $N DROP CONSTRAINT ", operation.table()),
            catalog.tableId(operation.table()),
            type(kind(operation)),
            columns(operation),
            operation.ifExists() ? ">" : "<>",
            catalog.fail(notOne(operation)),
            operation.ifExists() ? "IF @found = 1\n  " : ""));
  }

  private static String type(ObjectKind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "PK";
      case UNIQUE -> "UQ";
      case FOREIGN_KEY -> "F";
      default -> "C";
    };
  }

  private String columns(DropConstraint operation) {
    if (operation.columns().isEmpty()) {
      return "";
    }
    String used = "\n    AND (SELECT COUNT(*) FROM " + used(kind(operation));
    int count = operation.columns().size();
    List<String> names = operation.columns().stream().map(column -> sql("$S", column)).toList();
    return used
        + ") = "
        + count
        + used
        + "\n      AND COL_NAME(c.parent_object_id, "
        + columnId(kind(operation))
        + ") IN ("
        + String.join(", ", names)
        + ")) = "
        + count;
  }

  private static String used(ObjectKind kind) {
    return switch (kind) {
      case FOREIGN_KEY -> "sys.foreign_key_columns u WHERE u.constraint_object_id = c.object_id";
      case CHECK ->
          "sys.sql_expression_dependencies u WHERE u.referencing_id = c.object_id"
              + " AND u.referenced_id = c.parent_object_id AND u.referenced_minor_id > 0";
      default ->
          "sys.key_constraints k JOIN sys.index_columns u ON u.object_id = k.parent_object_id"
              + " AND u.index_id = k.unique_index_id WHERE k.object_id = c.object_id";
    };
  }

  private static String columnId(ObjectKind kind) {
    return switch (kind) {
      case FOREIGN_KEY -> "u.parent_column_id";
      case CHECK -> "u.referenced_minor_id";
      default -> "u.column_id";
    };
  }
}
