package io.schemachain.dialect.oracle;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.DropColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements for columns. MODIFY says only what changes: NOT NULL twice is ORA-01442. */
abstract class OracleColumns extends OracleFragments {
  /** What a step asks for where a NOT NULL reads the rows later. */
  static final String NOVALIDATE = "ENABLE NOVALIDATE";

  private final boolean later;

  /**
   * @param later whether a NOT NULL is for new rows first
   */
  OracleColumns(OracleDialect dialect, Schema before, Schema after, boolean later) {
    super(dialect, before, after);
    this.later = later;
  }

  final SqlStatement modify(TableName table, String column, String change) {
    return ddl("ALTER TABLE $N MODIFY $N $L", table, column, change);
  }

  @Override
  public final List<SqlStatement> visitAddColumn(AddColumn operation) {
    TableName table = operation.table();
    Column column = operation.column();
    rules().requireIdentity(after().require(table));
    String add =
        sql(
            "ALTER TABLE $N ADD $L$L",
            table,
            columnDefinition(table, column),
            place(before().require(table), operation.position()));
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        SqlStatement.ddl(operation.ifNotExists() ? unless(PlSql.COLUMN_EXISTS, add) : add));
    if (column.comment() != null) {
      statements.addAll(columnComment(table, column.name(), column.comment()));
    }
    if (operation.ifNotExists()) {
      statements.addAll(requireColumns(table, List.of(column), false));
    }
    return statements;
  }

  /** ORA-54037: "table must have at least 1 column that is not virtual". */
  @Override
  public final List<SqlStatement> visitDropColumn(DropColumn operation) {
    requireDataColumn(after().require(operation.table()));
    String drop = sql("ALTER TABLE $N DROP COLUMN $N", operation.table(), operation.column());
    return List.of(SqlStatement.ddl(operation.ifExists() ? unless(PlSql.NO_COLUMN, drop) : drop));
  }

  final String unless(int error, String statement) {
    return PlSql.executeUnless(statement, error, oracle().literals());
  }

  @Override
  public final List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    TableName table = operation.table();
    Column old = before().require(table).column(operation.column()).orElseThrow();
    Column to = after().require(table).column(operation.resultingName()).orElseThrow();
    Column changed = to.withName(old.name());
    if (later) {
      return setNotNull(table, old.name());
    }
    if (operation.position() != null) {
      throw noPlaces();
    }
    if (changed.collation() != null) {
      collation(changed.collation());
    }
    List<SqlStatement> statements = new ArrayList<>(alterSource(table, old, changed));
    if (changed.type().equals(old.type())) {
      List<String> changes = changes(old, changed);
      if (!changes.isEmpty()) {
        statements.add(modify(table, old.name(), String.join(" ", changes)));
      }
    } else {
      statements.addAll(retype(table, old, changed, operation.using()));
    }
    if (!Objects.equals(changed.comment(), old.comment())) {
      statements.addAll(columnComment(table, old.name(), changed.comment()));
    }
    if (operation.newName() != null) {
      statements.addAll(renameColumn(table, old.name(), operation.newName()));
      statements.addAll(
          renameCheck(table, checks().name(table, changed), checks().name(table, to)));
    }
    return statements;
  }

  /** Both wait for those who write, and nobody waits for them. */
  @Override
  protected final List<SqlStatement> setNotNull(TableName table, String column) {
    String name = notNullName(table, column);
    return List.of(
        modify(table, column, sql("CONSTRAINT $N NOT NULL ", name) + NOVALIDATE),
        validate(table, name));
  }

  static final String VALIDATE = "ALTER TABLE $N ENABLE VALIDATE CONSTRAINT $N";

  final SqlStatement validate(TableName table, String constraint) {
    return ddl(VALIDATE, table, constraint);
  }

  /** Identity or expression, where it goes or changes. */
  private List<SqlStatement> alterSource(TableName table, Column old, Column changed) {
    if (!Objects.equals(changed.computed(), old.computed())) {
      return changeExpression(table, old, changed.computed());
    }
    Identity identity = changed.identity();
    if (Objects.equals(identity, old.identity())) {
      return List.of();
    }
    if (identity == null) {
      return List.of(modify(table, old.name(), "DROP IDENTITY"));
    }
    if (old.identity() == null) {
      // ORA-30673: "column to be modified is not an identity column".
      throw oracle()
          .unsupported(
              "an identity for a column that is there",
              "Add an identity column in its place; in a downgrade write `downgrade:"
                  + " {irreversible: …}`.");
    }
    return changeIdentity(table, changed, old.identity(), identity);
  }

  /** START WITH is where the counter is from now on, so it is made one that goes forward. */
  @Override
  protected final List<SqlStatement> changeIdentity(
      TableName table, Column column, Identity old, Identity identity) {
    requireSameDirection(column, old, identity);
    String generated =
        "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY";
    long step = identity.incrementOrDefault();
    String increment = step == old.incrementOrDefault() ? "" : "INCREMENT BY " + step;
    if (!startsBeyond(old, identity)) {
      return identity.always() == old.always() && increment.isEmpty()
          ? List.of()
          : List.of(
              modify(
                  table,
                  column.name(),
                  generated + (increment.isEmpty() ? "" : " (" + increment + ")")));
    }
    boolean up = step > 0;
    return List.of(
        SqlStatement.ddl(
            PlSql.executeWithNumber(
                sql(
                    "SELECT $L($L, NVL($L($N) + $L, $L))",
                    up ? "GREATEST" : "LEAST",
                    identity.startOrDefault(),
                    up ? "MAX" : "MIN",
                    column.name(),
                    step,
                    identity.startOrDefault()),
                sql("FROM $N", table),
                modify(table, column.name(), generated).text() + " (START WITH ",
                (increment.isEmpty() ? "" : " " + increment) + ")",
                oracle().literals())));
  }

  /** A virtual column gets another expression, and stays one. */
  private List<SqlStatement> changeExpression(
      TableName table, Column old, @Nullable Computed computed) {
    if (old.computed() == null || computed == null) {
      throw computedStays("a plain column that becomes a computed one, or the other way");
    }
    return List.of(ddl("ALTER TABLE $N MODIFY ($N $L)", table, old.name(), computed(computed)));
  }

  /** Default and nullability, as far as they differ; a constant may differ by its type alone. */
  private List<String> changes(Column old, Column changed) {
    List<String> changes = new ArrayList<>();
    String oldDefault = defaultOrNull(old);
    String newDefault = defaultOrNull(changed);
    if (!newDefault.equals(oldDefault)) {
      changes.add("DEFAULT " + newDefault);
    }
    boolean losesIdentity = old.identity() != null && changed.identity() == null;
    boolean wasNullable = old.nullable() || losesIdentity; // DROP IDENTITY drops NOT NULL as well.
    if (changed.nullable() != wasNullable) {
      if (changed.identity() != null) {
        throw oracle().unsupported("an identity column that is nullable", "Leave `nullable` out.");
      }
      changes.add(changed.nullable() ? "NULL" : "NOT NULL");
    }
    return changes;
  }

  private String defaultOrNull(Column column) {
    return column.defaultValue() == null
        ? "NULL"
        : defaultValue(column.defaultValue(), column.type());
  }

  // Another type

  /** The check of the old type goes first and the one of the new type comes last. */
  private List<SqlStatement> retype(
      TableName name, Column old, Column changed, @Nullable String using) {
    Table table = before().require(name);
    Table altered = after().require(name);
    rules().requireIdentity(altered);
    rules().requireKeys(altered);
    requireUnused(table, old);
    List<SqlStatement> statements = new ArrayList<>();
    String oldCheck = checks().clause(name, old);
    String newCheck = checks().clause(name, changed);
    if (oldCheck != null && !oldCheck.equals(newCheck)) {
      statements.add(
          ddl(
              "ALTER TABLE $N DROP CONSTRAINT $N",
              name,
              requireNonNull(checks().name(name, old), "name of the check")));
    }
    String oldType = type(old.type());
    String newType = type(changed.type());
    List<String> changes = changes(old, changed);
    if (using == null && OracleConversion.isInPlace(oldType, newType)) {
      if (!oldType.equals(newType)) {
        changes.add(0, newType);
      }
      if (!changes.isEmpty()) {
        statements.add(modify(name, old.name(), String.join(" ", changes)));
      }
    } else {
      statements.addAll(convert(table, changed, changes, using == null ? null : written(using)));
    }
    if (newCheck != null && !newCheck.equals(oldCheck)) {
      statements.add(ddl("ALTER TABLE $N ADD $L", name, newCheck));
    }
    return statements;
  }

  /**
   * "Column to be modified must be empty" (ORA-01439, ORA-01440): the values wait in another
   * column. They are converted on the way there, so that nothing is lost when one does not fit.
   */
  private List<SqlStatement> convert(
      Table table, Column changed, List<String> changes, @Nullable String using) {
    Column old = table.column(changed.name()).orElseThrow();
    if (old.identity() != null) {
      throw oracle()
          .unsupported(
              "another type for the identity column " + old.name() + ", unless it only grows",
              "Where it grows, write `downgrade: {irreversible: …}`.");
    }
    String conversion = using == null ? conversion(old, changed) : using;
    TableName name = table.name();
    String column = old.name();
    String waiting = waitingName(table, column);
    String type = type(changed.type());
    OracleKeys keys = OracleKeys.of(before(), table, column);
    List<SqlStatement> statements =
        new ArrayList<>(new OracleDependentCheck(oracle()).statements(name, keys));
    statements.add(ddl("ALTER TABLE $N ADD $N $L", name, waiting, type));
    statements.add(dml("UPDATE $N SET $N = $L", name, waiting, conversion));
    for (OracleKeys.Key key : keys.keys()) {
      statements.addAll(dropWithIndex(key.table(), key.constraint()));
    }
    for (Index index : keys.indexes()) {
      statements.add(ddl("DROP INDEX $N", name.withName(index.name())));
    }
    if (!old.nullable()) {
      statements.add(modify(name, column, "NULL"));
    }
    statements.add(dml("UPDATE $N SET $N = NULL", name, column));
    List<String> whole = new ArrayList<>(changes);
    whole.remove("NULL");
    boolean notNull = whole.remove("NOT NULL") || !changed.nullable();
    whole.add(0, type);
    statements.add(modify(name, column, String.join(" ", whole)));
    statements.add(dml("UPDATE $N SET $N = $N", name, column, waiting));
    if (notNull) {
      statements.add(modify(name, column, "NOT NULL"));
    }
    statements.add(ddl("ALTER TABLE $N DROP COLUMN $N", name, waiting));
    for (Index index : keys.indexes()) {
      statements.add(SqlStatement.ddl(createIndex(name, index)));
    }
    for (OracleKeys.Key key : keys.backwards()) {
      statements.addAll(addConstraint(key.table(), key.constraint()));
    }
    return statements;
  }

  private String conversion(Column old, Column changed) {
    return OracleConversion.of(oracle(), old, changed)
        .orElseThrow(
            () ->
                oracle()
                    .unsupported(
                        "another type for a column that has values, from "
                            + old.type()
                            + " to "
                            + changed.type(),
                        "Say with `using` how a value becomes one of the new type."));
  }

  /** An index that a key took, or that is not unique, would stay when the key goes. */
  final List<SqlStatement> dropWithIndex(TableName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return List.of(ddl("ALTER TABLE $N DROP PRIMARY KEY DROP INDEX", table));
    }
    return constraint instanceof UniqueConstraint
        ? List.of(ddl("ALTER TABLE $N DROP UNIQUE ($N) DROP INDEX", table, constraint.columns()))
        : super.dropConstraint(table, constraint);
  }

  private SqlStatement dml(String pattern, Object... arguments) {
    return SqlStatement.dml(sql(pattern, arguments));
  }

  private String waitingName(Table table, String column) {
    String name = "schemachain_new_" + column;
    while (oracle().identifiers().isTooLong(name)) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    if (table.column(name).isPresent()) {
      throw oracle().unsupported("a column " + name + " beside " + column, "Give it another name.");
    }
    return name;
  }

  /** ORA-54033, ORA-30556: what is computed from a column keeps its type. */
  private void requireUnused(Table table, Column column) {
    if (column.computed() != null) {
      throw oracle()
          .unsupported("another type for a computed column", "Drop the column and add it again.");
    }
    String user = computedFrom(table, column.name());
    for (Index index : table.indexes()) {
      for (IndexPart part : index.parts()) {
        boolean uses =
            part instanceof IndexPart.ExpressionPart expression
                ? SqlIdentifiers.uses(expression.sql(), column.name())
                : part.descending() && ((IndexPart.ColumnPart) part).column().equals(column.name());
        user = uses ? index.name() : user;
      }
    }
    if (user != null) {
      throw oracle()
          .unsupported(
              "another type for " + column.name() + ", which " + user + " is computed from",
              "Drop " + user + " before and create it again after.");
    }
  }

  private static @Nullable String computedFrom(Table table, String name) {
    for (Column column : table.columns()) {
      if (column.computed() != null && SqlIdentifiers.uses(column.computed().sql(), name)) {
        return column.name();
      }
    }
    return null;
  }

  // Another name

  /** ORA-54032: "column to be renamed is used in a virtual column expression". */
  @Override
  protected final List<SqlStatement> renameColumn(TableName name, String column, String newName) {
    requireAnotherName(column, newName);
    String user = computedFrom(before().require(name), column);
    if (user != null) {
      throw oracle()
          .unsupported(
              "another name for " + column + ", which the column " + user + " is computed from",
              "Drop that column first and add it again.");
    }
    return super.renameColumn(name, column, newName);
  }

  final void requireAnotherName(String name, String newName) {
    if (oracle().catalogName(name).equals(oracle().catalogName(newName))) {
      throw oracle()
          .unsupported(
              "renaming " + name + " to " + newName + ", which is the same name there",
              "Restrict the operation with `except_dialects: [oracle]`.");
    }
  }

  final List<SqlStatement> renameCheck(
      TableName table, @Nullable String name, @Nullable String newName) {
    return name == null || newName == null || name.equals(newName)
        ? List.of()
        : List.of(ddl("ALTER TABLE $N RENAME CONSTRAINT $N TO $N", table, name, newName));
  }
}
