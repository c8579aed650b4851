package io.schemachain.dialect.oracle;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Constraint;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.DropConstraint;
import java.util.ArrayList;
import java.util.List;

/** Oracle's constraints that are there already. */
final class OracleConstraints extends ConstraintDdl {
  private final OracleDialect oracle;

  OracleConstraints(OracleDialect oracle) {
    super(oracle);
    this.oracle = oracle;
  }

  /** The index of a key has its name and would keep it; it comes first, for it may have another. */
  @Override
  protected List<SqlStatement> rename(Table table, Constraint constraint, String newName) {
    List<SqlStatement> statements = new ArrayList<>();
    if (constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint) {
      statements.add(
          ddl("ALTER INDEX $N RENAME TO $N", table.name().withName(constraint.name()), newName));
    }
    statements.addAll(super.rename(table, constraint, newName));
    return statements;
  }

  @Override
  protected List<SqlStatement> validate(TableName table, String constraint) {
    return List.of(ddl(OracleColumns.VALIDATE, table, constraint));
  }

  @Override
  protected List<SqlStatement> ifExists(
      Table table, Constraint constraint, List<SqlStatement> drop) {
    int error =
        constraint instanceof PrimaryKey
            ? PlSql.NO_PRIMARY_KEY
            : constraint instanceof UniqueConstraint ? PlSql.NO_UNIQUE_KEY : PlSql.NO_CONSTRAINT;
    return List.of(unless(error, drop.get(0).text()));
  }

  private SqlStatement unless(int error, String drop) {
    return SqlStatement.ddl(PlSql.executeUnless(drop, error, oracle.literals()));
  }

  @Override
  protected List<SqlStatement> dropUnknown(DropConstraint operation) {
    String name = operation.name();
    return name == null
        ? super.dropUnknown(operation)
        : List.of(
            unless(
                PlSql.NO_CONSTRAINT,
                sql("ALTER TABLE $N DROP CONSTRAINT $N", operation.table(), name)));
  }

  /** NOT NULL is a check there, and is not meant. */
  @Override
  protected List<SqlStatement> dropByColumns(DropConstraint operation) {
    String fail =
        "RAISE_APPLICATION_ERROR(-20000, " + oracle.literals().string(notOne(operation)) + ");";
    return List.of(
        ddl(
            """
            DECLARE
              found VARCHAR2(128);
            BEGIN
              SELECT c.CONSTRAINT_NAME INTO found FROM ALL_CONSTRAINTS c
              WHERE c.OWNER = $L AND c.TABLE_NAME = $S AND c.CONSTRAINT_TYPE = '$L'$L;
              EXECUTE IMMEDIATE $S || found || '"';
            EXCEPTION
              WHEN NO_DATA_FOUND THEN
                $L
              WHEN TOO_MANY_ROWS THEN
                $L
            END;""",
            oracle.schemaOf(operation.table()),
            oracle.catalogName(operation.table().name()),
            type(kind(operation)),
            columns(operation),
            sql("ALTER TABLE $N DROP CONSTRAINT ", operation.table()) + '"',
            operation.ifExists() ? "NULL;" : fail,
            fail));
  }

  private static String type(ObjectKind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "P";
      case UNIQUE -> "U";
      case FOREIGN_KEY -> "R";
      default -> "C";
    };
  }

  private String columns(DropConstraint operation) {
    StringBuilder conditions = new StringBuilder();
    if (!operation.columns().isEmpty()) {
      String used =
          "\n    AND (SELECT COUNT(*) FROM ALL_CONS_COLUMNS u WHERE u.OWNER = c.OWNER"
              + " AND u.CONSTRAINT_NAME = c.CONSTRAINT_NAME";
      int count = operation.columns().size();
      List<String> names =
          operation.columns().stream()
              .map(column -> sql("$S", oracle.catalogName(column)))
              .toList();
      conditions.append(used).append(") = ").append(count);
      conditions.append(used).append("\n      AND u.COLUMN_NAME IN (");
      conditions.append(String.join(", ", names)).append(")) = ").append(count);
    }
    if (operation.kind() == ObjectKind.CHECK) {
      conditions.append("\n    AND c.SEARCH_CONDITION_VC NOT LIKE '\"%\" IS NOT NULL'");
    }
    return conditions.toString();
  }
}
