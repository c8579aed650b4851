package io.schemachain.dialect.h2;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ColumnPosition;
import io.schemachain.operation.DropColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements and clauses for columns, and what columns can be in keys and indexes. */
abstract class H2Columns extends StandardDdl {
  /** Of VARCHAR, CHAR, VARBINARY and BINARY in 2.0; later versions allow a thousand times more. */
  private static final int MAX_LENGTH_OF_2_0 = 1_048_576;

  private final H2Dialect h2;

  H2Columns(H2Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
    this.h2 = dialect;
  }

  final H2Dialect h2() {
    return h2;
  }

  // Columns

  @Override
  protected String type(DataType type) {
    if (type instanceof DataType.Scalar scalar) {
      requireLength(scalar);
      return H2Types.TABLE.render(scalar);
    }
    if (type instanceof DataType.Enumeration enumeration) {
      if (enumeration.values().stream().anyMatch(String::isBlank)) {
        throw h2.unsupported("a blank value of an enum", "Give it another text.");
      }
      return "ENUM(" + strings(enumeration.values()) + ")";
    }
    if (type instanceof DataType.Array array) {
      return type(array.element()) + " ARRAY";
    }
    return written(((DataType.Native) type).text());
  }

  private void requireLength(DataType.Scalar type) {
    boolean hasLength =
        type.is(TypeKind.STRING)
            || type.is(TypeKind.CHAR)
            || type.is(TypeKind.BINARY)
            || type.is(TypeKind.VARBINARY);
    if (hasLength && type.requireLength() > MAX_LENGTH_OF_2_0 && !h2.features().longStrings()) {
      throw h2.unsupported(
          "a length over " + MAX_LENGTH_OF_2_0 + " before version 2.1", "Use text or blob.");
    }
  }

  /** A collation is a setting of the whole database: SET COLLATION. */
  @Override
  protected String collation(String collation) {
    throw h2.unsupported("a collation of a column", "Leave out `collation`.");
  }

  /** A generated column is computed when the row is written; the grammar has no word for it. */
  @Override
  protected String computed(Computed computed) {
    if (!computed.stored()) {
      throw h2.unsupported("virtual computed columns", "Write `stored: true`.");
    }
    return "GENERATED ALWAYS AS (" + written(computed.sql()) + ")";
  }

