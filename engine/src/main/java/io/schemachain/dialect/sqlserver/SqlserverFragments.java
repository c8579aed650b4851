package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Names;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fragments that SQL Server writes differently: types, column clauses, keys. The statements are
 * in {@link SqlserverDdl}.
 */
abstract class SqlserverFragments extends StandardDdl {
  private static final int HASH_DIGITS = 8;

  private final SqlserverRules rules;
  private final SqlserverCatalog catalog;
  private final SqlserverOptions options;
  private final boolean online;

  /** The word of the facts. */
  static final String ONLINE = "online";

  SqlserverFragments(SqlserverDialect dialect, Schema before, Schema after, boolean online) {
    super(dialect, before, after);
    this.online = online;
    this.rules = new SqlserverRules(dialect);
    this.catalog = dialect.catalog();
    this.options = new SqlserverOptions(dialect);
  }

  final SqlserverRules rules() {
    return rules;
  }

  final SqlserverCatalog catalog() {
    return catalog;
  }

  /** Behind a statement that does so, with a space before it. */
  final String online() {
    return online ? " WITH (ONLINE = ON)" : "";
  }

  /** It ends with a lock that a transaction would keep, so that it is one of its own. */
  final SqlStatement withinOnline(SqlStatement statement) {
    return online ? SqlStatement.alone(statement.text()) : statement;
  }

  // Types and column clauses

  @Override
  protected final String type(DataType type) {
    rules.requireType(type);
    if (type instanceof DataType.Scalar scalar) {
      return SqlserverTypes.TABLE.render(scalar);
    }
    if (type instanceof DataType.Enumeration enumeration) {
      return "NVARCHAR(" + SqlserverRules.longest(enumeration) + ")";
    }
    if (type instanceof DataType.Array) {
      throw dialect().unsupported("arrays", "Use json, or a table with a row for each element.");
    }
    return written(((DataType.Native) type).text());
  }

  /** NULL is written out: whether it may be left out is a setting of the database. */
  @Override
  protected final List<String> columnClauses(TableName table, Column column) {
    return columnClauses(table, column, "");
  }

  /**
   * @param values what stands behind the default: rows that are there already get it
   */
  final List<String> columnClauses(TableName table, Column column, String values) {
    List<String> clauses = new ArrayList<>();
    if (column.computed() != null) {
      clauses.add(computed(column, column.computed()));
      return clauses;
    }
    clauses.add(typeWithCollation(column));
    if (column.identity() != null) {
      clauses.add(identity(column.identity()));
    }
    clauses.add(column.nullable() ? "NULL" : "NOT NULL");
    if (column.defaultValue() != null) {
      clauses.add(namedDefault(table, column) + values);
    }
    ownCheck(table, column).map(this::constraint).ifPresent(clauses::add);
    return clauses;
  }

  final String typeWithCollation(Column column) {
    return type(column.type())
        + (column.collation() == null ? "" : " " + collation(column.collation()));
  }

  /** A name without quotation marks. */
  @Override
  protected final String collation(String collation) {
    rules.requireCollation(collation);
    return "COLLATE " + collation;
  }

  /** The column has the type of its expression, so that is made the type of the model. */
  private String computed(Column column, Computed computed) {
    if (!column.nullable() && !computed.stored()) {
      throw dialect()
          .unsupported(
              "computed columns that are neither stored nor nullable", "Write `stored: true`.");
    }
    return "AS CAST("
        + written(computed.sql())
        + " AS "
        + type(column.type())
        + ")"
        + (column.collation() == null ? "" : " " + collation(column.collation()))
        + (computed.stored() ? " PERSISTED" : "")
        + (column.nullable() ? "" : " NOT NULL");
  }

  @Override
  protected final String identity(Identity identity) {
    return "IDENTITY(" + identity.startOrDefault() + ", " + identity.incrementOrDefault() + ")";
  }

  @Override
  protected final String expressionDefault(String expression) {
    return "(" + expression + ")";
  }

  final String namedDefault(TableName table, Column column) {
    if (column.defaultValue() == null) {
      throw new IllegalStateException("No default: " + column);
    }
    return sql(
        "CONSTRAINT $N DEFAULT $L",
        defaultName(table, column.name()),
        defaultValue(column.defaultValue(), column.type()));
  }

  /** A default is a constraint there, and has a name. */
  final String defaultName(TableName table, String column) {
    return ownName("DF_", table, column);
  }

  /** Of what there is no type for: the constraint that makes it one. */
  final Optional<Check> ownCheck(TableName table, Column column) {
    if (column.computed() != null) {
      return Optional.empty();
    }
    String name = sql("$N", column.name());
    if (column.type().is(TypeKind.JSON)) {
      return Optional.of(
          new Check(ownName("CK_", table, column.name()), "ISJSON(" + name + ") = 1"));
    }
    if (column.type() instanceof DataType.Enumeration type) {
      return Optional.of(
          new Check(
              ownName("CK_", table, column.name()),
              name
                  + " COLLATE "
                  + dialect().binaryCollation()
                  + " IN ("
                  + strings(type.values())
                  + ")"));
    }
    return Optional.empty();
  }

