package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SchemaDdl;
import io.schemachain.dialect.SequenceDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What SQLite says differently, as far as one statement can say it. */
final class SqliteDdl extends StandardDdl {
  private final SqliteOptions options;

  SqliteDdl(Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
    this.options = new SqliteOptions(dialect);
  }

  // Columns

  @Override
  protected String type(DataType type) {
    if (type instanceof DataType.Scalar scalar) {
      return SqliteTypes.TABLE.render(scalar);
    }
    if (type instanceof DataType.Enumeration enumeration) {
      int longest =
          enumeration.values().stream()
              .mapToInt(v -> v.codePointCount(0, v.length()))
              .max()
              .orElse(1);
      return "VARCHAR(" + Math.max(longest, 1) + ")";
    }
    if (type instanceof DataType.Native other) {
      return written(other.text());
    }
    throw dialect().unsupported("arrays", "Use json, or a table of their own for the elements.");
  }

  @Override
  protected List<String> columnClauses(TableName table, Column column) {
    if (column.comment() != null) {
      throw noComments();
    }
    if (column.identity() != null) {
      throw dialect()
          .unsupported(
              "an identity column that is not the whole primary key",
              "Make " + column.name() + " the primary key, or leave out `identity`.");
    }
    List<String> clauses = super.columnClauses(table, column);
    if (column.type() instanceof DataType.Enumeration enumeration) {
      clauses.add(sql("CHECK ($N IN ($L))", column.name(), strings(enumeration.values())));
    }
    return clauses;
  }

  /** The name and clauses of a column that is no identity. */
  private String definition(Table table, Column column) {
    List<String> clauses = columnClauses(table.name(), column);
    if (SqliteOptions.isStrict(table)) {
      clauses.set(0, options.strictType(column.type()));
    }
    return sql("$N $L", column.name(), String.join(" ", clauses));
  }

  @Override
  public List<SqlStatement> visitAddColumn(AddColumn operation) {
    Table table = after().require(operation.table());
    return List.of(
        ddl("ALTER TABLE $N ADD COLUMN $L", table.name(), definition(table, operation.column())));
  }

  /** What a new row has in the column when it says nothing. */
  String defaultOrNull(Column column) {
    return column.defaultValue() == null
        ? "NULL"
        : defaultValue(column.defaultValue(), column.type());
  }

  @Override
  protected String expressionDefault(String expression) {
    return "(" + expression + ")";
  }

  /**
   * Only INTEGER PRIMARY KEY, in these words and within the column, takes AUTOINCREMENT: {@code
   * sqlite.org/autoinc.html}.
   */
  private String identityDefinition(Table table, Column column, Identity identity) {
    if (column.comment() != null) {
      throw noComments();
    }
    if (identity.always()) {
      throw dialect()
          .unsupported("an identity that refuses given values", "Leave out `always: true`.");
    }
    if (identity.incrementOrDefault() != 1 || identity.startOrDefault() < 1) {
      throw dialect()
          .unsupported(
              "an identity that does not count up by 1 from 1 or more", "Leave out `increment`.");
    }
    TypeKind kind = column.type().kind();
    if (kind == null || !kind.isInteger()) {
      throw dialect()
          .unsupported("an identity of the type " + column.type(), "Use the type integer.");
    }
    PrimaryKey key = table.primaryKey();
    if (key == null || !isOnly(key, column)) {
      return definition(table, column);
    }
    return sql(
        "$N INTEGER CONSTRAINT $N PRIMARY KEY AUTOINCREMENT NOT NULL$L",
        column.name(),
        key.name(),
        deferral(key));
  }

  private static boolean isOnly(PrimaryKey key, Column column) {
    return key.columns().size() == 1 && Names.same(key.columns().get(0), column.name());
  }

  static Optional<Column> identityOf(Table table) {
    for (Column column : table.columns()) {
      if (column.identity() != null) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  // Tables

  @Override
  protected SqlStatement createTable(Table table, String verb) {
    if (table.comment() != null) {
      throw noComments();
    }
    List<String> lines = new ArrayList<>();
    for (Column column : table.columns()) {
      lines.add(
          column.identity() == null
              ? definition(table, column)
              : identityDefinition(table, column, column.identity()));
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof ForeignKey key) {
        requireSameSchema(table.name(), key);
      }
      if (!(constraint instanceof PrimaryKey) || identityOf(table).isEmpty()) {
        lines.add(constraint(constraint));
      }
    }
    return ddl(
        "$L $N (\n  $L\n)$L",
        verb,
        table.name(),
        String.join(",\n  ", lines),
        options.behind(table));
  }

  @Override
  public List<SqlStatement> visitCreateTable(CreateTable operation) {
    Table table = after().require(operation.table().name());
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(createTable(table, "CREATE TABLE"));
    statements.addAll(startIdentity(table));
    for (Index index : table.indexes()) {
      statements.add(indexStatement(table.name(), index));
    }
    return statements;
  }

  /** Statements that let the numbers of an empty table start elsewhere than at 1. */
  List<SqlStatement> startIdentity(Table table) {
    long start = identityOf(table).map(Column::identity).map(Identity::startOrDefault).orElse(1L);
    return start == 1
        ? List.of()
        : List.of(
            SqlStatement.dml(
                sql(
                    "INSERT INTO $N (name, seq) VALUES ($S, $L)",
                    table.name().withName("sqlite_sequence"),
                    table.name().name(),
                    start - 1)));
  }

  /** A name that differs only by case is taken by the table itself. */
  @Override
  public List<SqlStatement> visitRenameTable(RenameTable operation) {
    if (!Names.same(operation.table().name(), operation.newName())) {
      return super.visitRenameTable(operation);
    }
    String between = SqliteRebuild.temporaryName(operation.table().name());
    return List.of(
        ddl("ALTER TABLE $N RENAME TO $N", operation.table(), between),
        ddl(
            "ALTER TABLE $N RENAME TO $N",
            operation.table().withName(between),
            operation.newName()));
  }

  /** What is left of an alteration when the table need not be rebuilt: the name. */
  @Override
  public List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    if (operation.comment().present() && operation.comment().value() != null) {
      throw noComments();
    }
    return operation.newName() == null
        ? List.of()
        : renameColumn(operation.table(), operation.column(), operation.newName());
  }

