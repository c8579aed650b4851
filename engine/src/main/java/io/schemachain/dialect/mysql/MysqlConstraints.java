package io.schemachain.dialect.mysql;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Constraint;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.operation.DropConstraint;
import java.util.ArrayList;
import java.util.List;

/** Constraints of MySQL and MariaDB that may be there or not, or have a name of the server's. */
final class MysqlConstraints extends ConstraintDdl {
  private final MysqlDialect mysql;
  private final MysqlCatalog catalog;

  MysqlConstraints(MysqlDialect mysql, MysqlCatalog catalog) {
    super(mysql);
    this.mysql = mysql;
    this.catalog = catalog;
  }

  @Override
  protected List<SqlStatement> ifExists(
      Table table, Constraint constraint, List<SqlStatement> drop) {
    String name = constraint instanceof PrimaryKey ? "PRIMARY" : constraint.name();
    return catalog.onlyIf(
        catalog.constraint(table.name(), name, type(ObjectKind.of(constraint))), drop.get(0));
  }

  /** "FOREIGN KEY" and the others, as the catalog calls them. */
  private static String type(ObjectKind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "PRIMARY KEY";
      case UNIQUE -> "UNIQUE";
      case FOREIGN_KEY -> "FOREIGN KEY";
      default -> "CHECK";
    };
  }

  @Override
  protected List<SqlStatement> dropUnknown(DropConstraint operation) {
    String name = operation.name();
    if (name == null) {
      return super.dropUnknown(operation);
    }
    return catalog.runIfAny(
        sql(
            "(SELECT CONCAT($S, $L)\n  FROM information_schema.TABLE_CONSTRAINTS tc WHERE"
                + " TABLE_SCHEMA = $L AND TABLE_NAME = $S AND CONSTRAINT_NAME = $S$L)",
            sql("ALTER TABLE $N DROP ", operation.table()),
            clause(),
            mysql.schemaOf(operation.table()),
            operation.table().name(),
            name,
            operation.kind() == null
                ? ""
                : sql(" AND CONSTRAINT_TYPE = $S", type(kind(operation)))));
  }

  /** An expression for what follows DROP. */
  private static String clause() {
    return "CASE CONSTRAINT_TYPE WHEN 'PRIMARY KEY' THEN 'PRIMARY KEY' ELSE CONCAT(CASE"
        + " CONSTRAINT_TYPE WHEN 'UNIQUE' THEN 'INDEX' WHEN 'CHECK' THEN 'CONSTRAINT' ELSE"
        + " CONSTRAINT_TYPE END, ' `', REPLACE(CONSTRAINT_NAME, '`', '``'), '`') END";
  }

  @Override
  protected List<SqlStatement> dropByColumns(DropConstraint operation) {
    if (operation.kind() == ObjectKind.CHECK) {
      throw mysql.unsupported(
          "dropping "
              + operation.what()
              + " without its name, for its catalog has no columns of checks",
          "Write its name.");
    }
    String found =
        sql(
            "FROM information_schema.TABLE_CONSTRAINTS tc\n"
                + "  WHERE TABLE_SCHEMA = $L AND TABLE_NAME = $S AND CONSTRAINT_TYPE = $S$L",
            mysql.schemaOf(operation.table()),
            operation.table().name(),
            type(kind(operation)),
            columns(operation));
    String drop =
        sql(
            "(SELECT CONCAT($S, $L)\n  $L)",
            sql("ALTER TABLE $N DROP ", operation.table()),
            clause(),
            found);
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(requireOne(operation, found));
    statements.addAll(operation.ifExists() ? catalog.runIfAny(drop) : catalog.run(drop));
    return statements;
  }

  /** Keeps the value of a session variable, or gives it an impossible one. */
  private SqlStatement requireOne(DropConstraint operation, String found) {
    String variable = mysql.features().readOnlyVariable();
    return SqlStatement.check(
        sql(
            "SET SESSION $L = (SELECT IF(COUNT(*) $L 1, IF(@@$L, 'ON', 'OFF'), $S)\n  $L)",
            variable,
            operation.ifExists() ? "<=" : "=",
            variable,
            notOne(operation),
            found));
  }

  /** A name can be that of a foreign key and of a unique key in one table. */
  private String columns(DropConstraint operation) {
    if (operation.columns().isEmpty()) {
      return "";
    }
    String used =
        "\n    AND (SELECT COUNT(*) FROM information_schema.KEY_COLUMN_USAGE u"
            + " WHERE u.TABLE_SCHEMA = tc.TABLE_SCHEMA AND u.TABLE_NAME = tc.TABLE_NAME"
            + " AND u.CONSTRAINT_NAME = tc.CONSTRAINT_NAME AND u.REFERENCED_TABLE_NAME IS "
            + (operation.kind() == ObjectKind.FOREIGN_KEY ? "NOT NULL" : "NULL");
    int count = operation.columns().size();
    List<String> names = operation.columns().stream().map(column -> sql("$S", column)).toList();
    return used
        + ") = "
        + count
        + used
        + "\n      AND u.COLUMN_NAME IN ("
        + String.join(", ", names)
        + ")) = "
        + count;
  }
}
