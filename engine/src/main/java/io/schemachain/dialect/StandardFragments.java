package io.schemachain.dialect;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Literal;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.operation.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts that statements are made of: columns, constraints, indexes and rows. Names no database;
 * a dialect overrides the part that differs. The statements are in {@link StandardDdl}.
 */
abstract class StandardFragments {
  private final Dialect dialect;
  private final Sql sql;
  private final Schema before;
  private final Schema after;

  StandardFragments(Dialect dialect, Schema before, Schema after) {
    this.dialect = dialect;
    this.sql = dialect.sql();
    this.before = before;
    this.after = after;
  }

  protected final Dialect dialect() {
    return dialect;
  }

  protected final Schema before() {
    return before;
  }

  protected final Schema after() {
    return after;
  }

  protected final String sql(String pattern, Object... arguments) {
    return sql.format(pattern, arguments);
  }

  protected final SqlStatement ddl(String pattern, Object... arguments) {
    return SqlStatement.ddl(sql(pattern, arguments));
  }

  /**
   * SQL as the author wrote it, to stand within a statement: without comments behind it, which
   * would hide the rest of the statement.
   */
  protected final String written(String text) {
    String cut;
    try {
      cut = TrailingComments.cut(text, dialect.lexis());
    } catch (SqlSyntaxException e) {
      throw dialect.unsupported(
          "the expression `" + text.strip() + "`", String.valueOf(e.getMessage()));
    }
    if (cut.isBlank()) {
      throw dialect.unsupported(
          "the expression `" + text.strip() + "`", "Write more than a comment.");
    }
    return cut;
  }

  // Types and column clauses

  /** The name of a type. */
  protected abstract String type(DataType type);

  /** What follows the name of a column, in the order of the database. */
  protected List<String> columnClauses(TableName table, Column column) {
    List<String> clauses = new ArrayList<>();
    clauses.add(type(column.type()));
    if (column.collation() != null) {
      clauses.add(collation(column.collation()));
    }
    if (column.computed() != null) {
      clauses.add(computed(column.computed()));
    }
    if (column.identity() != null) {
      clauses.add(identity(column.identity()));
    }
    if (column.defaultValue() != null) {
      clauses.add("DEFAULT " + defaultValue(column.defaultValue(), column.type()));
    }
    if (!column.nullable()) {
      clauses.add("NOT NULL");
    }
    return clauses;
  }

  protected final String columnDefinition(TableName table, Column column) {
    return sql("$N $L", column.name(), String.join(" ", columnClauses(table, column)));
  }

  protected String collation(String collation) {
    return "COLLATE " + dialect.identifiers().alwaysQuote(collation);
  }

  protected String computed(Computed computed) {
    return "GENERATED ALWAYS AS ("
        + written(computed.sql())
        + ")"
        + (computed.stored() ? " STORED" : "");
  }

  protected String identity(Identity identity) {
    List<String> options = new ArrayList<>();
    if (identity.start() != null) {
      options.add("START WITH " + identity.start());
    }
    if (identity.increment() != null) {
      options.add("INCREMENT BY " + identity.increment());
    }
    return "GENERATED "
        + (identity.always() ? "ALWAYS" : "BY DEFAULT")
        + " AS IDENTITY"
        + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
  }

  protected String defaultValue(DefaultValue value, DataType type) {
    if (value instanceof DefaultValue.Constant constant) {
      return dialect.literals().render(Literal.parse(type, constant.text()), type);
    }
    return expressionDefault(written(((DefaultValue.Expression) value).sql()));
  }

  /** An expression as a default; some databases want parentheses around it. */
  protected String expressionDefault(String expression) {
    return expression;
  }

  // Constraints and indexes

