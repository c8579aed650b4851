package io.schemachain.dialect.mysql;

import static io.schemachain.dialect.mysql.MysqlOptions.BEHIND;
import static io.schemachain.dialect.mysql.MysqlOptions.KIND;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.dialect.TypeTable;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Literal;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fragments that MySQL writes differently: types, column clauses, keys. The statements are in
 * {@link MysqlDdl}.
 */
abstract class MysqlFragments extends StandardDdl {
  private final MysqlDialect mysql;
  private final MysqlFeatures features;
  private final TypeTable types;
  private final MysqlRules rules;
  private final MysqlColumnCheck columnCheck;
  private final MysqlOptions options;
  private final Set<String> algorithms;

  MysqlFragments(
      MysqlDialect dialect, MysqlRules rules, Schema before, Schema after, Set<String> algorithms) {
    super(dialect, before, after);
    this.algorithms = algorithms;
    this.mysql = dialect;
    this.features = dialect.features();
    this.types = MysqlTypes.of(dialect);
    this.rules = rules;
    this.columnCheck = dialect.columnCheck();
    this.options = dialect.options();
  }

  final MysqlDialect mysql() {
    return mysql;
  }

  // What the catalog decides

  final MysqlCatalog catalog() {
    return new MysqlCatalog(mysql);
  }

  /** Runs a statement only where a query finds something. */
  List<SqlStatement> onlyIf(String query, SqlStatement statement) {
    return catalog().onlyIf(query, statement);
  }

  /** Runs a statement only where a query finds nothing. */
  List<SqlStatement> unless(String query, SqlStatement statement) {
    return catalog().unless(query, statement);
  }

  /** MySQL has no words for it: {@link #unless} asks the catalog. */
  String ifNotExists() {
    return "";
  }

  /** As {@link #ifNotExists}. */
  String ifExists() {
    return "";
  }

  final MysqlFeatures features() {
    return features;
  }

  final MysqlColumnCheck columnCheck() {
    return columnCheck;
  }

  final MysqlRules rules() {
    return rules;
  }

  final MysqlOptions options() {
    return options;
  }

  /** From the least to the most that is done. */
  private static final List<String> ALGORITHMS = List.of("INSTANT", "NOCOPY", "INPLACE", "COPY");

  /** Whether the statements say how they are done. */
  final boolean isAsked() {
    return !algorithms.isEmpty();
  }

  final SqlStatement alterTable(TableName table, List<String> clauses) {
    List<String> all = new ArrayList<>(clauses);
    ALGORITHMS.stream()
        .filter(algorithms::contains)
        .reduce((less, more) -> more)
        .ifPresent(most -> all.addAll(beside(most)));
    return alter(table, all);
  }

  /** While others write, whatever the facts say. */
  final SqlStatement alterBeside(TableName table, List<String> clauses) {
    if (isAsked()) {
      return alterTable(table, clauses);
    }
    List<String> all = new ArrayList<>(clauses);
    all.addAll(beside("INPLACE"));
    return alter(table, all);
  }

  /**
   * The server refuses what needs more than that, or would keep others from writing (1845, 1846).
   * What is INSTANT takes no word for the lock.
   */
  private static List<String> beside(String algorithm) {
    return algorithm.equals("INSTANT")
        ? List.of("ALGORITHM = INSTANT")
        : List.of("ALGORITHM = " + algorithm, "LOCK = NONE");
  }

  private SqlStatement alter(TableName table, List<String> clauses) {
    return clauses.size() == 1
        ? ddl("ALTER TABLE $N $L", table, clauses.get(0))
        : ddl("ALTER TABLE $N\n  $L", table, String.join(",\n  ", clauses));
  }

  // Types and column clauses

  @Override
  protected final String type(DataType type) {
    rules.requireType(type);
    if (type instanceof DataType.Scalar scalar) {
      return types.render(scalar);
    }
    if (type instanceof DataType.Enumeration enumeration) {
      return "ENUM(" + strings(enumeration.values()) + ")";
    }
    if (type instanceof DataType.Array) {
      throw dialect().unsupported("arrays", "Use json, or a table with a row for each element.");
    }
    return written(((DataType.Native) type).text());
  }

  /** In the order of SHOW CREATE TABLE. */
  @Override
  protected final List<String> columnClauses(TableName table, Column column) {
    List<String> clauses = new ArrayList<>();
    clauses.add(type(column.type()));
    if (column.collation() != null) {
      clauses.add(collation(column.collation()));
    }
    if (column.computed() != null) {
      requireComputed(column);
      clauses.add(computed(column.computed()));
    }
    if (!column.nullable()) {
      clauses.add("NOT NULL");
    } else if (column.type().is(TypeKind.TIMESTAMPTZ)) {
      // A TIMESTAMP is NOT NULL by itself where explicit_defaults_for_timestamp is off.
      clauses.add("NULL");
    }
    if (column.defaultValue() != null) {
      clauses.add("DEFAULT " + defaultValue(column.defaultValue(), column.type()));
    }
    if (column.identity() != null) {
      rules.requireIdentity(column.identity());
      clauses.add("AUTO_INCREMENT");
    }
    if (column.comment() != null) {
      clauses.add("COMMENT " + commentText(column.comment()));
    }
    return clauses;
  }

  /** A hook for what a computed column cannot be. */
  void requireComputed(Column column) {}

