package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.CopyIn;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.Extension;
import io.schemachain.model.Identity;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropExtension;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL says differently. An enum type lives as long as a column uses it. */
final class PostgresqlDdl extends PostgresqlKeys {
  private final PostgresqlFeatures features;

  PostgresqlDdl(Dialect dialect, PostgresqlFeatures features, Schema before, Schema after) {
    super(dialect, before, after);
    this.features = features;
  }

  @Override
  protected String type(DataType type) {
    if (type instanceof DataType.Scalar scalar) {
      return PostgresqlTypes.TABLE.render(scalar);
    }
    if (type instanceof DataType.Enumeration enumeration) {
      return sql("$N", enumeration.name());
    }
    if (type instanceof DataType.Array array) {
      return type(array.element()) + "[]";
    }
    return written(((DataType.Native) type).text());
  }

  /** Virtual columns came with 18; before, the word STORED is required. */
  @Override
  protected String computed(Computed computed) {
    if (!computed.stored() && !features.virtualColumns()) {
      throw dialect()
          .unsupported("virtual computed columns before version 18", "Write `stored: true`.");
    }
    return super.computed(computed) + (computed.stored() ? "" : " VIRTUAL");
  }

  @Override
  public List<SqlStatement> visitCreateTable(CreateTable operation) {
    enums().requireNoTypeNamed(operation.table().name());
    requireOneOfAName(operation.table().name());
    return withTypes(operation.table().columns(), List.of(), super.visitCreateTable(operation));
  }

  @Override
  public List<SqlStatement> visitRenameTable(RenameTable operation) {
    enums().requireNoTypeNamed(operation.table().withName(operation.newName()));
    return super.visitRenameTable(operation);
  }

  @Override
  public List<SqlStatement> visitDropTable(DropTable operation) {
    List<Column> gone = before().find(operation.table()).map(Table::columns).orElse(List.of());
    return withTypes(List.of(), gone, super.visitDropTable(operation));
  }

  @Override
  public List<SqlStatement> visitAddColumn(AddColumn operation) {
    return withTypes(List.of(operation.column()), List.of(), super.visitAddColumn(operation));
  }

  @Override
  public List<SqlStatement> visitDropColumn(DropColumn operation) {
    Column gone = before().require(operation.table()).column(operation.column()).orElseThrow();
    return withTypes(List.of(), List.of(gone), super.visitDropColumn(operation));
  }

  @Override
  public List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    List<SqlStatement> statements = super.visitAlterColumn(operation);
    if (operation.type() == null) {
      return statements;
    }
    Column old = before().require(operation.table()).column(operation.column()).orElseThrow();
    Column changed = old.withType(operation.type());
    return withTypes(List.of(changed), List.of(old), statements);
  }

  /**
   * A default of the old type is taken away first: PostgreSQL refuses to convert what does not cast
   * by itself.
   */
  @Override
  protected List<SqlStatement> alterType(TableName table, Column old, Column changed) {
    List<SqlStatement> statements = new ArrayList<>();
    if (old.defaultValue() != null
        && changed.defaultValue() != null
        && isDefaultRewritten(old, changed)) {
      statements.add(alterColumn(table, old.name(), "DROP DEFAULT"));
    }
    statements.add(
        alterColumn(table, old.name(), "TYPE " + type(changed.type()) + conversion(old, changed)));
    return statements;
  }

  /** What PostgreSQL does not cast by itself; enums are converted by their words. */
  private String conversion(Column old, Column changed) {
    if (changed.type() instanceof DataType.Enumeration enumeration) {
      return sql(" USING $N::text::$N", old.name(), enumeration.name());
    }
    if (changed.type() instanceof DataType.Array array
        && array.element() instanceof DataType.Enumeration enumeration) {
      return sql(" USING $N::text[]::$N[]", old.name(), enumeration.name());
    }
    Family from = Family.of(old.type());
    Family to = Family.of(changed.type());
    boolean assigned =
        from == to || to == Family.TEXT || from == Family.UNKNOWN || to == Family.UNKNOWN;
    return assigned ? "" : sql(" USING $N::$L", old.name(), type(changed.type()));
  }

  /**
   * Types that PostgreSQL converts into each other when a column changes; all of them to a text.
   */
  private enum Family {
    NUMBER,
    TEXT,
    MOMENT,
    OTHER,
    UNKNOWN;

    static Family of(DataType type) {
      TypeKind kind = type.kind();
      if (kind == null) {
        return UNKNOWN;
      }
      return switch (kind) {
        case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE -> NUMBER;
        case CHAR, STRING, TEXT -> TEXT;
        case DATE, TIMESTAMP, TIMESTAMPTZ -> MOMENT;
        case BOOLEAN, TIME, INTERVAL, BINARY, VARBINARY, BLOB, UUID, JSON -> OTHER;
      };
    }
  }

  @Override
  protected boolean isDefaultRewritten(Column old, Column changed) {
    return !isOfSameKind(old.type(), changed.type());
  }

  /** A value for a GENERATED ALWAYS column wants to be asked for. */
  @Override
  protected String insertOption(Table table, List<String> columns) {
    for (Column column : table.columns()) {
      Identity identity = column.identity();
      if (identity != null && identity.always() && columns.contains(column.name())) {
        return " OVERRIDING SYSTEM VALUE";
      }
    }
    return "";
  }

  @Override
  protected CopyIn copy(Table table, List<String> columns) {
    return new PostgresqlCopy(
        table, columns, sql("COPY $N ($N) FROM STDIN", table.name(), columns));
  }

  /** nextval says where the counter is; it never goes back. */
  @Override
  protected List<SqlStatement> moveIdentity(Table table, Column column, Identity identity) {
    String sequence =
        sql(
            "pg_get_serial_sequence($S, $S)",
            dialect().identifiers().quote(table.name()),
            column.name());
    boolean up = identity.incrementOrDefault() > 0;
    return List.of(
        SqlStatement.dml(
            sql(
                "SELECT setval($L, $L((SELECT $L($N) FROM $N), nextval($L)))",
                sequence,
                up ? "GREATEST" : "LEAST",
                up ? "MAX" : "MIN",
                column.name(),
                table.name(),
                sequence)));
  }

  // Extensions

  @Override
  public List<SqlStatement> visitCreateExtension(CreateExtension operation) {
    Extension extension = operation.extension();
    return List.of(
        ddl(
            "CREATE EXTENSION $L$N$L$L",
            operation.ifNotExists() ? "IF NOT EXISTS " : "",
            extension.extension(),
            extension.schema() == null ? "" : sql(" SCHEMA $N", extension.schema()),
            extension.version() == null ? "" : sql(" VERSION $S", extension.version())));
  }

  @Override
  public List<SqlStatement> visitDropExtension(DropExtension operation) {
    return List.of(
        ddl(
            "DROP EXTENSION $L$N",
            operation.ifExists() ? "IF EXISTS " : "",
            operation.extension()));
  }

  @Override
  protected RoutineDdl routines() {
    return new PostgresqlRoutines(features, this);
  }

  @Override
  protected ViewDdl views() {
    return new PostgresqlViews(this);
  }

  // Enum types

  @Override
  protected PostgresqlEnums enums() {
    return new PostgresqlEnums(dialect(), before(), after());
  }

  private List<SqlStatement> withTypes(
      List<Column> added, List<Column> removed, List<SqlStatement> statements) {
    return enums().around(added, removed, statements);
  }
}
