package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ColumnPosition;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements for columns, which MySQL writes as a whole or not at all. */
abstract class MysqlColumns extends MysqlFragments {
  /** In utf8mb4 the longest that fits into 255 bytes. */
  private static final int MAX_SHORT_STRING = 63;

  MysqlColumns(
      MysqlDialect dialect, MysqlRules rules, Schema before, Schema after, Set<String> algorithms) {
    super(dialect, rules, before, after, algorithms);
  }

  @Override
  public final List<SqlStatement> visitAddColumn(AddColumn operation) {
    TableName table = operation.table();
    requireColumns(after().require(table));
    SqlStatement statement = alterTable(table, List.of(addColumn(operation)));
    if (!operation.ifNotExists()) {
      return List.of(statement);
    }
    Column column = operation.column();
    List<SqlStatement> statements =
        new ArrayList<>(unless(catalog().column(table, column.name()), statement));
    statements.addAll(requireColumns(table, List.of(column), false));
    return statements;
  }

  @Override
  protected final List<SqlStatement> requireColumns(
      TableName table, List<Column> columns, boolean andNoOthers) {
    return List.of(columnCheck().statement(table, columns, andNoOthers));
  }

  @Override
  public final List<SqlStatement> visitDropColumn(DropColumn operation) {
    TableName table = operation.table();
    String column = operation.column();
    SqlStatement drop =
        alterTable(
            table,
            List.of(sql("DROP COLUMN $L$N", operation.ifExists() ? ifExists() : "", column)));
    return operation.ifExists() ? onlyIf(catalog().column(table, column), drop) : List.of(drop);
  }

  private void requireColumns(Table table) {
    rules().requireIdentityKey(table);
    rules().requireComments(table);
    rules().requireRowSize(table);
    rules().requireForeignKeys(table);
  }

  private String addColumn(AddColumn operation) {
    return "ADD COLUMN "
        + (operation.ifNotExists() ? ifNotExists() : "")
        + columnDefinition(operation.table(), operation.column())
        + place(after().require(operation.table()), operation.position());
  }

  @Override
  protected final String place(Table table, @Nullable ColumnPosition position) {
    if (position == null) {
      return "";
    }
    return position.after() == null ? " FIRST" : sql(" AFTER $N", position.after());
  }

  /**
   * Adds a column that is AUTO_INCREMENT and, in the same statement, the key that it needs.
   *
   * @param next what follows; unless it is that key nothing is returned
   */
  final List<SqlStatement> addColumnWithKey(AddColumn add, Operation next) {
    String key = null;
    TableName owner = null;
    if (next instanceof CreatePrimaryKey create) {
      owner = create.table();
      key = constraint(create.primaryKey());
    } else if (next instanceof CreateUniqueConstraint create) {
      owner = create.table();
      key = constraint(create.constraint());
    } else if (next instanceof CreateIndex create) {
      owner = create.table();
      key = indexClause(create.index());
    }
    Table table = after().require(add.table());
    if (key == null
        || add.ifNotExists()
        || !add.table().equals(owner)
        || !MysqlKeys.leads(table, add.column().name())) {
      return List.of();
    }
    requireColumns(table);
    requireKeys(table);
    List<String> clauses = new ArrayList<>(List.of(addColumn(add), "ADD " + key));
    clauses.addAll(ownIndexChanges(before().require(add.table()), table));
    Identity identity = add.column().identity();
    if (identity != null && identity.start() != null) {
      clauses.add("AUTO_INCREMENT = " + identity.start());
    }
    return List.of(alterTable(add.table(), clauses));
  }

  /**
   * Drops a column that is AUTO_INCREMENT and, in the same statement, the key that it needs until
   * then.
   *
   * @param key what precedes; unless it drops a key of the column's table nothing is returned
   */
  final List<SqlStatement> dropColumnWithKey(Operation key, DropColumn drop) {
    Optional<Table> found = before().find(drop.table());
    if (found.isEmpty()) {
      return List.of(); // What precedes makes the table.
    }
    Table table = found.get();
    String clause = null;
    if (key instanceof DropConstraint constraint && constraint.table().equals(drop.table())) {
      clause = constraint.find(table).map(this::dropKey).orElse(null);
    } else if (key instanceof DropIndex index && index.table().equals(drop.table())) {
      clause = table.index(index.index()).map(i -> sql("DROP INDEX $N", i.name())).orElse(null);
    }
    boolean numbered =
        table.column(drop.column()).filter(column -> column.identity() != null).isPresent();
    return clause == null || !numbered
        ? List.of()
        : List.of(alterTable(drop.table(), List.of(clause, sql("DROP COLUMN $N", drop.column()))));
  }

