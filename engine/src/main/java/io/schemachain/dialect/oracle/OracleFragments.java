package io.schemachain.dialect.oracle;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Index;
import io.schemachain.model.Options;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fragments that Oracle writes differently. The statements are in {@link OracleDdl}. */
abstract class OracleFragments extends StandardDdl {
  /** Of COMMENT, whose constant cannot be in pieces, in one line of SQL*Plus. */
  private static final int MAX_COMMENT = 2000;

  private final OracleDialect oracle;
  private final OracleRules rules;
  private final OracleChecks checks;

  OracleFragments(OracleDialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
    this.oracle = dialect;
    this.rules = new OracleRules(dialect);
    this.checks = new OracleChecks(dialect);
  }

  final OracleDialect oracle() {
    return oracle;
  }

  final OracleRules rules() {
    return rules;
  }

  final OracleChecks checks() {
    return checks;
  }

  // Types and column clauses

  @Override
  protected final String type(DataType type) {
    rules.requireType(type);
    if (type instanceof DataType.Scalar scalar) {
      return oracle.types().render(scalar);
    }
    if (type instanceof DataType.Enumeration enumeration) {
      int longest = 1;
      for (String value : enumeration.values()) {
        longest = Math.max(longest, value.codePointCount(0, value.length()));
      }
      return "VARCHAR2(" + longest + " CHAR)";
    }
    return written(((DataType.Native) type).text());
  }

  /** An identity column is NOT NULL by itself; the check of the type comes last. */
  @Override
  protected final List<String> columnClauses(TableName table, Column column) {
    List<String> clauses = new ArrayList<>(super.columnClauses(table, column));
    if (column.identity() != null) {
      clauses.remove("NOT NULL");
    }
    String check = checks.clause(table, column);
    if (check != null) {
      clauses.add(check);
    }
    return clauses;
  }

  /** ORA-43929: only where MAX_STRING_SIZE is EXTENDED, which nothing here knows. */
  @Override
  protected final String collation(String collation) {
    throw oracle.unsupported(
        "a collation of a column, unless its database has long strings",
        "Leave `collation` out, or write {native: \"VARCHAR2(50 CHAR) COLLATE "
            + collation
            + "\"} as the type.");
  }

  @Override
  protected final String computed(Computed computed) {
    if (computed.stored()) {
      throw oracle.unsupported(
          "stored computed columns", "Write `stored: false`, or fill the column by a trigger.");
    }
    return super.computed(computed) + " VIRTUAL";
  }

  @Override
  protected final String defaultValue(DefaultValue value, DataType type) {
    return value instanceof DefaultValue.Expression expression
        ? ofType(written(expression.sql()), type)
        : super.defaultValue(value, type);
  }

  @Override
  protected final String value(Value value, DataType type) {
    String text = super.value(value, type);
    return value instanceof Value.Sql ? ofType(text, type) : text;
  }

  /** A DATE has a time of day, and CURRENT_DATE as well. */
  private static String ofType(String expression, DataType type) {
    return type.is(TypeKind.DATE) ? "TRUNC(" + expression + ")" : expression;
  }

  // Constraints and indexes

  @Override
  protected final String deferral(Constraint constraint) {
    return deferral(constraint.deferral());
  }

  @Override
  protected final void requireNotValid(Constraint constraint) {}

  @Override
  protected final String notValid() {
    return " ENABLE NOVALIDATE";
  }

  /** Without ON DELETE and ON UPDATE a row that is referred to stays as it is. */
  @Override
  protected final String action(String event, @Nullable ReferentialAction action) {
    return OracleRules.isNothing(action) ? "" : super.action(event, action);
  }

  /** In the schema of its table, also when that is another than the session's. */
  @Override
  protected final String createIndex(TableName table, Index index, String option) {
    if (index.where() != null) {
      throw oracle.unsupported(
          "partial indexes",
          "Index an expression that is null where the condition does not hold: {sql: \"CASE WHEN"
              + " … THEN … END\"}.");
    }
    return sql(
        "CREATE $LINDEX $L$N ON $N$L ($L)$L$L$L",
        indexKind(index),
        option,
        table.withName(index.name()),
        table,
        index.using() == null ? "" : indexMethod(index.using()),
        indexParts(index),
        index.include().isEmpty() ? "" : include(index),
        nulls(index.nullsNotDistinct(), index.name()),
        indexOptions(index));
  }

  @Override
  protected final String indexKind(Index index) {
    return super.indexKind(index)
        + OracleOptions.INDEX.of(index.options(), oracle).before(OracleOptions.KIND);
  }

  @Override
  protected final String indexOptions(Index index) {
    return OracleOptions.INDEX.of(index.options(), oracle).behind(OracleOptions.BEHIND);
  }

  @Override
  protected final String keyOptions(Options options) {
    return options.isEmpty() ? "" : " USING INDEX" + indexOfKey(options);
  }

  /** What the index of a key is made with, with a space before it. */
  final String indexOfKey(Options options) {
    return OracleOptions.KEY.of(options, oracle).behind(OracleOptions.BEHIND);
  }

  @Override
  protected final String tableOptions(Table table) {
    return OracleOptions.TABLE.of(table.options(), oracle).behind(OracleOptions.BEHIND);
  }

  /** NULL is greater than all values. */
  @Override
  protected final boolean nullIsSmallest() {
    return false;
  }

  @Override
  protected final String indexExpression(String expression) {
    return expression;
  }

  // Comments: an empty one is none

  @Override
  protected final List<SqlStatement> tableComment(TableName table, @Nullable String comment) {
    return List.of(comment(sql("COMMENT ON TABLE $N IS ", table), comment));
  }

  @Override
  protected final List<SqlStatement> columnComment(
      TableName table, String column, @Nullable String comment) {
    return List.of(comment(sql("COMMENT ON COLUMN $N.$N IS ", table, column), comment));
  }

  /** COMMENT takes one constant and no expression, so a line end in it wants a block around it. */
  private SqlStatement comment(String before, @Nullable String comment) {
    String text = comment == null ? "" : comment;
    String constant = OracleLiterals.plain(text);
    if (constant.length() > MAX_COMMENT) {
      throw oracle.unsupported("comments over " + MAX_COMMENT + " characters", "Shorten it.");
    }
    return SqlStatement.ddl(
        oracle.literals().string(text).equals(constant)
            ? before + constant
            : PlSql.execute(before + constant, oracle.literals()));
  }
}
