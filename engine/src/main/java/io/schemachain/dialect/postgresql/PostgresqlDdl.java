package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.CopyIn;
import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.Extension;
import io.schemachain.model.Identity;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropExtension;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL says differently. An enum type lives as long as a column uses it. */
final class PostgresqlDdl extends PostgresqlKeys {
  /** What a step asks for where a NOT NULL reads the rows later. */
  static final String NOT_VALID = "NOT VALID";

  private final PostgresqlDialect postgresql;
  private final boolean later;

  /**
   * @param later whether a NOT NULL is for new rows first
   */
  PostgresqlDdl(
      PostgresqlDialect dialect,
      PostgresqlFeatures features,
      Schema before,
      Schema after,
      boolean later) {
    super(dialect, features, before, after);
    this.postgresql = dialect;
    this.later = later;
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
    if (!computed.stored() && !features().virtualColumns()) {
      throw dialect()
          .unsupported("virtual computed columns before version 18", "Write `stored: true`.");
    }
    return super.computed(computed) + (computed.stored() ? "" : " VIRTUAL");
  }

  @Override
  public List<SqlStatement> visitCreateTable(CreateTable operation) {
    enums().requireNoTypeNamed(operation.table().name());
    if (operation.ifNotExists()) {
      operation.table().columns().forEach(this::requireNoType);
    }
    requireOneOfAName(operation.table().name());
    List<SqlStatement> statements = new ArrayList<>(super.visitCreateTable(operation));
    List<UniqueConstraint> repeated = repeated(operation.table());
    if (operation.ifNotExists() && !repeated.isEmpty()) {
      throw dialect()
          .unsupported(
              "two constraints of the same columns in CREATE TABLE IF NOT EXISTS",
              "Create " + repeated.get(0).name() + " by an operation of its own.");
    }
    int at = 1;
    for (UniqueConstraint unique : repeated) {
      statements.addAll(at++, addConstraint(operation.table().name(), unique));
    }
    return withTypes(operation.table().columns(), List.of(), statements);
  }

  @Override
  protected List<Constraint> constraintsInTable(Table table) {
    List<Constraint> constraints = new ArrayList<>(super.constraintsInTable(table));
    constraints.removeAll(repeated(table));
    return constraints;
  }

  /** Of keys of the same columns CREATE TABLE makes the first one alone, and says nothing. */
  private static List<UniqueConstraint> repeated(Table table) {
    Set<List<String>> seen = new HashSet<>();
    if (table.primaryKey() != null) {
      seen.add(table.primaryKey().columns());
    }
    return table.uniqueConstraints().stream().filter(key -> !seen.add(key.columns())).toList();
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
    requireColumnName(operation.column().name());
    if (operation.ifNotExists()) {
      requireNoType(operation.column());
    }
    return withTypes(List.of(operation.column()), List.of(), super.visitAddColumn(operation));
  }

  @Override
  public List<SqlStatement> visitDropColumn(DropColumn operation) {
    List<Column> gone =
        before().require(operation.table()).column(operation.column()).stream().toList();
    return withTypes(List.of(), gone, super.visitDropColumn(operation));
  }