  /** Null for what is no key. */
  private @Nullable String dropKey(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return "DROP PRIMARY KEY";
    }
    return constraint instanceof UniqueConstraint ? sql("DROP INDEX $N", constraint.name()) : null;
  }

  /** One statement with the whole column, of which nothing is lost. */
  @Override
  public final List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    Table old = before().require(operation.table());
    Table table = after().require(operation.table());
    Column from = old.column(operation.column()).orElseThrow();
    Column to = table.column(operation.resultingName()).orElseThrow();
    String place = place(table, operation.position());
    requireNoUsing(operation);
    if (to.equals(from) && place.isEmpty()) {
      return List.of();
    }
    requireColumns(table);
    requireKeys(table);
    requireStoredStatus(from, to);
    if (!to.type().equals(from.type())) {
      requireNoForeignKey(old, from, to);
    }
    List<String> counter = moveCounter(from.identity(), to.identity());
    if (isSameButForCounter(from, to) && place.isEmpty()) {
      return counter.isEmpty() ? List.of() : List.of(alterTable(table.name(), counter));
    }
    boolean onlyRenamed = isRename(from, to) && place.isEmpty();
    if (!onlyRenamed && place.isEmpty() && changesConstantDefault(from, to)) {
      return List.of(
          alterTable(table.name(), List.of(sql("ALTER COLUMN $N $L", to.name(), setDefault(to)))));
    }
    List<SqlStatement> statements = new ArrayList<>();
    if (!onlyRenamed) {
      statements.add(SqlStatement.check(columnCheck().statement(table.name(), from)));
    }
    List<String> clauses = new ArrayList<>();
    if (to.name().equals(from.name())) {
      clauses.add("MODIFY COLUMN " + columnDefinition(table.name(), to) + place);
    } else {
      clauses.addAll(renameColumn(old, table, from, to, onlyRenamed ? null : place));
      statements.addAll(requireUses(old, MysqlUses.of(old, table, from.name(), to.name())));
    }
    clauses.addAll(counter);
    statements.add(alterTable(table.name(), clauses));
    return statements;
  }

  /** Whether RENAME COLUMN says it all; CHANGE COLUMN restates the column. */
  private boolean isRename(Column from, Column to) {
    return features().renameColumn() && to.equals(from.withName(to.name()));
  }

  private boolean isSameButForCounter(Column from, Column to) {
    if (from.identity() == null || to.identity() == null) {
      return false;
    }
    rules().requireIdentity(to.identity());
    return from.withIdentity(null).equals(to.withIdentity(null));
  }

  /** The server itself goes on behind the greatest number that there is. */
  private static List<String> moveCounter(@Nullable Identity from, @Nullable Identity to) {
    if (to == null || !startsBeyond(from == null ? Identity.DEFAULT : from, to)) {
      return List.of();
    }
    return List.of("AUTO_INCREMENT = " + to.startOrDefault());
  }

  /** "Changing the STORED status is not supported for generated columns" (3106, 1907). */
  private void requireStoredStatus(Column from, Column to) {
    boolean fromStored = from.computed() == null || from.computed().stored();
    boolean toStored = to.computed() == null || to.computed().stored();
    if (fromStored != toStored) {
      throw computedStays("a computed column that is stored from now on, or no longer");
    }
  }

  /**
   * @param place of a column that is written anew; null where nothing but the name changes
   */
  private List<String> renameColumn(
      Table old, Table table, Column from, Column to, @Nullable String place) {
    rules().storage().requireNoPartitionKey(old, from);
    MysqlUses uses = MysqlUses.of(old, table, from.name(), to.name());
    requireRename(uses, from);
    requireRenameUnderForeignKeys(old.name(), from);
    List<String> clauses = new ArrayList<>(dropUses(uses));
    clauses.add(
        place == null
            ? sql("RENAME COLUMN $N TO $N", from.name(), to.name())
            : sql("CHANGE COLUMN $N $L$L", from.name(), columnDefinition(table.name(), to), place));
    clauses.addAll(addUses(uses));
    return clauses;
  }

  /**
   * Whether ALTER COLUMN can do it. Not with expressions: MySQL takes no CURRENT_TIMESTAMP there,
   * and MariaDB passes silently over the request to take one away. Not with long types either
   * (error 1101).
   */
  private static boolean changesConstantDefault(Column from, Column to) {
    return to.withDefault(null).equals(from.withDefault(null))
        && !(from.defaultValue() instanceof DefaultValue.Expression)
        && !(to.defaultValue() instanceof DefaultValue.Expression)
        && !MysqlDefaults.isLong(to.type());
  }

  /** A column that is nullable needs DEFAULT NULL, else an INSERT without it fails (error 1364). */
  private String setDefault(Column column) {
    if (column.defaultValue() != null) {
      return "SET DEFAULT " + defaultValue(column.defaultValue(), column.type());
    }
    return column.nullable() ? "SET DEFAULT NULL" : "DROP DEFAULT";
  }

  private void requireNoForeignKey(Table old, Column from, Column to) {
    if (typeMayChangeUnderForeignKey(from.type(), to.type())) {
      return;
    }
    List<Table> others = new ArrayList<>(before().referringTo(old.name()));
    others.add(old);
    for (Table other : others) {
      for (ForeignKey key : other.foreignKeys()) {
        boolean uses =
            (other.name().equals(old.name()) && key.columns().contains(from.name()))
                || (key.referredTable().equals(old.name())
                    && key.referredColumns().contains(from.name()));
        if (uses) {
          throw dialect()
              .unsupported(
                  "another type for "
                      + from.name()
                      + " while the foreign key "
                      + key.name()
                      + " of "
                      + other.name()
                      + " uses it",
                  "Drop the foreign key, change the columns on both sides, create it again.");
        }
      }
    }
  }

  /**
   * A string may grow, as long as that needs no copy of the rows, which a second byte for its
   * length does; everything else is refused (errors 1832 and 3780).
   */
  boolean typeMayChangeUnderForeignKey(DataType from, DataType to) {
    if (!(from instanceof DataType.Scalar old && to instanceof DataType.Scalar changed)
        || !from.is(TypeKind.STRING)
        || !to.is(TypeKind.STRING)) {
      return false;
    }
    int length = old.requireLength();
    int newLength = changed.requireLength();
    return newLength >= length && length > MAX_SHORT_STRING == newLength > MAX_SHORT_STRING;
  }

  /**
   * "Column has a generated column dependency" (3108), "default value expression dependency"
   * (3766).
   */
  void requireRename(MysqlUses uses, Column column) {
    uses.column()
        .ifPresent(
            user -> {
              throw dialect()
                  .unsupported(
                      "another name for "
                          + column.name()
                          + ", which the column "
                          + user
                          + " is computed from",
                      "Drop that column first and add it again.");
            });
  }

  /**
   * Behind the first column of those that a foreign key of another table refers to, MySQL gives the
   * column its name, says "Table doesn't exist" (1146) of the table, and leaves a foreign key that
   * refers to the old name, so that every row is refused or, after a copy, none.
   */
  void requireRenameUnderForeignKeys(TableName name, Column column) {
    for (Table other : before().referringTo(name)) {
      for (ForeignKey key : other.foreignKeys()) {
        if (!other.name().equals(name)
            && key.referredTable().equals(name)
            && key.referredColumns().indexOf(column.name()) > 0) {
          throw dialect()
              .unsupported(
                  "another name for "
                      + column.name()
                      + ", which the foreign key "
                      + key.name()
                      + " of "
                      + other.name()
                      + " refers to behind another column",
                  "Drop the foreign key before and create it again after.");
        }
      }
    }
  }

  /** That what goes and comes back is that of the model. */
  List<SqlStatement> requireUses(Table old, MysqlUses uses) {
    MysqlDependentCheck dependents = mysql().dependentCheck();
    List<SqlStatement> statements = new ArrayList<>();
    uses.checksBefore().forEach(check -> statements.add(dependents.check(old, check)));
    uses.indexesBefore().forEach(index -> statements.add(dependents.index(old, index)));
    return statements;
  }

  /** A check or an index on an expression goes while the column gets its name (3959, 3837). */
  List<String> dropUses(MysqlUses uses) {
    List<String> clauses = new ArrayList<>();
    uses.checksBefore().forEach(check -> clauses.add(dropCheck(check)));
    uses.indexesBefore().forEach(index -> clauses.add(sql("DROP INDEX $N", index.name())));
    return clauses;
  }

  List<String> addUses(MysqlUses uses) {
    List<String> clauses = new ArrayList<>();
    uses.checksAfter().forEach(check -> clauses.add("ADD " + constraint(check)));
    uses.indexesAfter().forEach(index -> clauses.add("ADD " + indexClause(index)));
    return clauses;
  }
}