  protected String constraint(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return primaryKey(key);
    }
    if (constraint instanceof UniqueConstraint unique) {
      return unique(unique);
    }
    if (constraint instanceof ForeignKey foreignKey) {
      return foreignKey(foreignKey);
    }
    Check check = (Check) constraint;
    return sql("CONSTRAINT $N CHECK ($L)", check.name(), written(check.sql()));
  }

  protected String primaryKey(PrimaryKey key) {
    return sql(
        "CONSTRAINT $N PRIMARY KEY ($N)$L", key.name(), key.columns(), keyOptions(key.options()));
  }

  protected String unique(UniqueConstraint unique) {
    return sql(
        "CONSTRAINT $N UNIQUE ($N)$L",
        unique.name(),
        unique.columns(),
        keyOptions(unique.options()));
  }

  /** What stands behind the columns of a key, with a space before it. */
  protected String keyOptions(Options options) {
    return new OptionTable("a key").of(options, dialect).behind("");
  }

  protected String foreignKey(ForeignKey key) {
    return sql(
            "CONSTRAINT $N FOREIGN KEY ($N) REFERENCES $N ($N)",
            key.name(),
            key.columns(),
            key.referredTable(),
            key.referredColumns())
        + action("ON DELETE", key.onDelete())
        + action("ON UPDATE", key.onUpdate());
  }

  /** A referential action with a space before it, nothing when there is none. */
  protected String action(String event, @Nullable ReferentialAction action) {
    return action == null ? "" : " " + event + " " + action.sql();
  }

  protected String createIndex(TableName table, Index index) {
    return sql(
        "CREATE $LINDEX $N ON $N ($L)$L$L",
        indexKind(index),
        index.name(),
        table,
        indexParts(index),
        indexOptions(index),
        index.where() == null ? "" : " WHERE " + indexPredicate(written(index.where())));
  }

  /** What stands before INDEX, with a space behind it. */
  protected String indexKind(Index index) {
    return index.unique() ? "UNIQUE " : "";
  }

  /** What stands behind the columns of an index, with a space before it. */
  protected String indexOptions(Index index) {
    return new OptionTable("an index").of(index.options(), dialect).behind("");
  }

  protected String indexPredicate(String where) {
    return where;
  }

  /** What stands between the parentheses of an index. */
  protected final String indexParts(Index index) {
    List<String> parts = new ArrayList<>(index.parts().size());
    for (IndexPart part : index.parts()) {
      parts.add(indexPart(part));
    }
    return String.join(", ", parts);
  }

  protected String indexPart(IndexPart part) {
    String key =
        part instanceof IndexPart.ColumnPart column
            ? sql("$N", column.column())
            : indexExpression(written(((IndexPart.ExpressionPart) part).sql()));
    return part.descending() ? key + " DESC" : key;
  }

  protected String indexExpression(String expression) {
    return "(" + expression + ")";
  }

  // Rows and comments

  /** One INSERT for rows with the same columns. */
  protected SqlStatement insert(Table table, List<Row> rows) {
    List<String> columns = rows.get(0).columns();
    List<String> lines = new ArrayList<>(rows.size());
    for (Row row : rows) {
      lines.add("(" + values(table, row) + ")");
    }
    return SqlStatement.dml(
        sql(
            "INSERT INTO $N ($N)$L VALUES\n  $L",
            table.name(),
            columns,
            insertOption(table, columns),
            String.join(",\n  ", lines)));
  }

  /** What stands between the columns and VALUES, with a space before it. */
  protected String insertOption(Table table, List<String> columns) {
    return "";
  }

  private String values(Table table, Row row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.columns().size(); i++) {
      Column column = table.column(row.columns().get(i)).orElseThrow();
      values.add(value(row.values().get(i), column.type()));
    }
    return String.join(", ", values);
  }

  protected String value(Value value, DataType type) {
    if (value instanceof Value.Null) {
      return "NULL";
    }
    if (value instanceof Value.Sql expression) {
      return written(expression.sql());
    }
    return dialect.literals().render(Literal.parse(type, ((Value.Text) value).text()), type);
  }

  /** String constants with commas between. */
  protected final String strings(List<String> values) {
    List<String> constants = new ArrayList<>(values.size());
    for (String value : values) {
      constants.add(dialect.literals().string(value));
    }
    return String.join(", ", constants);
  }

  protected final String commentText(@Nullable String comment) {
    return comment == null ? "NULL" : dialect.literals().string(comment);
  }
}