  @Override
  public List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    List<SqlStatement> statements = super.visitAlterColumn(operation);
    if (operation.type() == null) {
      return statements;
    }
    Table table = before().require(operation.table());
    Column old = table.column(operation.column()).orElseThrow();
    for (Column other : table.columns()) {
      if (other.computed() != null && SqlIdentifiers.uses(other.computed().sql(), old.name())) {
        throw dialect()
            .unsupported(
                "changing the type of "
                    + old.name()
                    + ", of which "
                    + other.name()
                    + " is computed",
                "Drop " + other.name() + " before and add it again after.");
      }
    }
    Column changed = old.withType(operation.type());
    return withTypes(List.of(changed), List.of(old), statements);
  }

  /** By the name that SET NOT NULL gives it; VALIDATE reads the rows beside others. */
  @Override
  protected List<SqlStatement> setNotNull(TableName table, String column) {
    if (!later) {
      return super.setNotNull(table, column);
    }
    String name = notNullName(table, column);
    return List.of(
        SqlStatement.apart(
            sql("ALTER TABLE $N ADD CONSTRAINT $N NOT NULL $N NOT VALID", table, name, column)),
        SqlStatement.apart(sql("ALTER TABLE $N VALIDATE CONSTRAINT $N", table, name)));
  }

  /**
   * A default of the old type is taken away first: PostgreSQL refuses to convert what does not cast
   * by itself. A collation is that of the type unless it is said again.
   */
  @Override
  protected List<SqlStatement> alterType(
      TableName table, Column old, Column changed, @Nullable String using) {
    List<SqlStatement> statements = new ArrayList<>();
    if (old.defaultValue() != null
        && changed.defaultValue() != null
        && isDefaultRewritten(old, changed)) {
      statements.add(alterColumn(table, old.name(), "DROP DEFAULT"));
    }
    String type = type(changed.type());
    String conversion = using == null ? conversion(old, changed, type) : written(using);
    statements.add(
        alterColumn(
            table,
            old.name(),
            "TYPE "
                + type
                + (changed.collation() == null ? "" : " " + collation(changed.collation()))
                + (conversion == null ? "" : " USING " + conversion)));
    return statements;
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
    String sequence = sequence(table.name(), column);
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

  private @Nullable String conversion(Column old, Column changed, String type) {
    return changed.type().equals(old.type())
        ? null
        : PostgresqlConversion.of(dialect(), old, changed, sql("$N", old.name()), type);
  }

  // What a column gets its values from

  @Override
  protected List<SqlStatement> addIdentity(TableName table, Column column, Identity identity) {
    String sequence = sequence(table, column);
    boolean up = identity.incrementOrDefault() > 0;
    return List.of(
        alterColumn(table, column.name(), "ADD " + identity(identity)),
        SqlStatement.dml(
            sql(
                "SELECT setval($L, $L((SELECT $L($N) + $L FROM $N), nextval($L)), FALSE)",
                sequence,
                up ? "GREATEST" : "LEAST",
                up ? "MAX" : "MIN",
                column.name(),
                identity.incrementOrDefault(),
                table,
                sequence)));
  }

  @Override
  protected List<SqlStatement> changeIdentity(
      TableName table, Column column, Identity old, Identity identity) {
    List<SqlStatement> statements =
        new ArrayList<>(super.changeIdentity(table, column, old, identity));
    if (startsBeyond(old, identity)) {
      String sequence = sequence(table, column);
      statements.add(
          SqlStatement.dml(
              sql(
                  "SELECT setval($L, $L($L, nextval($L)), FALSE)",
                  sequence,
                  identity.incrementOrDefault() > 0 ? "GREATEST" : "LEAST",
                  identity.startOrDefault(),
                  sequence)));
    }
    return statements;
  }

  private String sequence(TableName table, Column column) {
    return sql(
        "pg_get_serial_sequence($S, $S)", dialect().identifiers().quote(table), column.name());
  }

  /** SET EXPRESSION came with 17, and neither makes a plain column computed nor stores it. */
  @Override
  protected List<SqlStatement> setExpression(TableName table, Column old, Column changed) {
    Computed computed = requireNonNull(changed.computed());
    if (old.computed() == null) {
      throw computedStays("a plain column that becomes a computed one");
    }
    if (old.computed().stored() != computed.stored()) {
      throw computedStays("a computed column that is stored from now on, or no longer");
    }
    if (!features().setExpression()) {
      throw computedStays("another expression of a computed column before version 17");
    }
    return super.setExpression(table, old, changed);
  }

  @Override
  protected List<SqlStatement> dropExpression(TableName table, Column old) {
    if (!requireNonNull(old.computed()).stored()) {
      throw computedStays("a computed column that is not stored and becomes a plain one");
    }
    return super.dropExpression(table, old);
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
    return new PostgresqlRoutines(features(), this);
  }

  @Override
  protected ViewDdl views() {
    return new PostgresqlViews(this);
  }

  @Override
  protected List<SqlStatement> requireColumns(
      TableName table, List<Column> columns, boolean andNoOthers) {
    return List.of(new PostgresqlColumnCheck(postgresql).statement(table, columns, andNoOthers));
  }

  // Enum types

  @Override
  protected PostgresqlEnums enums() {
    return new PostgresqlEnums(dialect(), before(), after());
  }

  /** CREATE TYPE has no IF NOT EXISTS. */
  private void requireNoType(Column column) {
    if (enums().bringsType(column)) {
      throw dialect()
          .unsupported(
              "`if_not_exists` with the enum type of " + column.name(),
              "Leave it out, or use a string with a check constraint.");
    }
  }

  private List<SqlStatement> withTypes(
      List<Column> added, List<Column> removed, List<SqlStatement> statements) {
    return enums().around(added, removed, statements);
  }

  @Override
  protected RowDdl rows() {
    return new PostgresqlRows(this);
  }
}
