package io.schemachain.dialect;

import io.schemachain.dialect.SqlLexis.Trait;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.create.table.ColumnDefinition;
import net.sf.jsqlparser.statement.create.table.Index.ColumnParams;
import net.sf.jsqlparser.statement.drop.Drop;

/**
 * Reads what CREATE, ALTER and DROP of a table or an index do to the schema. JSQLParser says what
 * the words of a statement mean; a word that it says nothing of, or that has no place here, makes
 * the statement one that is not understood. What is read is published in format-spec, {@code
 * docs/raw-sql.md}.
 */
final class SqlEffects {
  private final Dialect dialect;
  private final Schema before;
  private final SqlWords words;
  private final SqlNames names;
  private final SqlTableElements elements;

  private SqlEffects(String statement, Dialect dialect, Schema before) {
    this.dialect = dialect;
    this.before = before;
    this.words = new SqlWords(statement, dialect.lexis());
    this.names = new SqlNames(dialect);
    this.elements = new SqlTableElements(words, names, dialect.ddlSemantics());
  }

  /**
   * The operations that do the same to the model as the statement does to the database.
   *
   * @param before where an index is looked up whose table is not named
   * @throws NotUnderstoodException if there is anything in it that is not understood
   */
  static List<Operation> read(String statement, Dialect dialect, Schema before) {
    boolean hasTail = dialect.ddlSemantics().grammar() == DdlSemantics.Grammar.POSTGRESQL;
    Statement parsed =
        parse(hasTail ? SqlTail.cut(statement, dialect.lexis()) : statement, dialect.lexis());
    try {
      SqlEffects effects = new SqlEffects(statement, dialect, before);
      List<Operation> operations = effects.of(parsed);
      effects.words.requireEnd();
      return operations;
    } catch (SqlSyntaxException | IllegalArgumentException e) {
      // Text that is no SQL here, or a model that cannot be: no column, a column twice.
      throw new NotUnderstoodException();
    }
  }

  /** Whatever a parser fails with, it has not understood. */
  private static Statement parse(String statement, SqlLexis lexis) {
    try {
      Statement parsed =
          CCJSqlParserUtil.newParser(statement)
              .withSquareBracketQuotation(lexis.has(Trait.BRACKETS))
              .withBackslashEscapeCharacter(lexis.has(Trait.BACKSLASH_ESCAPES))
              .withAllowComplexParsing(false)
              .Statement();
      if (parsed == null) {
        throw new NotUnderstoodException();
      }
      return parsed;
    } catch (ParseException | RuntimeException e) {
      throw new NotUnderstoodException();
    }
  }

  private List<Operation> of(Statement statement) {
    if (statement instanceof net.sf.jsqlparser.statement.create.table.CreateTable create) {
      return List.of(createTable(create));
    }
    if (statement instanceof net.sf.jsqlparser.statement.create.index.CreateIndex create) {
      return List.of(createIndex(create));
    }
    if (statement instanceof Drop drop) {
      return List.of(drop(drop));
    }
    if (statement instanceof Alter alter) {
      return new SqlAlterations(words, names, elements).of(alter);
    }
    throw new NotUnderstoodException();
  }

  private Operation createTable(net.sf.jsqlparser.statement.create.table.CreateTable create) {
    words.take("CREATE TABLE " + SqlNames.words(create.getTable()) + " (");
    Table table = Table.of(names.table(create.getTable()), List.of());
    var written = create.getTableElements();
    if (written == null || written.isEmpty()) {
      throw new NotUnderstoodException();
    }
    String separator = "";
    for (var element : written) {
      words.take(separator);
      separator = ",";
      if (element instanceof ColumnDefinition definition) {
        var column = elements.column(definition);
        List<io.schemachain.model.Column> columns = new ArrayList<>(table.columns());
        columns.add(column.column());
        table = table.withColumns(columns);
        for (Constraint constraint : column.constraints()) {
          table = with(constraint, table);
        }
      } else if (element instanceof net.sf.jsqlparser.statement.create.table.Index index) {
        table = with(elements.constraint(index), table);
      } else {
        throw new NotUnderstoodException();
      }
    }
    words.take(")");
    requireKeyNotNull(table);
    return new CreateTable(table);
  }

