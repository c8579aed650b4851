package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Names;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BackfillRules;
import io.schemachain.operation.Change;
import io.schemachain.operation.Condition;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The finer operations that do what one does while others read and write. Which of them there are
 * is a matter of the {@link OnlineForm}s of the database; whether they are better than the one is
 * for the facts to say.
 */
final class OnlineOperations {
  private final Dialect dialect;
  private final Operation operation;
  private final List<OperationStep> finer = new ArrayList<>();
  private Schema schema;

  private OnlineOperations(Dialect dialect, OperationStep step) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.operation = step.operation();
    this.schema = step.before();
  }

  /** The step alone where there are none. */
  static List<OperationStep> of(Dialect dialect, OperationStep step) {
    OnlineOperations operations = new OnlineOperations(dialect, step);
    operations.add();
    return operations.finer.isEmpty() ? List.of(step) : operations.finer;
  }

  private void add() {
    if (operation instanceof CreateIndex create
        && has(create.table(), OnlineForm.CONCURRENT_INDEX)) {
      then(new CreateIndex(create.table(), create.index(), true, create.ifNotExists()));
    } else if (operation instanceof DropIndex drop
        && has(drop.table(), OnlineForm.CONCURRENT_INDEX)) {
      then(new DropIndex(drop.table(), drop.index(), true, drop.ifExists()));
    } else if (operation instanceof CreateCheckConstraint create
        && create.check().validated()
        && has(create.table(), OnlineForm.LATER_CHECK)) {
      then(new CreateCheckConstraint(create.table(), create.check().withValidated(false)));
      then(new ValidateConstraint(create.table(), create.check().name()));
    } else if (operation instanceof CreateForeignKey create
        && create.foreignKey().validated()
        && has(create.table(), OnlineForm.LATER_FOREIGN_KEY)) {
      ForeignKey key = create.foreignKey();
      then(new CreateForeignKey(create.table(), key.withValidated(false)));
      then(new ValidateConstraint(create.table(), key.name()));
    } else if (operation instanceof AlterColumn alter) {
      alterColumn(alter);
    } else if (operation instanceof AddColumn add) {
      addColumn(add);
    } else if (operation instanceof CreateUniqueConstraint create
        && create.usingIndex() == null
        && takesIndex(create.table(), create.constraint())) {
      unique(create);
    } else if (operation instanceof CreatePrimaryKey create
        && create.usingIndex() == null
        && takesIndex(create.table(), create.primaryKey())) {
      primaryKey(create);
    }
  }

  private boolean takesIndex(TableName table, Constraint key) {
    return has(
        table,
        key.deferral() == Deferral.NONE
            ? OnlineForm.KEY_BY_INDEX
            : OnlineForm.DEFERRABLE_KEY_BY_INDEX);
  }

  private boolean has(TableName table, OnlineForm form) {
    return forms(table).contains(form);
  }

  private Set<OnlineForm> forms(TableName table) {
    return dialect.onlineForms(schema.find(table).orElse(null));
  }

  private void then(Operation next) {
    Schema after = ApplyToSchema.apply(next, schema);
    finer.add(new OperationStep(next, schema, after));
    schema = after;
  }

  // Columns

  /**
   * All else that changes first, in one operation; an identity column is never without NOT NULL.
   */
  private void alterColumn(AlterColumn alter) {
    Column old = schema.require(alter.table()).column(alter.column()).orElseThrow();
    boolean required = Boolean.FALSE.equals(alter.nullable()) && old.nullable();
    if (!required
        || alter.identity().present()
        || (!has(alter.table(), OnlineForm.NOT_NULL_BY_CHECK)
            && !has(alter.table(), OnlineForm.LATER_NOT_NULL))) {
      return;
    }
    if (alter.saysMoreThanNullable()) {
      then(
          new AlterColumn(
              alter.table(),
              alter.column(),
              alter.newName(),
              alter.type(),
              alter.using(),
              null,
              alter.defaultValue(),
              alter.identity(),
              alter.computed(),
              alter.comment(),
              alter.collation(),
              alter.position()));
    }
    notNull(alter.table(), alter.resultingName());
  }

  /** By a check that is there for so long, where that spares the reading of all rows. */
  private void notNull(TableName name, String column) {
    AlterColumn required = alteration(name, column, false, Change.none());
    if (!has(name, OnlineForm.NOT_NULL_BY_CHECK)) {
      then(required);
      return;
    }
    String check = freeName(schema.require(name), column);
    String condition = dialect.sql().format("$N IS NOT NULL", column);
    then(new CreateCheckConstraint(name, new Check(check, condition, false)));
    then(new ValidateConstraint(name, check));
    then(required);
    then(new DropConstraint(name, check));
  }

  private static AlterColumn alteration(
      TableName table, String column, @Nullable Boolean nullable, Change<DefaultValue> value) {
    return new AlterColumn(table, column, null, null, nullable, value, Change.none());
  }

  /** One that the database does not make up itself for a NOT NULL. */
  private String freeName(Table table, String column) {
    String name = column + "_is_not_null";
    if (dialect.identifiers().isTooLong(name)) {
      name = "c" + Integer.toHexString(column.hashCode()) + "_is_not_null";
    }
    String free = name;
    for (int i = 2; isTaken(table, free); i++) {
      free = name + i;
    }
    return free;
  }

  private static boolean isTaken(Table table, String name) {
    return table.constraints().stream().anyMatch(one -> Names.same(one.name(), name));
  }

  /** New rows have the default at once, and those that are there get it in batches. */
  private void addColumn(AddColumn add) {
    Column column = add.column();
    DefaultValue value = column.defaultValue();
    Optional<String> key = schema.find(add.table()).flatMap(BackfillRules::keyOf);
    if (value == null
        || key.isEmpty()
        || add.ifNotExists()
        || column.identity() != null
        || column.computed() != null
        || !has(add.table(), OnlineForm.FILLED_COLUMN)) {
      return;
    }
    String name = column.name();
    then(add.withColumn(column.withNullable(true).withDefault(null)));
    then(alteration(add.table(), name, null, Change.to(value)));
    then(
        new Backfill(
            add.table(),
            new Row(List.of(name), List.of(value(value))),
            new Condition.Equal(new Row(List.of(name), List.of(Value.NULL))),
            key.get(),
            Backfill.DEFAULT_BATCH_SIZE));
    if (!column.nullable()) {
      notNull(add.table(), name);
    }
  }

  private static Value value(DefaultValue value) {
    return value instanceof DefaultValue.Expression expression
        ? Value.sql(expression.sql())
        : Value.text(((DefaultValue.Constant) value).text());
  }

  // Keys

  private void unique(CreateUniqueConstraint create) {
    UniqueConstraint key = create.constraint();
    index(create.table(), key.name(), key.columns(), key.nullsNotDistinct(), key.options());
    then(new CreateUniqueConstraint(create.table(), key, key.name()));
  }

  private void primaryKey(CreatePrimaryKey create) {
    PrimaryKey key = create.primaryKey();
    for (String name : key.columns()) {
      Column column = schema.require(create.table()).column(name).orElseThrow();
      if (column.nullable()) {
        notNull(create.table(), column.name());
      }
    }
    index(create.table(), key.name(), key.columns(), false, key.options());
    then(new CreatePrimaryKey(create.table(), key, key.name()));
  }

  private void index(
      TableName table,
      String name,
      List<String> columns,
      boolean nullsNotDistinct,
      Options options) {
    List<IndexPart> parts = new ArrayList<>();
    columns.forEach(column -> parts.add(new IndexPart.ColumnPart(column, false)));
    Index index =
        new Index(name, parts, true, null)
            .withNullsNotDistinct(nullsNotDistinct)
            .withOptions(options);
    then(new CreateIndex(table, index, true, false));
  }
}
