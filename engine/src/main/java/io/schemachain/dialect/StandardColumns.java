package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.Identity;
import io.schemachain.model.Names;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ColumnPosition;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.OperationVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements for columns and comments, as {@link StandardDdl} has those for all else. */
abstract class StandardColumns extends StandardFragments
    implements OperationVisitor<List<SqlStatement>> {
  StandardColumns(Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  // Comments

  /** Statements beside CREATE TABLE that comment a table; null takes the comment away. */
  protected List<SqlStatement> tableComment(TableName table, @Nullable String comment) {
    return List.of(ddl("COMMENT ON TABLE $N IS $L", table, commentText(comment)));
  }

  /** Statements that comment a column; none where the column clause holds its comment. */
  protected List<SqlStatement> columnComment(
      TableName table, String column, @Nullable String comment) {
    return List.of(ddl("COMMENT ON COLUMN $N.$N IS $L", table, column, commentText(comment)));
  }

  // Columns come and go

  @Override
  public List<SqlStatement> visitAddColumn(AddColumn operation) {
    TableName table = operation.table();
    Column column = operation.column();
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        ddl(
            "ALTER TABLE $N ADD COLUMN $L$L$L",
            table,
            operation.ifNotExists() ? "IF NOT EXISTS " : "",
            columnDefinition(table, column),
            place(before().require(table), operation.position())));
    if (column.comment() != null) {
      statements.addAll(columnComment(table, column.name(), column.comment()));
    }
    if (operation.ifNotExists()) {
      statements.addAll(requireColumns(table, List.of(column), false));
    }
    return statements;
  }

  /**
   * Statements that fail unless a table has these columns: for one that may have been there before.
   *
   * @param andNoOthers whether it has no others
   */
  protected abstract List<SqlStatement> requireColumns(
      TableName table, List<Column> columns, boolean andNoOthers);

  /** Where a new column goes, with a space before it; nothing behind the others. */
  protected String place(Table table, @Nullable ColumnPosition position) {
    if (position != null) {
      throw noPlaces();
    }
    return "";
  }

  protected final UnsupportedFeatureException noPlaces() {
    return dialect()
        .unsupported(
            "a place for a column among others",
            "Leave `first` and `after` out, or write `omit: [column_position]` in the settings.");
  }

  @Override
  public List<SqlStatement> visitDropColumn(DropColumn operation) {
    return List.of(
        ddl(
            "ALTER TABLE $N DROP COLUMN $L$N",
            operation.table(),
            operation.ifExists() ? "IF EXISTS " : "",
            operation.column()));
  }

  /** For databases where a table needs a column that holds data, at the latest when one goes. */
  protected final void requireDataColumn(Table table) {
    if (table.columns().stream().allMatch(column -> column.computed() != null)) {
      throw dialect()
          .unsupported(
              "a table of computed columns alone, as " + table.name() + " would be",
              "Keep another column, or drop the table.");
    }
  }

  // Columns change

  /**
   * What goes, then type, nullability, what comes, comment, and the name last; one statement each.
   * A default that goes is the first to go: it may not be one of the new type.
   */
  @Override
  public List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    TableName table = operation.table();
    Column old = before().require(table).column(operation.column()).orElseThrow();
    Column to = after().require(table).column(operation.resultingName()).orElseThrow();
    Column changed = to.withName(old.name());
    if (operation.position() != null) {
      throw noPlaces();
    }
    List<SqlStatement> statements = new ArrayList<>(dropSources(table, old, changed));
    boolean newType =
        !changed.type().equals(old.type()) || !Objects.equals(changed.collation(), old.collation());
    if (newType) {
      statements.addAll(alterType(table, old, changed, operation.using()));
    }
    if (changed.nullable() && !old.nullable()) {
      statements.add(alterColumn(table, old.name(), "DROP NOT NULL"));
    } else if (!changed.nullable() && old.nullable()) {
      statements.addAll(setNotNull(table, old.name()));
    }
    statements.addAll(setSources(table, old, changed));
    if (!Objects.equals(changed.comment(), old.comment())) {
      statements.addAll(columnComment(table, old.name(), changed.comment()));
    }
    if (operation.newName() != null) {
      statements.addAll(renameColumn(table, old.name(), operation.newName()));
    }
    return statements;
  }

  /** Lets a column take no NULL from now on, and sees that no row has one. */
  protected List<SqlStatement> setNotNull(TableName table, String column) {
    return List.of(alterColumn(table, column, "SET NOT NULL"));
  }

  /** A free name for the NOT NULL of a column, such as PostgreSQL makes up for it. */
  protected final String notNullName(TableName table, String column) {
    String name = table.name() + "_" + column + "_not_null";
    if (dialect().identifiers().isTooLong(name)) {
      name = "c" + Integer.toHexString(name.hashCode()) + "_not_null";
    }
    String free = name;
    for (int i = 1; isConstraint(free); i++) {
      free = name + i;
    }
    return free;
  }

  private boolean isConstraint(String name) {
    return before().tables().stream()
        .flatMap(other -> other.constraints().stream())
        .anyMatch(one -> Names.same(one.name(), name));
  }

  /** Default, identity or expression, where it goes. */
  private List<SqlStatement> dropSources(TableName table, Column old, Column changed) {
    if (old.defaultValue() != null && changed.defaultValue() == null) {
      return List.of(alterColumn(table, old.name(), "DROP DEFAULT"));
    }
    if (old.identity() != null && changed.identity() == null) {
      return List.of(alterColumn(table, old.name(), "DROP IDENTITY"));
    }
    return old.computed() != null && changed.computed() == null
        ? dropExpression(table, old)
        : List.of();
  }

  /** Makes a plain column of a computed one, with the values that it has. */
  protected List<SqlStatement> dropExpression(TableName table, Column old) {
    return List.of(alterColumn(table, old.name(), "DROP EXPRESSION"));
  }

  /** Default, identity or expression, where it comes or changes. */
  private List<SqlStatement> setSources(TableName table, Column old, Column changed) {
    if (changed.defaultValue() != null) {
      boolean newDefault = !changed.defaultValue().equals(old.defaultValue());
      boolean newType = !changed.type().equals(old.type());
      return newDefault || (newType && isDefaultRewritten(old, changed))
          ? List.of(
              alterColumn(
                  table,
                  old.name(),
                  "SET DEFAULT " + defaultValue(changed.defaultValue(), changed.type())))
          : List.of();
    }
    if (changed.identity() != null && !changed.identity().equals(old.identity())) {
      return old.identity() == null
          ? addIdentity(table, changed, changed.identity())
          : changeIdentity(table, changed, old.identity(), changed.identity());
    }
    return changed.computed() != null && !changed.computed().equals(old.computed())
        ? setExpression(table, old, changed)
        : List.of();
  }

  /** Lets a column that has values number itself from now on, behind them. */
  protected List<SqlStatement> addIdentity(TableName table, Column column, Identity identity) {
    return List.of(alterColumn(table, column.name(), "ADD " + identity(identity)));
  }

  /** The counter goes forward where the new start is beyond it, and never back. */
  protected List<SqlStatement> changeIdentity(
      TableName table, Column column, Identity old, Identity identity) {
    List<String> changes = new ArrayList<>();
    if (identity.always() != old.always()) {
      changes.add("SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT"));
    }
    if (identity.startOrDefault() != old.startOrDefault()) {
      changes.add("SET START WITH " + identity.startOrDefault());
    }
    if (identity.incrementOrDefault() != old.incrementOrDefault()) {
      requireSameDirection(column, old, identity);
      changes.add("SET INCREMENT BY " + identity.incrementOrDefault());
    }
    return changes.isEmpty()
        ? List.of()
        : List.of(alterColumn(table, column.name(), String.join(" ", changes)));
  }

  /** Whether the first number is one that the counter may not have reached yet. */
  protected static boolean startsBeyond(Identity old, Identity identity) {
    return identity.incrementOrDefault() > 0
        ? identity.startOrDefault() > old.startOrDefault()
        : identity.startOrDefault() < old.startOrDefault();
  }

  /** A counter that turns round would give numbers again. */
  protected final void requireSameDirection(Column column, Identity old, Identity identity) {
    if (identity.incrementOrDefault() > 0 != old.incrementOrDefault() > 0) {
      throw dialect()
          .unsupported(
              "an identity that turns round, as that of " + column.name(),
              "Give it an increment in the direction in which it counts.");
    }
  }

  /**
   * @param old computed otherwise, or not at all
   */
  protected List<SqlStatement> setExpression(TableName table, Column old, Column changed) {
    Computed computed = requireNonNull(changed.computed());
    return List.of(
        alterColumn(table, old.name(), "SET EXPRESSION AS (" + written(computed.sql()) + ")"));
  }

  /** For databases that compute a column anew or never. */
  protected final UnsupportedFeatureException computedStays(String feature) {
    return dialect().unsupported(feature, "Drop the column and add it again.");
  }

  /** Whether a default that stays must be written again after the type changed. */
  protected boolean isDefaultRewritten(Column old, Column changed) {
    return false;
  }

  /** Whether two types differ in nothing but a length or a precision. */
  protected static boolean isOfSameKind(DataType type, DataType other) {
    return type.kind() != null && type.kind() == other.kind();
  }

  protected final SqlStatement alterColumn(TableName table, String column, String change) {
    return ddl("ALTER TABLE $N ALTER COLUMN $N $L", table, column, change);
  }

  /**
   * Another type, another collation, or both.
   *
   * @param using an expression for the new values, null where the database knows
   */
  protected List<SqlStatement> alterType(
      TableName table, Column old, Column changed, @Nullable String using) {
    return List.of(
        alterColumn(
            table,
            old.name(),
            "SET DATA TYPE "
                + type(changed.type())
                + (changed.collation() == null ? "" : " " + collation(changed.collation()))
                + (using == null ? "" : " USING " + written(using))));
  }

  /** For databases that convert values in their own way alone. */
  protected final void requireNoUsing(AlterColumn operation) {
    if (operation.using() != null) {
      throw dialect()
          .unsupported(
              "`using`",
              "Where its own conversion will do write `using: {default: …, "
                  + dialect().name()
                  + ": null}`; else add a column, fill it with `execute`, drop the old one and"
                  + " rename the new one.");
    }
  }

  protected List<SqlStatement> renameColumn(TableName table, String column, String newName) {
    return List.of(ddl("ALTER TABLE $N RENAME COLUMN $N TO $N", table, column, newName));
  }
}
