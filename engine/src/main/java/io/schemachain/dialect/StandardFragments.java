package io.schemachain.dialect;

import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Literal;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.Row;
import io.schemachain.operation.RowFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts that statements are made of: columns and rows. Names no database; a dialect overrides
 * the part that differs. Constraints and indexes are in {@link StandardKeys}, the statements in
 * {@link StandardDdl} and {@link StandardObjects}.
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

  /** The rows of a file. */
  protected final SqlStatement load(Table table, RowFile file) {
    String title =
        sql(
            "INSERT INTO $N ($N)$L",
            table.name(),
            file.columns(),
            insertOption(table, file.columns()));
    return SqlStatement.load(
        new RowLoad(
            RowLoad.title(title, file),
            file,
            dialect.capabilities().rowsPerInsert(),
            rows -> insert(table, rows).text(),
            copy(table, file.columns())));
  }

  /** The database's own way to take rows; null where the driver has none. */
  protected @Nullable CopyIn copy(Table table, List<String> columns) {
    return null;
  }

  /** What stands between the columns and VALUES, with a space before it. */
  protected String insertOption(Table table, List<String> columns) {
    return "";
  }

  /** What stands between the parentheses of a row. */
  final String values(Table table, Row row) {
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
    return dialect.literals().render(Literal.parse(type, value), type);
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
