package io.schemachain.dialect;

import io.schemachain.model.Check;
import io.schemachain.model.Constraint;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.alter.AlterExpression;
import org.jspecify.annotations.Nullable;

/** What ALTER TABLE does, one action or more. */
final class SqlAlterations {
  private final SqlWords words;
  private final SqlNames names;
  private final SqlTableElements elements;

  SqlAlterations(SqlWords words, SqlNames names, SqlTableElements elements) {
    this.words = words;
    this.names = names;
    this.elements = elements;
  }

  List<Operation> of(Alter alter) {
    words.take("ALTER TABLE " + SqlNames.words(alter.getTable()));
    TableName table = names.table(alter.getTable());
    List<AlterExpression> actions = alter.getAlterExpressions();
    List<Operation> operations = new ArrayList<>();
    String separator = "";
    for (AlterExpression action : actions) {
      words.take(separator);
      separator = ",";
      operations.addAll(
          switch (action.getOperation()) {
            case ADD -> add(table, action);
            case DROP -> List.of(dropPart(table, action));
            case ALTER -> List.of(alterColumn(table, action));
            // Databases differ in which names hold for the other actions.
            case RENAME -> actions.size() == 1 ? List.of(renameColumn(table, action)) : nothing();
            case RENAME_TABLE ->
                actions.size() == 1 ? List.of(renameTable(table, action)) : nothing();
            default -> nothing();
          });
    }
    return operations;
  }

  private static List<Operation> nothing() {
    throw new NotUnderstoodException();
  }

  private List<Operation> add(TableName table, AlterExpression action) {
    words.take(verb("ADD", action));
    if (action.getIndex() != null) {
      return List.of(create(table, elements.addedConstraint(action.getIndex())));
    }
    var definitions = action.getColDataTypeList();
    if (definitions == null || definitions.isEmpty()) {
      throw new NotUnderstoodException();
    }
    boolean enclosed = words.takeIf("(");
    List<Operation> operations = new ArrayList<>();
    for (var definition : definitions) {
      words.take(operations.isEmpty() ? "" : ",");
      var column = elements.column(definition);
      operations.add(new AddColumn(table, column.column()));
      column.constraints().forEach(constraint -> operations.add(create(table, constraint)));
    }
    words.take(enclosed ? ")" : "");
    return operations;
  }

  private static String verb(String verb, AlterExpression action) {
    return action.hasColumn() ? verb + " COLUMN" : verb;
  }

  private static Operation create(TableName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return new CreatePrimaryKey(table, key);
    }
    if (constraint instanceof UniqueConstraint unique) {
      return new CreateUniqueConstraint(table, unique);
    }
    if (constraint instanceof ForeignKey key) {
      return new CreateForeignKey(table, key);
    }
    return new CreateCheckConstraint(table, (Check) constraint);
  }

  private Operation dropPart(TableName table, AlterExpression action) {
    if (action.getConstraintName() != null) {
      words.take("DROP CONSTRAINT " + action.getConstraintName());
      return new DropConstraint(table, names.name(action.getConstraintName()));
    }
    if (elements.isTransactSql() && !action.hasColumn()) {
      throw new NotUnderstoodException(); // Of a constraint.
    }
    String column = names.name(action.getColumnName());
    words.take(verb("DROP", action) + " " + action.getColumnName());
    return new DropColumn(table, column);
  }

  private Operation renameColumn(TableName table, AlterExpression action) {
    String from = names.name(action.getColumnOldName());
    String to = names.name(action.getColumnName());
    words.take(
        verb("RENAME", action) + " " + action.getColumnOldName() + " TO " + action.getColumnName());
    return new AlterColumn(table, from, to, null, null, Change.none(), Change.none());
  }

  /** With a schema MySQL would move it to the current one. */
  private Operation renameTable(TableName table, AlterExpression action) {
    String to = names.name(action.getNewTableName());
    words.take("RENAME TO " + action.getNewTableName());
    if (table.schema() != null) {
      throw new NotUnderstoodException();
    }
    return new RenameTable(table, to);
  }

  private Operation alterColumn(TableName table, AlterExpression action) {
    words.take(verb("ALTER", action));
    if (isOne(action.getColumnSetNotNullList())) {
      String column = action.getColumnSetNotNullList().get(0).getColumnName();
      words.take(column + " SET NOT NULL");
      return altered(table, column, false, Change.none());
    }
    if (isOne(action.getColumnDropNotNullList())) {
      String column = action.getColumnDropNotNullList().get(0).getColumnName();
      words.take(column + " DROP NOT NULL");
      return altered(table, column, true, Change.none());
    }
    if (isOne(action.getColumnSetDefaultList())) {
      var change = action.getColumnSetDefaultList().get(0);
      words.take(change.getColumnName() + " SET DEFAULT");
      DefaultValue value = elements.defaultValue(change.getDefaultExpression());
      return altered(table, change.getColumnName(), null, Change.toNullable(value));
    }
    if (isOne(action.getColumnDropDefaultList())) {
      String column = action.getColumnDropDefaultList().get(0).getColumnName();
      words.take(column + " DROP DEFAULT");
      return altered(table, column, null, Change.drop());
    }
    throw new NotUnderstoodException();
  }

  private static boolean isOne(@Nullable List<?> list) {
    return list != null && list.size() == 1;
  }

  private Operation altered(
      TableName table, String column, @Nullable Boolean nullable, Change<DefaultValue> value) {
    return new AlterColumn(table, names.name(column), null, null, nullable, value, Change.none());
  }
}
