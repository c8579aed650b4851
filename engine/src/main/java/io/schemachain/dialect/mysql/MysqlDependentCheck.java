package io.schemachain.dialect.mysql;

import static io.schemachain.dialect.ShownExpression.Rules;

import io.schemachain.dialect.CatalogColumns;
import io.schemachain.dialect.ShownExpression;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Check;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements that fail unless an index or a constraint is the one of the model. They stand before
 * it goes and is made again, which would lose what somebody changed of it. An expression that the
 * server keeps in words of its own is not compared.
 */
class MysqlDependentCheck {
  private static final Set<String> OPERATORS = Set.of("IN", "LIKE", "BETWEEN");
  private static final Set<String> FUNCTIONS =
      Set.of("LOWER", "UPPER", "LENGTH", "CHAR_LENGTH", "COALESCE", "CONCAT", "ABS");

  private final MysqlDialect dialect;
  private final Rules rules;

  MysqlDependentCheck(MysqlDialect dialect) {
    this(dialect, FUNCTIONS);
  }

  MysqlDependentCheck(MysqlDialect dialect, Set<String> functions) {
    this.dialect = dialect;
    this.rules = new Rules(dialect.lexis(), OPERATORS, functions, true, "()` ");
  }

  final SqlStatement index(Table table, Index index) {
    List<String> whole = new ArrayList<>();
    whole.add("NON_UNIQUE = " + (index.unique() ? 0 : 1));
    if (index.using() == null && !MysqlStorage.isSpecial(index)) {
      whole.add("INDEX_TYPE = 'BTREE'");
    }
    String comment = index.options().get("comment");
    whole.add("INDEX_COMMENT = " + string(comment == null ? "" : comment));
    whole.addAll(visibility(index));
    List<List<String>> parts = new ArrayList<>();
    for (IndexPart part : index.parts()) {
      List<String> own = new ArrayList<>();
      own.add("SEQ_IN_INDEX = " + (parts.size() + 1));
      own.add(part.descending() ? "COLLATION = 'D'" : "COALESCE(COLLATION, 'A') = 'A'");
      own.addAll(key(table, part));
      parts.add(own);
    }
    return require(
        parts,
        dialect
            .sql()
            .format(
                "information_schema.STATISTICS\n  WHERE TABLE_SCHEMA = $L AND TABLE_NAME = $S"
                    + " AND INDEX_NAME = $S\n    AND $L",
                dialect.schemaOf(table.name()),
                table.name().name(),
                index.name(),
                String.join(" AND ", whole)),
        "The index " + index.name() + " of " + table.name());
  }

  /** A hook: whether the optimizer sees it. */
  List<String> visibility(Index index) {
    return dialect.features().hiddenIndexes()
        ? List.of("IS_VISIBLE = " + (index.options().is("invisible", "true") ? "'NO'" : "'YES'"))
        : List.of();
  }

  private List<String> key(Table table, IndexPart part) {
    if (part instanceof IndexPart.ColumnPart column) {
      return List.of(
          "COLUMN_NAME = " + string(column.column()),
          column.length() == null ? "SUB_PART IS NULL" : "SUB_PART = " + column.length());
    }
    String expression = ((IndexPart.ExpressionPart) part).sql();
    String shown = shown("EXPRESSION", expression, table);
    return List.of(shown == null ? "EXPRESSION IS NOT NULL" : shown);
  }

  final SqlStatement check(Table table, Check check) {
    String shown = shown("CHECK_CLAUSE", check.sql(), table);
    return require(
        List.of(List.of(shown == null ? "CHECK_CLAUSE IS NOT NULL" : shown)),
        checkRows(table.name(), check.name()),
        "The check constraint " + check.name() + " of " + table.name());
  }

  /** A hook: what follows FROM. */
  String checkRows(TableName table, String check) {
    return dialect
        .sql()
        .format(
            "information_schema.CHECK_CONSTRAINTS JOIN information_schema.TABLE_CONSTRAINTS"
                + " USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME)\n  WHERE TABLE_SCHEMA = $L AND"
                + " TABLE_NAME = $S AND CONSTRAINT_NAME = $S\n    AND CONSTRAINT_TYPE = 'CHECK'"
                + " AND ENFORCED = 'YES'",
            dialect.schemaOf(table),
            table.name(),
            check);
  }

  final SqlStatement foreignKey(Table table, ForeignKey key) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      columns.add(
          List.of(
              "u.ORDINAL_POSITION = " + (i + 1),
              "u.COLUMN_NAME = " + string(key.columns().get(i)),
              "u.REFERENCED_COLUMN_NAME = " + string(key.referredColumns().get(i))));
    }
    return require(
        columns,
        dialect
            .sql()
            .format(
                "information_schema.KEY_COLUMN_USAGE u"
                    + " JOIN information_schema.REFERENTIAL_CONSTRAINTS r\n"
                    + "    ON r.CONSTRAINT_SCHEMA = u.CONSTRAINT_SCHEMA AND r.TABLE_NAME ="
                    + " u.TABLE_NAME AND r.CONSTRAINT_NAME = u.CONSTRAINT_NAME\n"
                    + "  WHERE u.TABLE_SCHEMA = $L AND u.TABLE_NAME = $S"
                    + " AND u.CONSTRAINT_NAME = $S\n"
                    + "    AND u.REFERENCED_TABLE_SCHEMA = $L AND u.REFERENCED_TABLE_NAME = $S\n"
                    + "    AND r.DELETE_RULE $L AND r.UPDATE_RULE $L",
                dialect.schemaOf(table.name()),
                table.name().name(),
                key.name(),
                dialect.schemaOf(key.referredTable()),
                key.referredTable().name(),
                rule(key.onDelete()),
                rule(key.onUpdate())),
        "The foreign key " + key.name() + " of " + table.name());
  }

  /** InnoDB does the same for two of them, and the two servers call it by different names. */
  private static String rule(@Nullable ReferentialAction action) {
    return action == null
            || action == ReferentialAction.NO_ACTION
            || action == ReferentialAction.RESTRICT
        ? "IN ('NO ACTION', 'RESTRICT')"
        : "= '" + action.sql() + "'";
  }

  /** Null where the server may show it in other words. A string has its character set in front. */
  private @Nullable String shown(String column, String expression, Table table) {
    List<String> columns = table.columns().stream().map(c -> c.name()).toList();
    ShownExpression shown = ShownExpression.of(expression, columns, rules).orElse(null);
    if (shown == null) {
      return null;
    }
    String text = column;
    for (String mark : List.of("`", "(", ")", " ")) {
      text = "REPLACE(" + text + ", '" + mark + "', '')";
    }
    if (!shown.hasStrings()) {
      return "LOWER(" + text + ") = " + string(shown.compared());
    }
    return "REPLACE(REPLACE("
        + text
        + ", '_utf8mb4', ''), CHAR(92), '') = CAST("
        + string(shown.compared())
        + " AS BINARY)";
  }

  private String string(String value) {
    return dialect.literals().string(value);
  }

  /** A session variable keeps its value, or gets an impossible one. */
  private SqlStatement require(List<List<String>> conditions, String rows, String what) {
    String readOnly = dialect.features().readOnlyVariable();
    return SqlStatement.check(
        dialect
            .sql()
            .format(
                "SET SESSION $L = (SELECT IF($L, IF(@@$L, 'ON', 'OFF'), $S))",
                readOnly,
                CatalogColumns.are(rows, conditions, true),
                readOnly,
                what + " is not as the revisions made it."));
  }
}
