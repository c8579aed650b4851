package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.DropColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statements for columns. ALTER COLUMN restates type, collation and nullability, and wants
 * everything that uses the column out of the way.
 */
abstract class SqlserverColumns extends SqlserverFragments {
  private final SqlserverDialect sqlserver;
  private final SqlserverColumnCheck columnCheck;

  SqlserverColumns(SqlserverDialect dialect, Schema before, Schema after, boolean online) {
    super(dialect, before, after, online);
    this.sqlserver = dialect;
    this.columnCheck = new SqlserverColumnCheck(dialect);
  }

  /** WITH VALUES: else rows that are there already would have NULL in a nullable column. */
  @Override
  public final List<SqlStatement> visitAddColumn(AddColumn operation) {
    TableName table = operation.table();
    Column column = operation.column();
    rules().requireTable(after().require(table));
    List<SqlStatement> statements = new ArrayList<>();
    String values = column.nullable() ? " WITH VALUES" : "";
    statements.add(
        ddl(
            "$LALTER TABLE $N ADD $N $L$L",
            operation.ifNotExists()
                ? "IF NOT EXISTS (" + catalog().column(table, column.name()) + ")\n  "
                : "",
            table,
            column.name(),
            String.join(" ", columnClauses(table, column, values)),
            place(before().require(table), operation.position())));
    if (column.comment() != null) {
      statements.addAll(
          operation.ifNotExists()
              ? List.of(catalog().setComment(table, column.name(), column.comment()))
              : columnComment(table, column.name(), column.comment()));
    }
    if (operation.ifNotExists()) {
      statements.addAll(requireColumns(table, List.of(column), false));
    }
    return statements;
  }

  @Override
  protected final List<SqlStatement> requireColumns(
      TableName table, List<Column> columns, boolean andNoOthers) {
    return List.of(columnCheck.statement(table, columns, andNoOthers));
  }

  /**
   * What belongs to the column goes first; without the column there is none of it. "A table must
   * have at least one data column" (4923).
   */
  @Override
  public final List<SqlStatement> visitDropColumn(DropColumn operation) {
    TableName table = operation.table();
    requireDataColumn(after().require(table));
    Column column = before().require(table).column(operation.column()).orElse(null);
    List<SqlStatement> statements = new ArrayList<>();
    if (operation.ifExists()) {
      statements.add(dropDefault(table, operation.column(), "EXEC (@drop)"));
    } else if (column != null && column.defaultValue() != null) {
      statements.add(dropDefault(table, column));
    }
    if (column != null) {
      ownCheck(table, column).ifPresent(check -> statements.add(dropOwnCheck(table, check)));
    }
    statements.addAll(super.visitDropColumn(operation));
    return statements;
  }

