package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SchemaDdl;
import io.schemachain.dialect.SequenceDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SQLite says differently, as far as one statement can say it. */
final class SqliteDdl extends SqliteColumns {
  private final SqliteDialect sqlite;

  SqliteDdl(SqliteDialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
    this.sqlite = dialect;
  }

  // Tables

  @Override
  protected SqlStatement createTable(Table table, String verb) {
    if (table.comment() != null) {
      throw noComments();
    }
    requireDataColumn(table);
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
        "$L $N (\n  $L\n)$L$L",
        verb,
        table.name(),
        String.join(",\n  ", lines),
        partitionClause(table),
        options().behind(table));
  }

  @Override
  public List<SqlStatement> visitCreateTable(CreateTable operation) {
    Table table = after().require(operation.table().name());
    List<SqlStatement> statements = new ArrayList<>();
    if (!operation.ifNotExists()) {
      statements.add(createTable(table, "CREATE TABLE"));
      statements.addAll(startIdentity(table));
      table.indexes().forEach(index -> statements.add(indexStatement(table.name(), index)));
      return statements;
    }
    if (!startIdentity(table).isEmpty()) {
      throw dialect()
          .unsupported("`if_not_exists` with the start of an identity", "Leave `start` out.");
    }
    statements.add(createTableIfNotExists(table));
    for (Index index : table.indexes()) {
      statements.addAll(visitCreateIndex(new CreateIndex(table.name(), index, false, true)));
    }
    statements.addAll(requireColumns(table.name(), table.columns(), true));
    return statements;
  }

  @Override
  protected List<SqlStatement> requireColumns(
      TableName table, List<Column> columns, boolean andNoOthers) {
    return new SqliteChecks(sqlite, this, after().require(table)).columns();
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

  @Override
  protected List<SqlStatement> tableComment(TableName table, @Nullable String comment) {
    throw noComments();
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

  @Override
  protected RowDdl rows() {
    return new SqliteRows(this);
  }
}
