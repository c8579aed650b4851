package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.TypeTable;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What MySQL says differently. DDL commits here, so what belongs together is one ALTER TABLE, which
 * is done whole or not at all.
 */
class MysqlDdl extends MysqlFragments {
  /** In utf8mb4 the longest that fits into 255 bytes. */
  private static final int MAX_SHORT_STRING = 63;

  MysqlDdl(MysqlDialect dialect, TypeTable types, Schema before, Schema after) {
    this(dialect, types, new MysqlRules(dialect), before, after);
  }

  MysqlDdl(MysqlDialect dialect, TypeTable types, MysqlRules rules, Schema before, Schema after) {
    super(dialect, types, rules, before, after);
  }

  // Tables

  private SqlStatement alterTable(TableName table, List<String> clauses) {
    return clauses.size() == 1
        ? ddl("ALTER TABLE $N $L", table, clauses.get(0))
        : ddl("ALTER TABLE $N\n  $L", table, String.join(",\n  ", clauses));
  }

  /** With indexes and comments, in one statement. */
  @Override
  protected final SqlStatement createTable(Table table, String verb) {
    requireOwnIndexNames(table);
    requireKeys(table);
    rules().requireIdentityKey(table);
    rules().requireComments(table);
    rules().requireRowSize(table);
    rules().requireForeignKeys(table);
    table.foreignKeys().forEach(key -> requireReferredKey(table, key));
    List<String> lines = new ArrayList<>();
    table.columns().forEach(column -> lines.add(columnDefinition(table.name(), column)));
    if (table.primaryKey() != null) {
      lines.add(constraint(table.primaryKey()));
    }
    table.uniqueConstraints().forEach(unique -> lines.add(constraint(unique)));
    table.indexes().forEach(index -> lines.add(indexClause(index)));
    MysqlKeys.withOwnIndex(table).forEach(key -> lines.add(ownIndex(key)));
    table.foreignKeys().forEach(key -> lines.add(constraint(key)));
    table.checks().forEach(check -> lines.add(constraint(check)));
    return ddl(
        "$L $N (\n  $L\n)$L", verb, table.name(), String.join(",\n  ", lines), tableOptions(table));
  }

  @Override
  protected final String tableOptions(Table table) {
    StringBuilder options = new StringBuilder();
    table.columns().stream()
        .flatMap(column -> Stream.ofNullable(column.identity()))
        .filter(identity -> identity.start() != null)
        .forEach(identity -> options.append(" AUTO_INCREMENT = ").append(identity.start()));
    if (table.comment() != null) {
      options.append(" COMMENT = ").append(commentText(table.comment()));
    }
    return options.toString();
  }

  @Override
  public final List<SqlStatement> visitCreateTable(CreateTable operation) {
    return List.of(createTable(after().require(operation.table().name()), "CREATE TABLE"));
  }

  @Override
  public final List<SqlStatement> visitRenameTable(RenameTable operation) {
    TableName table = operation.table();
    return List.of(ddl("RENAME TABLE $N TO $N", table, table.withName(operation.newName())));
  }

  @Override
  protected final List<SqlStatement> tableComment(TableName table, @Nullable String comment) {
    rules().requireComments(after().require(table));
    return List.of(
        ddl("ALTER TABLE $N COMMENT = $L", table, commentText(comment == null ? "" : comment)));
  }

  // Columns

  @Override
  public final List<SqlStatement> visitAddColumn(AddColumn operation) {
    requireColumns(after().require(operation.table()));
    return List.of(alterTable(operation.table(), List.of(addColumn(operation))));
  }

  private void requireColumns(Table table) {
    rules().requireIdentityKey(table);
    rules().requireComments(table);
    rules().requireRowSize(table);
    rules().requireForeignKeys(table);
  }

