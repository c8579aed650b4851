package io.schemachain.dialect.h2;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.ObjectKind;
import io.schemachain.operation.DropConstraint;
import java.util.List;
import java.util.Locale;

/** H2's constraints that are there already. */
final class H2Constraints extends ConstraintDdl {
  private final H2Dialect h2;

  H2Constraints(H2Dialect h2) {
    super(h2);
    this.h2 = h2;
  }

  /** A statement made of what the catalog says; SIGNAL stops where that is not one. */
  @Override
  protected List<SqlStatement> dropByColumns(DropConstraint operation) {
    return List.of(
        ddl(
            """
            EXECUTE IMMEDIATE (SELECT CASE
                WHEN COUNT(*) = 1 THEN $S || QUOTE_IDENT(MIN(c.CONSTRAINT_NAME))$L
                ELSE SIGNAL('45000', $S) END
              FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c
              WHERE $L AND c.CONSTRAINT_TYPE = '$L'$L)""",
            sql("ALTER TABLE $N DROP CONSTRAINT ", operation.table()),
            operation.ifExists() ? "\n    WHEN COUNT(*) = 0 THEN 'SET @schemachain = NULL'" : "",
            notOne(operation),
            h2.names().isTable(operation.table()),
            type(operation),
            columns(operation)));
  }

  private static String type(DropConstraint operation) {
    return kind(operation).words().toUpperCase(Locale.ROOT).replace(" CONSTRAINT", "");
  }

  private String columns(DropConstraint operation) {
    if (operation.columns().isEmpty()) {
      return "";
    }
    String view =
        operation.kind() == ObjectKind.CHECK ? "CONSTRAINT_COLUMN_USAGE" : "KEY_COLUMN_USAGE";
    String used =
        "\n    AND (SELECT COUNT(*) FROM INFORMATION_SCHEMA."
            + view
            + " u WHERE u.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA"
            + " AND u.CONSTRAINT_NAME = c.CONSTRAINT_NAME";
    int count = operation.columns().size();
    return used
        + ") = "
        + count
        + used
        + "\n      AND ("
        + String.join(
            " OR ", operation.columns().stream().map(c -> "u." + h2.names().isColumn(c)).toList())
        + ")) = "
        + count;
  }
}