  @Override
  public final List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    Table old = before().require(operation.table());
    Table table = after().require(operation.table());
    Column from = old.column(operation.column()).orElseThrow();
    Column to = table.column(operation.resultingName()).orElseThrow();
    rules().requireTable(table);
    rules().requireKeys(table);
    requireNoUsing(operation);
    if (operation.position() != null) {
      throw noPlaces();
    }
    rules().requireSameIdentity(from, to);
    if (!Objects.equals(from.computed(), to.computed())) {
      throw computedStays("a column that is computed otherwise from now on");
    }
    List<SqlStatement> statements = new ArrayList<>(change(old, table, from, to));
    if (!Objects.equals(to.comment(), from.comment())) {
      statements.addAll(columnComment(table.name(), to.name(), to.comment(), from.comment()));
    }
    return statements;
  }

  /** A comment in place of another; the one before decides on the procedure. */
  abstract List<SqlStatement> columnComment(
      TableName table, String column, @Nullable String comment, @Nullable String before);

  /** Makes one column of another, all but the comment. */
  final List<SqlStatement> change(Table old, Table table, Column from, Column to) {
    boolean restates =
        from.computed() == null
            && (to.nullable() != from.nullable()
                || !typeWithCollation(to).equals(typeWithCollation(from)));
    boolean renames = !to.name().equals(from.name());
    if (from.computed() != null
        && (to.nullable() != from.nullable() || !to.type().equals(from.type()))) {
      throw computedStays("another type for a computed column");
    }
    if (restates) {
      SqlserverTypeChanges.require(dialect(), from.type(), to.type());
      requireNotReferred(old, from);
    }
    if (restates || renames) {
      requireNotComputedFrom(old, from);
    }
    boolean grows = grows(from, to);
    SqlserverDependents dependents = dependents(old, from, restates, grows, renames);
    boolean newDefault = !Objects.equals(to.defaultValue(), from.defaultValue());
    boolean dropsDefault = from.defaultValue() != null && (newDefault || (restates && !grows));
    boolean ownCheckChanges =
        restates || renames || !ownCheck(table.name(), to).equals(ownCheck(old.name(), from));
    List<SqlStatement> statements = new ArrayList<>();
    if (restates) {
      statements.add(SqlStatement.check(columnCheck.statement(old.name(), from)));
    }
    statements.addAll(new SqlserverDependentCheck(sqlserver).statements(old, dependents));
    statements.addAll(drop(old, dependents));
    if (ownCheckChanges) {
      ownCheck(old.name(), from).ifPresent(c -> statements.add(dropOwnCheck(old.name(), c)));
    }
    if (dropsDefault) {
      statements.add(dropDefault(old.name(), from));
    }
    if (restates) {
      statements.add(
          withinOnline(
              alterColumn(
                  table.name(),
                  from.name(),
                  typeWithCollation(to) + (to.nullable() ? " NULL" : " NOT NULL") + online())));
    }
    if (renames) {
      statements.add(renameColumn(old.name(), from, to.name()));
      if (from.defaultValue() != null && !dropsDefault) {
        statements.add(
            renameOwn(
                old.name(),
                defaultName(old.name(), from.name()),
                defaultName(table.name(), to.name()),
                "D"));
      }
    }
    if (to.defaultValue() != null && (dropsDefault || newDefault)) {
      statements.add(
          ddl(
              "ALTER TABLE $N ADD $L FOR $N",
              table.name(),
              namedDefault(table.name(), to),
              to.name()));
    }
    if (ownCheckChanges) {
      ownCheck(table.name(), to)
          .ifPresent(check -> statements.addAll(addConstraint(table.name(), check)));
    }
    statements.addAll(create(table, dependents));
    return statements;
  }

  private SqlserverDependents dependents(
      Table old, Column from, boolean restates, boolean grows, boolean renames) {
    if (restates) {
      return grows && !renames
          ? SqlserverDependents.ofGrowth(old, from.name())
          : SqlserverDependents.ofChange(old, from.name());
    }
    return renames
        ? SqlserverDependents.ofRename(old, from.name())
        : new SqlserverDependents(List.of(), List.of(), List.of(), List.of(), null);
  }

  /** "The data type is not changed, and the new size is equal to or larger than the old size." */
  private static boolean grows(Column from, Column to) {
    return from.nullable() == to.nullable()
        && isOfSameKind(from.type(), to.type())
        && (from.type().is(TypeKind.STRING) || from.type().is(TypeKind.VARBINARY))
        && ((DataType.Scalar) to.type()).requireLength()
            >= ((DataType.Scalar) from.type()).requireLength();
  }

  private void requireNotReferred(Table old, Column column) {
    for (Table other : before().referringTo(old.name())) {
      for (ForeignKey key : other.foreignKeys()) {
        if (!other.name().equals(old.name())
            && key.referredTable().equals(old.name())
            && Names.contains(key.referredColumns(), column.name())) {
          throw dialect()
              .unsupported(
                  "another type or nullability for "
                      + column.name()
                      + " while the foreign key "
                      + key.name()
                      + " of "
                      + other.name()
                      + " refers to it",
                  "Drop the foreign key, change the columns on both sides, create it again.");
        }
      }
    }
  }

  private void requireNotComputedFrom(Table old, Column column) {
    for (Column other : old.columns()) {
      if (other.computed() != null && SqlIdentifiers.uses(other.computed().sql(), column.name())) {
        throw dialect()
            .unsupported(
                "a change of " + column.name() + ", which " + other.name() + " is computed from",
                "Drop that column first and add it again.");
      }
    }
  }

  // What belongs to a column

  /** A default made by another tool, or by a server that was left to name it, has any name. */
  private SqlStatement dropDefault(TableName table, Column column) {
    return dropDefault(
        table,
        column.name(),
        "IF @drop IS NULL\n  "
            + catalog().fail("The column " + column.name() + " of " + table + " has no default.")
            + ";\nEXEC (@drop)");
  }

  /**
   * @param end what is done with the statement in {@code @drop}, which is null without a default;
   *     EXEC of that does nothing
   */
  private SqlStatement dropDefault(TableName table, String column, String end) {
    return ddl(
        """
        DECLARE @drop NVARCHAR(MAX) = (SELECT $S + QUOTENAME(OBJECT_NAME(default_object_id))
          FROM sys.columns WHERE object_id = $L AND name = $S AND default_object_id <> 0);
        $L""",
        "ALTER TABLE " + dialect().identifiers().quote(table) + " DROP CONSTRAINT ",
        catalog().tableId(table),
        column,
        end);
  }

  /** A table that was not made by this tool does without. */
  private SqlStatement dropOwnCheck(TableName table, Check check) {
    return ddl("ALTER TABLE $N DROP CONSTRAINT IF EXISTS $N", table, check.name());
  }

  private SqlStatement renameColumn(TableName table, Column column, String newName) {
    return catalog()
        .procedure(
            "",
            sql(
                "sys.sp_rename $S, $S, N'COLUMN'",
                catalog().qualified(table)
                    + "."
                    + dialect().identifiers().alwaysQuote(column.name()),
                newName),
            "The column " + column.name() + " of " + table + " keeps its name.");
  }

  /** The name of a default or check of our own follows those of its table and column. */
  final SqlStatement renameOwn(TableName table, String name, String newName, String type) {
    TableName object = table.withName(name);
    return catalog()
        .procedure(
            "IF " + catalog().objectId(object, type) + " IS NOT NULL\n  ",
            sql("sys.sp_rename $S, $S, N'OBJECT'", catalog().qualified(object), newName),
            "The constraint " + name + " keeps its name.");
  }

  // What uses it

  private List<SqlStatement> drop(Table old, SqlserverDependents dependents) {
    List<SqlStatement> statements = new ArrayList<>();
    dependents.foreignKeys().forEach(key -> statements.add(dropConstraint(old, key)));
    dependents.checks().forEach(check -> statements.add(dropConstraint(old, check)));
    dependents.indexes().forEach(index -> statements.add(dropIndex(old.name(), index.name())));
    dependents.uniques().forEach(unique -> statements.add(dropConstraint(old, unique)));
    PrimaryKey key = dependents.primaryKey();
    if (key != null) {
      statements.add(dropConstraint(old, key));
    }
    return statements;
  }

  private List<SqlStatement> create(Table table, SqlserverDependents dependents) {
    List<SqlStatement> statements = new ArrayList<>();
    if (dependents.primaryKey() != null && table.primaryKey() != null) {
      statements.addAll(add(table, table.primaryKey()));
    }
    for (UniqueConstraint unique : dependents.uniques()) {
      statements.addAll(add(table, same(table, unique)));
    }
    for (Index index : dependents.indexes()) {
      statements.add(
          SqlStatement.ddl(createIndex(table.name(), table.index(index.name()).orElseThrow())));
    }
    for (Check check : dependents.checks()) {
      statements.addAll(add(table, same(table, check)));
    }
    for (ForeignKey key : dependents.foreignKeys()) {
      statements.addAll(add(table, same(table, key)));
    }
    return statements;
  }

  /** As it is after the change. */
  private static Constraint same(Table table, Constraint constraint) {
    return table.constraint(ObjectKind.of(constraint), constraint.name()).orElseThrow();
  }

  final SqlStatement dropIndex(TableName table, String index) {
    return ddl("DROP INDEX $N ON $N", index, table);
  }

  final SqlStatement dropConstraint(Table table, Constraint constraint) {
    return constraint instanceof UniqueConstraint unique && isIndex(table, unique)
        ? dropIndex(table.name(), unique.name())
        : ddl("ALTER TABLE $N DROP CONSTRAINT $N", table.name(), constraint.name());
  }

  final List<SqlStatement> add(Table table, Constraint constraint) {
    if (constraint instanceof UniqueConstraint unique && isIndex(table, unique)) {
      return List.of(withinOnline(SqlStatement.ddl(uniqueIndex(table, unique))));
    }
    if (constraint instanceof ForeignKey key) {
      requireForeignKey(table, key);
    }
    List<SqlStatement> statements = addConstraint(table.name(), constraint);
    return constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint
        ? statements.stream().map(this::withinOnline).toList()
        : statements;
  }
}