  private String addColumn(AddColumn operation) {
    return "ADD COLUMN " + columnDefinition(operation.table(), operation.column());
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
    if (key == null || !add.table().equals(owner) || !MysqlKeys.leads(table, add.column().name())) {
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
    Table table = before().require(drop.table());
    String clause = null;
    if (key instanceof DropConstraint constraint && constraint.table().equals(drop.table())) {
      clause =
          constraint.name().equals(nameOfPrimaryKey(table))
              ? "DROP PRIMARY KEY"
              : sql("DROP INDEX $N", constraint.name());
    } else if (key instanceof DropIndex index && index.table().equals(drop.table())) {
      clause = sql("DROP INDEX $N", index.index());
    }
    boolean numbered =
        table.column(drop.column()).filter(column -> column.identity() != null).isPresent();
    return clause == null || !numbered
        ? List.of()
        : List.of(alterTable(drop.table(), List.of(clause, sql("DROP COLUMN $N", drop.column()))));
  }

  private static @Nullable String nameOfPrimaryKey(Table table) {
    return table.primaryKey() == null ? null : table.primaryKey().name();
  }

  /** One statement with the whole column, of which nothing is lost. */
  @Override
  public final List<SqlStatement> visitAlterColumn(AlterColumn operation) {
    Table old = before().require(operation.table());
    Table table = after().require(operation.table());
    Column from = old.column(operation.column()).orElseThrow();
    Column to = table.column(operation.resultingName()).orElseThrow();
    if (to.equals(from)) {
      return List.of();
    }
    requireColumns(table);
    requireKeys(table);
    if (!to.type().equals(from.type())) {
      requireNoForeignKey(old, from, to);
    }
    boolean onlyRenamed = to.equals(from.withName(to.name()));
    if (!onlyRenamed && changesConstantDefault(from, to)) {
      return List.of(
          ddl("ALTER TABLE $N ALTER COLUMN $N $L", table.name(), to.name(), setDefault(to)));
    }
    List<SqlStatement> statements = new ArrayList<>();
    if (!onlyRenamed) {
      statements.add(SqlStatement.check(columnCheck().statement(table.name(), from)));
    }
    if (to.name().equals(from.name())) {
      String definition = columnDefinition(table.name(), to);
      statements.add(alterTable(table.name(), List.of("MODIFY COLUMN " + definition)));
    } else {
      statements.add(alterTable(table.name(), renameColumn(old, table, from, to)));
    }
    return statements;
  }

  private List<String> renameColumn(Table old, Table table, Column from, Column to) {
    MysqlUses uses = MysqlUses.of(old, table, from.name(), to.name());
    requireRename(uses, from);
    List<String> clauses = new ArrayList<>(dropUses(uses));
    clauses.add(
        to.equals(from.withName(to.name()))
            ? sql("RENAME COLUMN $N TO $N", from.name(), to.name())
            : sql("CHANGE COLUMN $N $L", from.name(), columnDefinition(table.name(), to)));
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
    for (Table other : before().tables()) {
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

  // Indexes and constraints of a table

  /** What a change of keys means for the indexes that foreign keys have of their own. */
  private List<String> ownIndexChanges(Table old, Table table) {
    requireOwnIndexNames(table);
    List<ForeignKey> had = MysqlKeys.withOwnIndex(old);
    List<ForeignKey> needs = MysqlKeys.withOwnIndex(table);
    List<String> clauses = new ArrayList<>();
    had.stream()
        .filter(key -> !needs.contains(key))
        .forEach(key -> clauses.add(sql("DROP INDEX $N", key.name())));
    needs.stream()
        .filter(key -> !had.contains(key))
        .forEach(key -> clauses.add("ADD " + ownIndex(key)));
    return clauses;
  }

  /** "Missing index for constraint in the referenced table" (1822). */
  private void requireReferredKey(Table table, ForeignKey key) {
    Table referred =
        key.referredTable().equals(table.name()) ? table : after().require(key.referredTable());
    if (!MysqlKeys.isKey(referred, key.referredColumns())) {
      throw dialect()
          .unsupported(
              "the foreign key "
                  + key.name()
                  + " of "
                  + table.name()
                  + " to columns in another order than in a unique key of "
                  + referred.name(),
              "List the columns on both sides in the order of that key.");
    }
  }

  /** After a key went: "Cannot drop index: needed in a foreign key constraint" (1553). */
  private void requireReferredKeys(TableName referred) {
    for (Table table : after().tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.referredTable().equals(referred)) {
          requireReferredKey(table, key);
        }
      }
    }
  }

  private List<SqlStatement> alterKeys(TableName name, String change) {
    Table table = after().require(name);
    rules().requireIdentityKey(table);
    List<String> clauses = new ArrayList<>(List.of(change));
    clauses.addAll(ownIndexChanges(before().require(name), table));
    return List.of(alterTable(name, clauses));
  }

  @Override
  public final List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    Table table = after().require(operation.table());
    Index index = operation.index();
    rules().requireKey(table, index.columns(), index.name());
    return ownIndexChanges(before().require(operation.table()), table).isEmpty()
        ? super.visitCreateIndex(operation)
        : alterKeys(operation.table(), "ADD " + indexClause(index));
  }

  @Override
  public final List<SqlStatement> visitDropIndex(DropIndex operation) {
    Table table = after().require(operation.table());
    requireReferredKeys(operation.table());
    if (ownIndexChanges(before().require(operation.table()), table).isEmpty()) {
      rules().requireIdentityKey(table);
      return List.of(ddl("DROP INDEX $N ON $N", operation.index(), operation.table()));
    }
    return alterKeys(operation.table(), sql("DROP INDEX $N", operation.index()));
  }

  @Override
  public final List<SqlStatement> visitCreatePrimaryKey(CreatePrimaryKey operation) {
    requireKeys(after().require(operation.table()));
    return alterKeys(operation.table(), "ADD " + constraint(operation.primaryKey()));
  }

  @Override
  public final List<SqlStatement> visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    requireKeys(after().require(operation.table()));
    return alterKeys(operation.table(), "ADD " + constraint(operation.constraint()));
  }

  @Override
  public final List<SqlStatement> visitCreateForeignKey(CreateForeignKey operation) {
    Table table = after().require(operation.table());
    rules().requireForeignKeys(table);
    requireKeys(table);
    ForeignKey complete =
        (ForeignKey) table.constraint(operation.foreignKey().name()).orElseThrow();
    requireReferredKey(table, complete);
    List<String> clauses =
        new ArrayList<>(ownIndexChanges(before().require(operation.table()), table));
    clauses.add("ADD " + constraint(complete));
    return List.of(alterTable(operation.table(), clauses));
  }

  @Override
  public final List<SqlStatement> visitCreateCheckConstraint(CreateCheckConstraint operation) {
    rules().requireForeignKeys(after().require(operation.table()));
    return super.visitCreateCheckConstraint(operation);
  }

  @Override
  protected final List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    if (constraint instanceof Check check) {
      return List.of(alterTable(table, List.of(dropCheck(check))));
    }
    if (!(constraint instanceof ForeignKey)) {
      requireReferredKeys(table);
    }
    if (constraint instanceof PrimaryKey) {
      return alterKeys(table, "DROP PRIMARY KEY");
    }
    return alterKeys(
        table,
        constraint instanceof ForeignKey
            ? sql("DROP FOREIGN KEY $N", constraint.name())
            : sql("DROP INDEX $N", constraint.name()));
  }

  String dropCheck(Check check) {
    return sql("DROP CHECK $N", check.name());
  }
}