  private static Table with(Constraint constraint, Table table) {
    if (constraint instanceof PrimaryKey && table.primaryKey() != null) {
      throw new NotUnderstoodException();
    }
    return table.plus(constraint);
  }

  /** The model's keys are NOT NULL. */
  private void requireKeyNotNull(Table table) {
    boolean nullable =
        table.primaryKeyColumns().stream()
            .flatMap(name -> table.column(name).stream())
            .anyMatch(io.schemachain.model.Column::nullable);
    if (nullable && !dialect.ddlSemantics().keysAreNotNull()) {
      throw new NotUnderstoodException("Write NOT NULL for the columns of the primary key.");
    }
  }

  private Operation createIndex(net.sf.jsqlparser.statement.create.index.CreateIndex create) {
    var written = create.getIndex();
    boolean unique =
        written.getKind() == net.sf.jsqlparser.statement.create.table.Index.Kind.UNIQUE;
    words.take(unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX");
    String name = names.name(written.getName());
    words.take(written.getName() + " ON " + SqlNames.words(create.getTable()));
    String using = null;
    if (elements.isPostgresql() && words.takeIf("USING")) {
      using = names.name(words.takeOne());
    }
    words.take("(");
    List<IndexPart> parts = new ArrayList<>();
    for (ColumnParams part : written.getColumns()) {
      words.take(parts.isEmpty() ? "" : ",");
      String column = names.name(part.getColumnName());
      words.take(part.getColumnName());
      ColumnParams.SortOrder order = part.getSortOrder();
      words.take(order == null ? "" : order.name());
      parts.add(new IndexPart.ColumnPart(column, order == ColumnParams.SortOrder.DESC));
    }
    words.take(")");
    List<String> include = include();
    boolean nullsNotDistinct =
        elements.isPostgresql()
            ? words.takeIf("NULLS NOT DISTINCT")
            : unique && elements.isTransactSql(); // Two NULLs are the same to SQL Server.
    String where = null;
    if (create.getWhere() != null) {
      words.take("WHERE");
      where = words.take(create.getWhere().toString());
    }
    return new CreateIndex(
        names.table(create.getTable()),
        new Index(name, parts, unique, where, using, include, nullsNotDistinct, Options.none()));
  }

  private List<String> include() {
    List<String> columns = new ArrayList<>();
    if ((elements.isPostgresql() || elements.isTransactSql()) && words.takeIf("INCLUDE (")) {
      do {
        columns.add(names.name(words.takeOne()));
      } while (words.takeIf(","));
      words.take(")");
    }
    return columns;
  }

  private Operation drop(Drop drop) {
    words.take("DROP " + drop.getType() + (drop.isIfExists() ? " IF EXISTS " : " "));
    words.take(SqlNames.words(drop.getName()));
    TableName name = names.table(drop.getName());
    return switch (drop.getObjectType()) {
      case TABLE -> new DropTable(name, drop.isIfExists());
      case INDEX -> dropIndex(name);
      default -> throw new NotUnderstoodException();
    };
  }

  /**
   * With the table behind it, or nothing.
   *
   * @param index with its schema, which is that of its table
   */
  private Operation dropIndex(TableName index) {
    TableName table = words.takeIf("ON") ? names.table(words) : null;
    if (table == null && elements.isTransactSql()) {
      throw new NotUnderstoodException(); // What stands before a point is a table there.
    }
    for (Table candidate : before.tables()) {
      boolean isThere =
          table == null
              ? sameSchema(candidate.name(), index)
              : candidate.name().equals(table) && index.schema() == null;
      if (isThere && candidate.indexes().stream().anyMatch(i -> i.name().equals(index.name()))) {
        return new DropIndex(candidate.name(), index.name());
      }
    }
    throw new NotUnderstoodException();
  }

  private static boolean sameSchema(TableName a, TableName b) {
    return a.equals(b.withName(a.name()));
  }
}