  /**
   * With its character set, which the name of a collation starts with: another default of the table
   * would refuse it. MariaDB's UCA collations fit several sets and name none.
   */
  @Override
  protected final String collation(String collation) {
    rules.requireCollation(collation);
    int end = collation.indexOf('_');
    String characterSet = end < 0 ? collation : collation.substring(0, end);
    return characterSet.startsWith("uca")
        ? sql("COLLATE $N", collation)
        : sql("CHARACTER SET $N COLLATE $N", characterSet, collation);
  }

  @Override
  protected final String computed(Computed computed) {
    return super.computed(computed) + (computed.stored() ? "" : " VIRTUAL");
  }

  @Override
  protected final String expressionDefault(String expression) {
    throw new IllegalStateException("A default needs the type of its column");
  }

  /** A constant of a long type is an expression to MySQL (error 1101). */
  @Override
  protected String defaultValue(DefaultValue value, DataType type) {
    String text;
    if (value instanceof DefaultValue.Expression expression) {
      text = MysqlDefaults.expression(written(expression.sql()), type);
    } else {
      String constant = constant((DefaultValue.Constant) value, type);
      rules.requireShortDefault(constant);
      text = MysqlDefaults.isLong(type) ? "(" + constant + ")" : constant;
    }
    return features.expressionDefaults() || !text.startsWith("(")
        ? text
        : plainDefault(text.substring(1, text.length() - 1), type);
  }

  private String plainDefault(String sql, DataType type) {
    rules.requirePlainDefault(sql, type);
    return sql;
  }

  final String constant(DefaultValue.Constant constant, DataType type) {
    return dialect().literals().render(Literal.parse(type, constant.text()), type);
  }

  // Constraints and indexes

  /** Its name would be lost: a primary key is called PRIMARY. */
  @Override
  protected final String primaryKey(PrimaryKey key) {
    return sql("PRIMARY KEY ($N)$L", key.columns(), keyOptions(key.options()));
  }

  @Override
  protected final String indexPredicate(String where) {
    throw dialect()
        .unsupported(
            "partial indexes",
            "Leave `where` out, or index a computed column that is null where it does not hold.");
  }

  @Override
  protected String indexExpression(String expression) {
    rules.requireExpressionIndex();
    return super.indexExpression(expression);
  }

  @Override
  protected final String indexPart(IndexPart part) {
    rules.requireDirection(part);
    return super.indexPart(part);
  }

  @Override
  protected final String prefix(String column, int length) {
    return "(" + length + ")";
  }

  final String indexClause(Index index) {
    return indexClause(index, "");
  }

  /**
   * @param option what stands between INDEX and the name, with a space behind it
   */
  final String indexClause(Index index, String option) {
    if (index.where() != null) {
      indexPredicate(index.where());
    }
    return sql(
        "$LINDEX $L$N$L ($L)$L$L$L",
        indexKind(index),
        option,
        index.name(),
        index.using() == null ? "" : indexMethod(index.using()),
        indexParts(index),
        index.include().isEmpty() ? "" : include(index),
        nulls(index.nullsNotDistinct(), index.name()),
        indexOptions(index));
  }

  @Override
  protected final String indexKind(Index index) {
    return super.indexKind(index) + options.index().of(index.options(), dialect()).before(KIND);
  }

  @Override
  protected final String indexOptions(Index index) {
    return options.index().of(index.options(), dialect()).behind(BEHIND);
  }

  final String ownIndex(ForeignKey key) {
    return sql("INDEX $N ($N)", key.name(), key.columns());
  }

  /** An index of a foreign key's own has its name, which nothing else may have then. */
  final void requireOwnIndexNames(Table table) {
    for (ForeignKey key : MysqlKeys.withOwnIndex(table)) {
      boolean taken =
          table.index(key.name()).isPresent()
              || table.constraint(ObjectKind.UNIQUE, key.name()).isPresent();
      if (taken) {
        throw dialect()
            .unsupported(
                "an index "
                    + key.name()
                    + " beside the one that the foreign key of that name needs",
                "Give it another name.");
      }
    }
  }

  final void requireKeys(Table table) {
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof PrimaryKey key) {
        rules.requireKey(table, key.columns(), "the primary key of " + table.name());
      } else if (constraint instanceof UniqueConstraint unique) {
        rules.requireKey(table, unique.columns(), unique.name());
      } else if (constraint instanceof ForeignKey key) {
        rules.requireKey(table, key.columns(), key.name());
      }
    }
    for (Index index : table.indexes()) {
      rules.requireIndex(table, index);
    }
  }

  /** What a change of keys means for the indexes that foreign keys have of their own. */
  final List<String> ownIndexChanges(Table old, Table table) {
    requireOwnIndexNames(table);
    List<ForeignKey> had = MysqlKeys.withOwnIndex(old);
    List<ForeignKey> needs = MysqlKeys.withOwnIndex(table);
    List<String> clauses = new ArrayList<>();
    for (ForeignKey key : had) {
      if (!needs.contains(key)) {
        clauses.add(sql("DROP INDEX $N", key.name()));
      }
    }
    for (ForeignKey key : needs) {
      if (!had.contains(key)) {
        clauses.add("ADD " + ownIndex(key));
      }
    }
    return clauses;
  }

  String dropCheck(Check check) {
    return sql("DROP CHECK $N", check.name());
  }
}