  @Override
  protected List<SqlStatement> tableComment(TableName table, @Nullable String comment) {
    throw noComments();
  }

  private RuntimeException noComments() {
    return dialect()
        .unsupported(
            "comments",
            "Leave it out there: `comment: {default: …, sqlite: null}`, or `except_dialects: [sqlite]` for an"
                + " operation that does nothing else.");
  }

  // Constraints and indexes

  @Override
  protected String deferral(Constraint constraint) {
    return constraint instanceof ForeignKey
        ? deferral(constraint.deferral())
        : super.deferral(constraint);
  }

  @Override
  protected ConstraintDdl constraints() {
    return new SqliteConstraints(dialect());
  }

  /** REFERENCES takes no schema: a foreign key stays within its database file. */
  @Override
  protected String foreignKey(ForeignKey key) {
    return super.foreignKey(key.withReferredTable(TableName.of(key.referredTable().name())));
  }

  private void requireSameSchema(TableName table, ForeignKey key) {
    if (!Names.same(SqliteDialect.schemaOf(table), SqliteDialect.schemaOf(key.referredTable()))) {
      throw dialect()
          .unsupported(
              "foreign keys to another schema, such as "
                  + key.name()
                  + " to "
                  + key.referredTable(),
              "Leave it out with `except_dialects: [sqlite]`.");
    }
  }

  SqlStatement indexStatement(TableName table, Index index) {
    return ddl("$L", createIndex(table, index));
  }

  /** The schema stands before the index and not before the table. */
  @Override
  protected String createIndex(TableName table, Index index, String option) {
    return sql(
        "CREATE $LINDEX $L$N ON $N$L ($L)$L$L$L$L",
        indexKind(index),
        option,
        table.withName(index.name()),
        table.name(),
        index.using() == null ? "" : indexMethod(index.using()),
        indexParts(index),
        index.include().isEmpty() ? "" : include(index),
        nulls(index.nullsNotDistinct(), index.name()),
        indexOptions(index),
        index.where() == null ? "" : " WHERE " + written(index.where()));
  }

  // Objects beside tables

  @Override
  protected SchemaDdl schemas() {
    throw dialect()
        .unsupported(
            "schemas in a database",
            "Attach another file in `on_connect`, or restrict the operation with"
                + " `except_dialects: [sqlite]`.");
  }

  @Override
  protected SequenceDdl sequences() {
    throw dialect()
        .unsupported(
            "sequences",
            "Let a column number itself with `identity: true`, or restrict the operation with"
                + " `except_dialects: [sqlite]`.");
  }

  @Override
  protected String indexCollation(String collation) {
    return collation(collation);
  }

  /** An index has its name for good. */
  @Override
  public List<SqlStatement> visitRenameIndex(RenameIndex operation) {
    TableName table = operation.table();
    Index index = after().require(table).index(operation.newName()).orElseThrow();
    return List.of(
        ddl("DROP INDEX $N", table.withName(operation.index())), indexStatement(table, index));
  }

  @Override
  protected SqliteRoutines routines() {
    return new SqliteRoutines(this);
  }

  @Override
  protected SqliteViews views() {
    return new SqliteViews(this);
  }

  // What ALTER TABLE can do

  /** Whether ADD COLUMN takes the column: sqlite.org/lang_altertable.html#altertabaddcol. */
  static boolean canAdd(Column column) {
    if (column.identity() != null) {
      return false;
    }
    if (column.computed() != null) {
      return !column.computed().stored() && column.nullable();
    }
    return column.defaultValue() == null
        ? column.nullable()
        : column.defaultValue() instanceof DefaultValue.Constant;
  }

  /** Whether a column or its values are written otherwise after the change, its name apart. */
  boolean isWrittenOtherwise(Table table, Column old, Column changed) {
    Column renamed = changed.withName(old.name());
    if (old.identity() != null && changed.identity() != null) {
      return false;
    }
    return !definition(table, old).equals(definition(table, renamed))
        || (SqliteConversion.isNeeded(old, changed)
            && SqliteConversion.of(old, changed).doesAnything());
  }
}
