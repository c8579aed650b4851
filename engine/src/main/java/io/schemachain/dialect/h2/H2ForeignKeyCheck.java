package io.schemachain.dialect.h2;

import io.schemachain.dialect.CatalogColumns;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that fails unless a foreign key is the one of the model. It stands before one that
 * goes with an index and comes back, without what somebody changed of it.
 */
final class H2ForeignKeyCheck {
  private final H2Dialect dialect;

  H2ForeignKeyCheck(H2Dialect dialect) {
    this.dialect = dialect;
  }

  SqlStatement statement(TableName table, ForeignKey key) {
    H2Names names = dialect.names();
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      columns.add(
          List.of(
              "u.ORDINAL_POSITION = " + (i + 1),
              "u." + names.isColumn(key.columns().get(i)),
              refers(key, key.referredColumns().get(i))));
    }
    String rows =
        "INFORMATION_SCHEMA.KEY_COLUMN_USAGE u\n  WHERE "
            + names.isTable(table)
            + " AND "
            + names.isConstraint(key.name());
    return SqlStatement.check(
        dialect
            .sql()
            .format(
                "SELECT CASE WHEN $L THEN TRUE\n  ELSE SIGNAL('45000', $S) END",
                CatalogColumns.are(rows, columns, true),
                "The foreign key "
                    + key.name()
                    + " of "
                    + table
                    + " is not as the revisions made it."));
  }

  private String refers(ForeignKey key, String column) {
    return dialect
        .sql()
        .format(
            """
            EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r
                  JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE k
                    ON k.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA
                    AND k.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME
                    AND k.ORDINAL_POSITION = u.POSITION_IN_UNIQUE_CONSTRAINT
                  WHERE r.CONSTRAINT_SCHEMA = u.CONSTRAINT_SCHEMA
                    AND r.CONSTRAINT_NAME = u.CONSTRAINT_NAME
                    AND r.DELETE_RULE $L AND r.UPDATE_RULE $L
                    AND k.$L AND $L)""",
            rule(key.onDelete()),
            rule(key.onUpdate()),
            dialect.names().isColumn(column),
            dialect.names().isTable(key.referredTable()));
  }

  /** Where nothing is said the server says RESTRICT, and it does the same for NO ACTION. */
  private static String rule(@Nullable ReferentialAction action) {
    return action == null
            || action == ReferentialAction.NO_ACTION
            || action == ReferentialAction.RESTRICT
        ? "IN ('NO ACTION', 'RESTRICT')"
        : "= '" + action.sql() + "'";
  }
}
