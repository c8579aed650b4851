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
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.Execute;
import io.schemachain.operation.OperationVisitor;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Portable SQL for every operation. Names no database; a dialect overrides the fragment that
 * differs, then the clause, then the statement. The model is trusted to be valid: {@code
 * ApplyToSchema} has seen every operation before.
 */
public abstract class StandardDdl implements OperationVisitor<List<SqlStatement>> {
  private final Dialect dialect;
  private final Sql sql;
  private final Schema before;
  private final Schema after;

  protected StandardDdl(Dialect dialect, Schema before, Schema after) {
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
      return sql("CONSTRAINT $N UNIQUE ($N)", unique.name(), unique.columns());
    }
    if (constraint instanceof ForeignKey foreignKey) {
      return foreignKey(foreignKey);
    }
    Check check = (Check) constraint;
    return sql("CONSTRAINT $N CHECK ($L)", check.name(), written(check.sql()));
  }

  protected String primaryKey(PrimaryKey key) {
    return sql("CONSTRAINT $N PRIMARY KEY ($N)", key.name(), key.columns());
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
        "CREATE $LINDEX $N ON $N ($L)$L",
        index.unique() ? "UNIQUE " : "",
        index.name(),
        table,
        index.parts().stream().map(this::indexPart).collect(Collectors.joining(", ")),
        index.where() == null ? "" : " WHERE " + indexPredicate(written(index.where())));
  }

  protected String indexPredicate(String where) {
    return where;
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

  // Tables

  /** One CREATE TABLE with columns and constraints; indexes and comments are separate. */
  protected SqlStatement createTable(Table table, String verb) {
    List<String> lines = new ArrayList<>();
    table.columns().forEach(column -> lines.add(columnDefinition(table.name(), column)));
    constraintsInTable(table).forEach(constraint -> lines.add(constraint(constraint)));
    return ddl(
        "$L $N (\n  $L\n)$L", verb, table.name(), String.join(",\n  ", lines), tableOptions(table));
  }

  /** The constraints that CREATE TABLE writes behind the columns. */
  protected List<Constraint> constraintsInTable(Table table) {
    return table.constraints();
  }

  /** What stands behind the closing parenthesis, with a space before it. */
  protected String tableOptions(Table table) {
    return "";
  }

  @Override
  public List<SqlStatement> visitCreateTable(CreateTable operation) {
    Table table = after.require(operation.table().name());
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(createTable(table, "CREATE TABLE"));
    table.indexes().forEach(index -> statements.add(ddl("$L", createIndex(table.name(), index))));
    if (table.comment() != null) {
      statements.addAll(tableComment(table.name(), table.comment()));
    }
    for (Column column : table.columns()) {
      if (column.comment() != null) {
        statements.addAll(columnComment(table.name(), column.name(), column.comment()));
      }
    }
    return statements;
  }

  /** Statements beside CREATE TABLE that comment a table; null takes the comment away. */
  protected List<SqlStatement> tableComment(TableName table, @Nullable String comment) {
    return List.of(ddl("COMMENT ON TABLE $N IS $L", table, commentText(comment)));
  }

  /** Statements that comment a column; none where the column clause holds its comment. */
  protected List<SqlStatement> columnComment(
      TableName table, String column, @Nullable String comment) {
    return List.of(ddl("COMMENT ON COLUMN $N.$N IS $L", table, column, commentText(comment)));
  }

  protected final String commentText(@Nullable String comment) {
    return comment == null ? "NULL" : dialect.literals().string(comment);
  }

  @Override
  public List<SqlStatement> visitDropTable(DropTable operation) {
    return List.of(
        ddl("DROP TABLE $L$N", operation.ifExists() ? "IF EXISTS " : "", operation.table()));
  }

  @Override
  public List<SqlStatement> visitRenameTable(RenameTable operation) {
    return List.of(ddl("ALTER TABLE $N RENAME TO $N", operation.table(), operation.newName()));
  }

  // Columns

  @Override
  public List<SqlStatement> visitAddColumn(AddColumn operation) {
    Column column = operation.column();
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        ddl(
            "ALTER TABLE $N ADD COLUMN $L",
            operation.table(),
            columnDefinition(operation.table(), column)));
    if (column.comment() != null) {
      statements.addAll(columnComment(operation.table(), column.name(), column.comment()));
    }
    return statements;
  }

  @Override
  public List<SqlStatement> visitDropColumn(DropColumn operation) {
    return List.of(ddl("ALTER TABLE $N DROP COLUMN $N", operation.table(), operation.column()));
  }

  /**
   * Type, nullability, default and comment in this order, then the name; one statement each. A
   * default that goes is the first to go: it may not be one of the new type.
   */
  @Override
  public List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    TableName table = operation.table();
    Column old = before.require(table).column(operation.column()).orElseThrow();
    Column changed = after.require(table).column(operation.resultingName()).orElseThrow();
    List<SqlStatement> statements = new ArrayList<>();
    boolean newType = !changed.type().equals(old.type());
    boolean newDefault = !Objects.equals(changed.defaultValue(), old.defaultValue());
    if (newDefault && changed.defaultValue() == null) {
      statements.add(alterColumn(table, old.name(), "DROP DEFAULT"));
    }
    if (newType) {
      statements.addAll(alterType(table, old, changed));
    }
    if (changed.nullable() != old.nullable()) {
      statements.add(
          alterColumn(table, old.name(), changed.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
    }
    if (changed.defaultValue() != null
        && (newDefault || (newType && isDefaultRewritten(old, changed)))) {
      statements.add(
          alterColumn(
              table,
              old.name(),
              "SET DEFAULT " + defaultValue(changed.defaultValue(), changed.type())));
    }
    if (!Objects.equals(changed.comment(), old.comment())) {
      statements.addAll(columnComment(table, old.name(), changed.comment()));
    }
    if (operation.newName() != null) {
      statements.addAll(renameColumn(table, old.name(), operation.newName()));
    }
    return statements;
  }

  /** Whether a default that stays must be written again after the type changed. */
  protected boolean isDefaultRewritten(Column old, Column changed) {
    return false;
  }

  /** Whether two types differ in nothing but a length or a precision. */
  protected static boolean isOfSameKind(DataType type, DataType other) {
    return type.kind() != null && type.kind() == other.kind();
  }

  protected final SqlStatement alterColumn(TableName table, String column, String change) {
    return ddl("ALTER TABLE $N ALTER COLUMN $N $L", table, column, change);
  }

  protected List<SqlStatement> alterType(TableName table, Column old, Column changed) {
    return List.of(alterColumn(table, old.name(), "SET DATA TYPE " + type(changed.type())));
  }

  protected List<SqlStatement> renameColumn(TableName table, String column, String newName) {
    return List.of(ddl("ALTER TABLE $N RENAME COLUMN $N TO $N", table, column, newName));
  }

  // Indexes and constraints

  @Override
  public List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    return List.of(ddl("$L", createIndex(operation.table(), operation.index())));
  }

  /** An index is in the schema of its table. */
  @Override
  public List<SqlStatement> visitDropIndex(DropIndex operation) {
    return List.of(ddl("DROP INDEX $N", operation.table().withName(operation.index())));
  }

  protected final List<SqlStatement> addConstraint(TableName table, Constraint constraint) {
    return List.of(ddl("ALTER TABLE $N ADD $L", table, constraint(constraint)));
  }

  @Override
  public List<SqlStatement> visitCreatePrimaryKey(CreatePrimaryKey operation) {
    return addConstraint(operation.table(), operation.primaryKey());
  }

  @Override
  public List<SqlStatement> visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    return addConstraint(operation.table(), operation.constraint());
  }

  /** The foreign key as the replay completed it, with the columns it refers to. */
  @Override
  public List<SqlStatement> visitCreateForeignKey(CreateForeignKey operation) {
    Constraint complete =
        after.require(operation.table()).constraint(operation.foreignKey().name()).orElseThrow();
    return addConstraint(operation.table(), complete);
  }

  @Override
  public List<SqlStatement> visitCreateCheckConstraint(CreateCheckConstraint operation) {
    return addConstraint(operation.table(), operation.check());
  }

  @Override
  public List<SqlStatement> visitDropConstraint(DropConstraint operation) {
    Constraint constraint =
        before.require(operation.table()).constraint(operation.name()).orElseThrow();
    return dropConstraint(operation.table(), constraint);
  }

  protected List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    return List.of(ddl("ALTER TABLE $N DROP CONSTRAINT $N", table, constraint.name()));
  }

  /** As {@link #requireNotReferred(TableName, List, String)}, of what makes columns unique. */
  protected final void requireNotReferred(TableName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      requireNotReferred(table, key.columns(), key.name());
    } else if (constraint instanceof UniqueConstraint unique) {
      requireNotReferred(table, unique.columns(), unique.name());
    }
  }

  /**
   * For databases where a foreign key depends on the one constraint or index that it was created
   * on, of all that make the columns unique; the model does not know which.
   *
   * @param columns unique because of what is to be dropped
   */
  protected final void requireNotReferred(TableName name, List<String> columns, String dropped) {
    for (Table table : before.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.referredTable().equals(name)
            && Set.copyOf(key.referredColumns()).equals(Set.copyOf(columns))) {
          throw dialect.unsupported(
              "dropping "
                  + dropped
                  + ", which the foreign key "
                  + key.name()
                  + " of "
                  + table.name()
                  + " may depend on",
              "Drop the foreign key before and create it again after.");
        }
      }
    }
  }

  @Override
  public List<SqlStatement> visitCreateTableComment(CreateTableComment operation) {
    return tableComment(operation.table(), operation.comment());
  }

  @Override
  public List<SqlStatement> visitDropTableComment(DropTableComment operation) {
    return tableComment(operation.table(), null);
  }

  // Data

  /** Rows with the same columns share a statement, in order. */
  @Override
  public List<SqlStatement> visitBulkInsert(BulkInsert operation) {
    Table table = before.require(operation.table());
    List<SqlStatement> statements = new ArrayList<>();
    List<Row> rows = operation.rows();
    int from = 0;
    while (from < rows.size()) {
      int to = from + 1;
      while (to < rows.size()
          && to - from < dialect.capabilities().rowsPerInsert()
          && rows.get(to).columns().equals(rows.get(from).columns())) {
        to++;
      }
      statements.add(insert(table, rows.subList(from, to)));
      from = to;
    }
    for (Column column : table.columns()) {
      if (column.identity() != null && anyGives(rows, column.name())) {
        statements.addAll(moveIdentity(table, column, column.identity()));
      }
    }
    return statements;
  }

  private static boolean anyGives(List<Row> rows, String column) {
    return rows.stream().anyMatch(row -> row.columns().contains(column));
  }

  private SqlStatement insert(Table table, List<Row> rows) {
    List<String> columns = rows.get(0).columns();
    String values =
        rows.stream()
            .map(row -> "(" + values(table, row) + ")")
            .collect(Collectors.joining(",\n  "));
    return SqlStatement.dml(
        sql(
            "INSERT INTO $N ($N)$L VALUES\n  $L",
            table.name(),
            columns,
            insertOption(table, columns),
            values));
  }

  /** What stands between the columns and VALUES, with a space before it. */
  protected String insertOption(Table table, List<String> columns) {
    return "";
  }

  /** Statements after rows with values for an identity column, so that it goes on behind them. */
  protected List<SqlStatement> moveIdentity(Table table, Column column, Identity identity) {
    return List.of();
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

  @Override
  public List<SqlStatement> visitExecute(Execute operation) {
    return SqlSplitter.split(operation.sql(), dialect.lexis()).stream()
        .map(SqlSplitter.Part::toStatement)
        .toList();
  }
}
