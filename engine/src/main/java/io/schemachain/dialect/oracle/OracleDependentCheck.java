package io.schemachain.dialect.oracle;

import io.schemachain.dialect.CatalogColumns;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Constraint;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements that fail unless what is dropped around the change of a column, and made again behind
 * it, is that of the model. The catalog's expressions can be compared with nothing.
 */
final class OracleDependentCheck {
  private final OracleDialect dialect;

  OracleDependentCheck(OracleDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * @param table whose indexes they are
   */
  List<SqlStatement> statements(TableName table, OracleKeys keys) {
    List<SqlStatement> statements = new ArrayList<>();
    for (OracleKeys.Key key : keys.keys()) {
      statements.add(
          key.constraint() instanceof ForeignKey foreign
              ? foreignKey(key.table(), foreign)
              : key(key.table(), key.constraint()));
    }
    keys.indexes().forEach(index -> statements.add(index(table, index)));
    return statements;
  }

  private SqlStatement key(TableName table, Constraint key) {
    List<List<String>> columns = new ArrayList<>();
    for (String column : key.columns()) {
      columns.add(List.of("u.POSITION = " + (columns.size() + 1), "u." + isColumn(column)));
    }
    boolean primary = key instanceof PrimaryKey;
    return require(
        columns,
        constraint(table, key, primary ? "P" : "U", ""),
        (primary ? "The primary key " : "The unique constraint ") + key.name() + " of " + table);
  }

  private SqlStatement foreignKey(TableName table, ForeignKey key) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      columns.add(
          List.of(
              "u.POSITION = " + (i + 1),
              "u." + isColumn(key.columns().get(i)),
              "r." + isColumn(key.referredColumns().get(i))));
    }
    String referred =
        "\n    JOIN ALL_CONS_COLUMNS r ON r.OWNER = c.R_OWNER"
            + " AND r.CONSTRAINT_NAME = c.R_CONSTRAINT_NAME AND r.POSITION = u.POSITION";
    TableName other = key.referredTable();
    String rows =
        constraint(table, key, "R", referred)
            + dialect
                .sql()
                .format(
                    "\n    AND r.OWNER = $L AND r.TABLE_NAME = $S AND c.DELETE_RULE = $S",
                    dialect.schemaOf(other),
                    dialect.catalogName(other.name()),
                    rule(key.onDelete()));
    return require(columns, rows, "The foreign key " + key.name() + " of " + table);
  }

  private static String rule(@Nullable ReferentialAction action) {
    return action == null || action == ReferentialAction.RESTRICT
        ? ReferentialAction.NO_ACTION.sql()
        : action.sql();
  }

  private String constraint(TableName table, Constraint constraint, String type, String join) {
    Deferral deferral = constraint.deferral();
    return "ALL_CONSTRAINTS c\n    JOIN ALL_CONS_COLUMNS u"
        + " ON u.OWNER = c.OWNER AND u.CONSTRAINT_NAME = c.CONSTRAINT_NAME"
        + join
        + dialect
            .sql()
            .format(
                "\n  WHERE c.OWNER = $L AND c.TABLE_NAME = $S AND c.CONSTRAINT_NAME = $S\n"
                    + "    AND c.CONSTRAINT_TYPE = $S AND c.STATUS = 'ENABLED'"
                    + " AND c.DEFERRABLE = $S AND c.DEFERRED = $S",
                dialect.schemaOf(table),
                dialect.catalogName(table.name()),
                dialect.catalogName(constraint.name()),
                type,
                deferral == Deferral.NONE ? "NOT DEFERRABLE" : "DEFERRABLE",
                deferral == Deferral.INITIALLY_DEFERRED ? "DEFERRED" : "IMMEDIATE");
  }

  private SqlStatement index(TableName table, Index index) {
    List<List<String>> columns = new ArrayList<>();
    boolean computed = false;
    for (IndexPart part : index.parts()) {
      List<String> own = new ArrayList<>();
      own.add("k.COLUMN_POSITION = " + (columns.size() + 1));
      own.add("k.DESCEND = " + (part.descending() ? "'DESC'" : "'ASC'"));
      if (part instanceof IndexPart.ColumnPart column && !part.descending()) {
        own.add("k." + isColumn(column.column()));
      } else {
        computed = true; // A column of the server's own, which has a name of its own.
      }
      columns.add(own);
    }
    String type = index.options().has("bitmap") ? "BITMAP" : "NORMAL";
    String reverse = index.options().is("reverse", "true") ? "/REV" : "";
    String rows =
        dialect
            .sql()
            .format(
                "ALL_INDEXES i\n    JOIN ALL_IND_COLUMNS k"
                    + " ON k.INDEX_OWNER = i.OWNER AND k.INDEX_NAME = i.INDEX_NAME\n"
                    + "  WHERE i.TABLE_OWNER = $L AND i.TABLE_NAME = $S AND i.INDEX_NAME = $S\n"
                    + "    AND i.UNIQUENESS = $S AND i.INDEX_TYPE = $S AND i.VISIBILITY = $S",
                dialect.schemaOf(table),
                dialect.catalogName(table.name()),
                dialect.catalogName(index.name()),
                index.unique() ? "UNIQUE" : "NONUNIQUE",
                (computed ? "FUNCTION-BASED " : "") + type + reverse,
                index.options().is("invisible", "true") ? "INVISIBLE" : "VISIBLE");
    return require(columns, rows, "The index " + index.name() + " of " + table);
  }

  private String isColumn(String column) {
    return dialect.sql().format("COLUMN_NAME = $S", dialect.catalogName(column));
  }

  private SqlStatement require(List<List<String>> conditions, String rows, String what) {
    return SqlStatement.check(
        PlSql.raiseUnless(
            CatalogColumns.are(rows, conditions, true),
            what + " is not as the revisions made it.",
            dialect.literals()));
  }
}