  /** Cut where it is too long, with a hash of all of it. */
  private String ownName(String prefix, TableName table, String column) {
    String name = prefix + table.name() + "_" + column;
    int most = dialect().identifiers().maxLength();
    return name.length() <= most
        ? name
        : name.substring(0, most - HASH_DIGITS - 1)
            + "_"
            + String.format(Locale.ROOT, "%08x", name.hashCode());
  }

  // Constraints and indexes

  @Override
  protected final String primaryKey(PrimaryKey key) {
    Table table = keyed(key);
    boolean tooLong =
        !key.options().has("clustered") && SqlserverRules.isTooLongToCluster(table, key.columns());
    return sql(
        "CONSTRAINT $N PRIMARY KEY $L($N)$L",
        key.name(),
        tooLong ? "NONCLUSTERED " : options.keyKind(key.options()),
        key.columns(),
        options.behindKey(key.options(), online));
  }

  @Override
  protected final String unique(UniqueConstraint unique) {
    return sql(
        "CONSTRAINT $N UNIQUE $L($N)$L",
        unique.name(),
        options.keyKind(unique.options()),
        unique.columns(),
        options.behindKey(unique.options(), online));
  }

  @Override
  protected final String tableOptions(Table table) {
    return options.behindTable(table);
  }

  /** The table that is rendered. */
  private Table keyed(PrimaryKey key) {
    for (Table table : after().tables()) {
      if (key.equals(table.primaryKey())) {
        return table;
      }
    }
    throw new IllegalStateException("No table has the primary key " + key.name());
  }

  /** RESTRICT is what NO ACTION does: it is not put off. */
  @Override
  protected final String action(String event, @Nullable ReferentialAction action) {
    return super.action(
        event, action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action);
  }

  final void requireForeignKey(Table table, ForeignKey key) {
    rules.requireForeignKey(table, key, after());
    new SqlserverCascades(dialect(), after()).require(key);
  }

  /** Two NULLs are the same by nature there, in a constraint and in an index. */
  @Override
  protected final String nulls(boolean notDistinct, String name) {
    return "";
  }

  @Override
  protected final String include(Index index) {
    return sql(" INCLUDE ($N)", index.include());
  }

  @Override
  protected final void requireNotValid(Constraint constraint) {}

  @Override
  protected final List<SqlStatement> addConstraint(TableName table, Constraint constraint) {
    return constraint.validated()
        ? super.addConstraint(table, constraint)
        : List.of(ddl("ALTER TABLE $N WITH NOCHECK ADD $L", table, constraint(constraint)));
  }

  /**
   * In a unique key two NULLs would be the same, and elsewhere they are not: such a key is an index
   * of the rows without NULL.
   */
  static boolean isIndex(Table table, UniqueConstraint unique) {
    return !unique.nullsNotDistinct()
        && !SqlserverRules.nullable(table, unique.columns()).isEmpty();
  }

  final String uniqueIndex(Table table, UniqueConstraint unique) {
    deferral(unique);
    List<IndexPart> parts = new ArrayList<>();
    for (String column : unique.columns()) {
      parts.add(new IndexPart.ColumnPart(column, false));
    }
    return createIndex(
        table, new Index(unique.name(), parts, true, null).withOptions(unique.options()), online);
  }

  @Override
  protected final String createIndex(TableName table, Index index, String option) {
    return createIndex(after().require(table), index, false);
  }

  final String createIndex(TableName table, Index index, boolean concurrently) {
    return createIndex(after().require(table), index, concurrently);
  }

  private String createIndex(Table table, Index index, boolean concurrently) {
    if (index.hasExpression()) {
      throw dialect().unsupported("indexes on expressions", "Index a computed column.");
    }
    if (index.unique() && !index.nullsNotDistinct()) {
      for (String column : SqlserverRules.nullable(table, index.columns())) {
        if (table.column(column).orElseThrow().computed() != null) {
          throw dialect()
              .unsupported(
                  "the unique key " + index.name() + " on a computed column that is nullable",
                  "Write `stored: true` and `nullable: false`.");
        }
      }
    }
    String where = index.where() == null ? null : written(index.where());
    String condition = condition(dialect(), table.columns(), index.withWhere(where));
    return sql(
        "CREATE $L$LINDEX $N ON $N$L ($L)$L$L$L",
        indexKind(index),
        options.indexKind(index.options()),
        index.name(),
        table.name(),
        index.using() == null ? "" : indexMethod(index.using()),
        indexParts(index),
        index.include().isEmpty() ? "" : include(index),
        condition == null ? "" : " WHERE " + condition,
        options.behindIndex(index.options(), concurrently));
  }

  /**
   * Which rows are in an index: those without NULL where two NULLs are not the same; null for all.
   */
  static @Nullable String condition(Dialect dialect, List<Column> columns, Index index) {
    List<String> conditions = new ArrayList<>();
    if (index.unique() && !index.nullsNotDistinct()) {
      for (String name : index.columns()) {
        if (columns.stream().anyMatch(c -> Names.same(c.name(), name) && c.nullable())) {
          conditions.add(dialect.sql().format("$N IS NOT NULL", name));
        }
      }
    }
    if (index.where() != null) {
      conditions.add(index.where());
    }
    return conditions.isEmpty() ? null : String.join(" AND ", conditions);
  }
}