  @Override
  public List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    Table table = before().require(operation.table());
    Column old = table.column(operation.column()).orElseThrow();
    if (old.computed() != null && operation.type() != null) {
      throw computedStays("another type for a computed column");
    }
    requireIndexable(operation.table());
    return super.visitAlterColumn(operation);
  }

  /** BEFORE the first column is the first place; a column that is there stays where it is. */
  @Override
  protected String place(Table table, @Nullable ColumnPosition position) {
    if (position == null) {
      return "";
    }
    return position.after() == null
        ? sql(" BEFORE $N", table.columns().get(0).name())
        : sql(" AFTER $N", position.after());
  }

  /** It copies the rows into the columns that are not computed. */
  @Override
  public List<SqlStatement> visitDropColumn(DropColumn operation) {
    requireDataColumn(after().require(operation.table()));
    return super.visitDropColumn(operation);
  }

  @Override
  protected List<SqlStatement> requireColumns(
      TableName table, List<Column> columns, boolean andNoOthers) {
    return List.of(new H2ColumnCheck(h2).statement(table, columns, andNoOthers));
  }

  /** A whole definition, which takes the comment away. */
  private List<SqlStatement> redefine(TableName table, Column old, String clauses) {
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(new H2ColumnCheck(h2).statement(table, old));
    statements.add(alterColumn(table, old.name(), clauses));
    if (old.comment() != null) {
      statements.addAll(columnComment(table, old.name(), old.comment()));
    }
    return statements;
  }

  /** NOT NULL comes with it, and is a syntax error behind the options. */
  @Override
  protected List<SqlStatement> addIdentity(TableName table, Column column, Identity identity) {
    requireUpwards(column, identity, "values from before");
    Column plain = column.withIdentity(null).withComment(oldComment(table, column));
    List<SqlStatement> statements =
        new ArrayList<>(redefine(table, plain, type(column.type()) + " " + identity(identity)));
    statements.add(
        ddl(
            "ALTER TABLE $N ALTER COLUMN $N RESTART WITH (SELECT GREATEST(COALESCE((SELECT"
                + " MAX($N) + $L FROM $N), IDENTITY_BASE), IDENTITY_BASE)"
                + " FROM INFORMATION_SCHEMA.COLUMNS WHERE $L AND $L)",
            table,
            column.name(),
            column.name(),
            identity.incrementOrDefault(),
            table,
            h2.names().isTable(table),
            h2.names().isColumn(column.name())));
    return statements;
  }

  private @Nullable String oldComment(TableName table, Column column) {
    return before().require(table).column(column.name()).orElseThrow().comment();
  }

  /** START WITH cannot be changed, RESTART WITH is what it is good for. */
  @Override
  protected List<SqlStatement> changeIdentity(
      TableName table, Column column, Identity old, Identity identity) {
    List<SqlStatement> statements = new ArrayList<>();
    if (identity.always() != old.always()) {
      statements.add(
          alterColumn(
              table,
              column.name(),
              "SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT")));
    }
    if (identity.incrementOrDefault() != old.incrementOrDefault()) {
      requireSameDirection(column, old, identity);
      statements.add(
          alterColumn(table, column.name(), "SET INCREMENT BY " + identity.incrementOrDefault()));
    }
    if (startsBeyond(old, identity)) {
      requireUpwards(column, identity, "another start");
      statements.add(
          ddl(
              "ALTER TABLE $N ALTER COLUMN $N RESTART WITH (SELECT GREATEST($L, IDENTITY_BASE)"
                  + " FROM INFORMATION_SCHEMA.COLUMNS WHERE $L AND $L)",
              table,
              column.name(),
              identity.startOrDefault(),
              h2.names().isTable(table),
              h2.names().isColumn(column.name())));
    }
    return statements;
  }

  private void requireUpwards(Column column, Identity identity, String what) {
    if (identity.incrementOrDefault() < 0) {
      throw h2.unsupported(
          what + " for an identity that counts down, as that of " + column.name(),
          "Let it count up.");
    }
  }

  @Override
  protected List<SqlStatement> setExpression(TableName table, Column old, Column changed) {
    Column plain = changed.withComputed(old.computed()).withComment(old.comment());
    return redefine(table, plain, String.join(" ", columnClauses(table, changed)));
  }

  @Override
  protected List<SqlStatement> renameColumn(TableName table, String column, String newName) {
    requireAnotherName(column, newName);
    return super.renameColumn(table, column, newName);
  }

  /** A constant is written by its type, JSON for one. */
  @Override
  protected boolean isDefaultRewritten(Column old, Column changed) {
    return !isOfSameKind(old.type(), changed.type());
  }

  final void requireAnotherName(String name, String newName) {
    if (h2.names().areOne(name, newName)) {
      throw h2.unsupported(
          "renaming " + name + " to " + newName + ", which is the same name there",
          "Restrict the operation with `except_dialects: [h2]`.");
    }
  }

  /** "Index on BLOB or CLOB column" is a feature that H2 does not have. */
  final void requireIndexable(TableName name) {
    Table table = after().require(name);
    requireIndexable(table, table.primaryKeyColumns(), "a primary key");
    for (UniqueConstraint constraint : table.uniqueConstraints()) {
      requireIndexable(table, constraint.columns(), "a unique constraint");
    }
    for (Index index : table.indexes()) {
      requireIndexable(table, index.allColumns(), "an index");
    }
  }

  private void requireIndexable(Table table, List<String> columns, String what) {
    for (String name : columns) {
      DataType type = table.column(name).orElseThrow().type();
      if (type.is(TypeKind.TEXT)) {
        throw h2.unsupported(
            what + " on a column of the type text", "Give " + name + " the type string(n).");
      }
      if (type.is(TypeKind.BLOB)) {
        throw h2.unsupported(
            what + " on a column of the type blob", "Give " + name + " the type varbinary(n).");
      }
    }
  }
}
