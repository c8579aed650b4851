package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Names;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.DropColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements and clauses for columns, as far as one statement can say it. */
abstract class SqliteColumns extends StandardDdl {
  private final SqliteOptions options;

  SqliteColumns(SqliteDialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
    this.options = new SqliteOptions(dialect);
  }

  final SqliteOptions options() {
    return options;
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
    if (column.type() instanceof DataType.Enumeration) {
      clauses.add(enumCheck(column));
    }
    return clauses;
  }

  final String enumCheck(Column column) {
    return "CHECK (" + isOneOf(column) + ")";
  }

  /** What holds for a column of an enum. */
  final String isOneOf(Column column) {
    return sql(
        "$N IN ($L)", column.name(), strings(((DataType.Enumeration) column.type()).values()));
  }

  /** The name and clauses of a column that is no identity. */
  final String definition(Table table, Column column) {
    List<String> clauses = columnClauses(table.name(), column);
    if (SqliteOptions.isStrict(table)) {
      clauses.set(0, options.strictType(column.type()));
    }
    return sql("$N $L", column.name(), String.join(" ", clauses));
  }

  @Override
  public List<SqlStatement> visitAddColumn(AddColumn operation) {
    if (operation.ifNotExists()) {
      throw unconditional("if_not_exists");
    }
    Table table = after().require(operation.table());
    return List.of(
        ddl("ALTER TABLE $N ADD COLUMN $L", table.name(), definition(table, operation.column())));
  }

  /** The type as it stands behind the name of a column. */
  String typeOf(Table table, Column column) {
    if (column.identity() != null && !table.primaryKeyColumns().isEmpty()) {
      return "INTEGER";
    }
    return SqliteOptions.isStrict(table) ? options.strictType(column.type()) : type(column.type());
  }

  /** An expression of the author, in parentheses. */
  String using(String expression) {
    return "(" + written(expression) + ")";
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
  final String identityDefinition(Table table, Column column, Identity identity) {
    if (column.comment() != null) {
      throw noComments();
    }
    requireIdentity(column, identity);
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

  private void requireIdentity(Column column, Identity identity) {
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

  @Override
  public List<SqlStatement> visitDropColumn(DropColumn operation) {
    if (operation.ifExists()) {
      throw unconditional("if_exists");
    }
    requireDataColumn(after().require(operation.table()));
    return super.visitDropColumn(operation);
  }

  private RuntimeException unconditional(String word) {
    return dialect()
        .unsupported(
            "`" + word + "` for a column",
            "Leave it out there with `dialects` and `except_dialects`: the revisions know which"
                + " columns there are.");
  }

  /** What is left of an alteration when the table need not be rebuilt: counter and name. */
  @Override
  public List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    Table table = before().require(operation.table());
    Table changed = after().require(operation.table());
    if (operation.comment().value() != null) {
      throw noComments();
    }
    List<SqlStatement> statements = new ArrayList<>(moveCounter(table, changed));
    statements.addAll(rename(operation));
    return statements;
  }

  List<SqlStatement> rename(AlterColumn operation) {
    return operation.newName() == null
        ? List.of()
        : renameColumn(operation.table(), operation.column(), operation.newName());
  }

  /** Statements after which the numbers of a table are not below the new start. */
  List<SqlStatement> moveCounter(Table old, Table changed) {
    Identity from = identityOf(old).map(Column::identity).orElse(null);
    Identity to = identityOf(changed).map(Column::identity).orElse(null);
    if (from == null || to == null || !startsBeyond(from, to)) {
      return List.of();
    }
    TableName counters = changed.name().withName("sqlite_sequence");
    String name = changed.name().name();
    return List.of(
        SqlStatement.dml(
            sql(
                "INSERT INTO $N (name, seq) SELECT $S, 0 WHERE NOT EXISTS"
                    + " (SELECT 1 FROM $N WHERE name = $S COLLATE NOCASE)",
                counters,
                name,
                counters,
                name)),
        SqlStatement.dml(
            sql(
                "UPDATE $N SET seq = max(seq, $L) WHERE name = $S COLLATE NOCASE",
                counters,
                to.startOrDefault() - 1,
                name)));
  }

  final RuntimeException noComments() {
    return dialect()
        .unsupported(
            "comments",
            "Write `omit: [comments]` in the settings, or leave this one out there: `comment: {default: …,"
                + " sqlite: null}`, or `except_dialects: [sqlite]` for an operation that does nothing"
                + " else.");
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
  boolean isWrittenOtherwise(Table table, Column old, Column changed, boolean using) {
    Column renamed = changed.withName(old.name());
    if (old.identity() != null && changed.identity() != null) {
      requireIdentity(changed, changed.identity());
      return false;
    }
    return (old.identity() == null) != (changed.identity() == null)
        || !definition(table, old).equals(definition(table, renamed))
        || (SqliteConversion.isNeeded(old, changed)
            && (using || SqliteConversion.of(old, changed).doesAnything()));
  }
}
