package io.schemachain.plan;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Deferral;
import io.schemachain.model.Exclusion;
import io.schemachain.model.Extension;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Routine;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.model.View;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropExtension;
import io.schemachain.operation.DropFunction;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropPartition;
import io.schemachain.operation.DropSchema;
import io.schemachain.operation.DropSequence;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.DropTrigger;
import io.schemachain.operation.DropType;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.DropView;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.RenameValue;
import io.schemachain.operation.Row;
import io.schemachain.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Operations on few names, so that they often meet; many of them do not fit. */
final class RandomOperations {
  private static final List<String> TABLES = List.of("t", "u", "v", "T");
  private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e", "A");
  private static final List<String> NAMES = List.of("k", "l", "m", "n", "o", "p", "t", "K");

  private final Random random;

  RandomOperations(Random random) {
    this.random = random;
  }

  List<Operation> operations(int count) {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      operations.add(operation());
    }
    return operations;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private TableName table() {
    return new TableName(
        chance(95) ? null : one(NAMES.subList(0, 2)),
        chance(95) ? one(TABLES.subList(0, 3)) : one(TABLES));
  }

  private String column() {
    return chance(95) ? one(COLUMNS.subList(0, 5)) : one(COLUMNS);
  }

  private String name() {
    return one(NAMES);
  }

  private List<String> columns() {
    List<String> all = new ArrayList<>(COLUMNS.subList(0, 3));
    Collections.shuffle(all, random);
    return List.copyOf(all.subList(0, chance(85) ? 1 : 2));
  }

  private DataType type() {
    return switch (random.nextInt(6)) {
      case 0 -> DataType.Scalar.of(TypeKind.BIGINT);
      case 1 -> new DataType.Native("x");
      case 2 -> DataType.Scalar.of(TypeKind.STRING, 1 + random.nextInt(3));
      case 3 -> new DataType.Enumeration(name(), chance(70) ? List.of("1") : List.of());
      default -> DataType.Scalar.of(TypeKind.INTEGER);
    };
  }

  private Column newColumn(String name) {
    Column column = Column.of(name, type()).withNullable(chance(60));
    return switch (random.nextInt(5)) {
      case 0 -> column.withDefault(new DefaultValue.Constant("1"));
      case 1 -> column.withComputed(new Computed(column() + " + 1", true));
      default -> column;
    };
  }

  private Table newTable() {
    TableName name = table();
    List<Column> columns = new ArrayList<>();
    for (String column : COLUMNS.subList(0, 1 + random.nextInt(5))) {
      columns.add(
          chance(80) ? Column.of(column, DataType.Scalar.of(TypeKind.INTEGER)) : newColumn(column));
    }
    Table table = Table.of(name, columns);
    if (chance(15)) {
      table =
          table.withPartitioning(
              new Partitioning(
                  Partitioning.Method.RANGE,
                  List.of("a"),
                  null,
                  chance(50) ? List.of() : List.of(partition(table()))));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      table = chance(80) ? table.plus(constraint(name)) : table.plus(index());
    }
    return table;
  }

  private Constraint constraint(TableName table) {
    return switch (random.nextInt(6)) {
      case 0 -> new PrimaryKey(name(), columns());
      case 1 -> new UniqueConstraint(name(), columns());
      case 4 ->
          new Exclusion(
              name(),
              null,
              List.of(new Exclusion.Element(IndexPart.column(column()), "=")),
              chance(30) ? column() + " > 0" : null,
              Deferral.NONE);
      case 2, 3 -> foreignKey(chance(20) ? table : table());
      default -> new Check(name(), column() + " > 0", chance(60));
    };
  }

  private ForeignKey foreignKey(TableName referred) {
    List<String> columns = columns();
    List<String> to = columns();
    return new ForeignKey(
        name(),
        columns,
        referred,
        (chance(50) || to.size() != columns.size()) ? List.of() : to,
        chance(30) ? ReferentialAction.SET_NULL : null,
        null);
  }

  /** Some are called like a table, which can be attached then. */
  private Partition partition(TableName table) {
    int from = random.nextInt(4);
    return Partition.of(
        chance(70) ? table.name() : name(),
        new Partition.Range(
            chance(70) ? List.of(Value.text("" + from)) : null,
            List.of(Value.text("" + (from + 1)))));
  }

  private Operation partitionOperation(TableName table) {
    Partition partition = partition(table());
    return switch (random.nextInt(4)) {
      case 0 -> new CreatePartition(table, partition, null);
      case 1 -> new DropPartition(table, partition.name());
      case 2 -> new AttachPartition(table, partition, null);
      default -> new DetachPartition(table, partition.name());
    };
  }

  private Index index() {
    return new Index(
        name(),
        chance(80)
            ? columns().stream().map(IndexPart::column).toList()
            : List.of(new IndexPart.ExpressionPart("lower(" + column() + ")", false)),
        chance(50),
        chance(20) ? column() + " > 0" : null,
        null,
        chance(20) ? List.of(column()) : List.of(),
        false,
        chance(5) ? Options.of("postgresql", Map.of("tablespace", "t")) : Options.none());
  }

  private Operation alterColumn() {
    int what = random.nextInt(6);
    return new AlterColumn(
        table(),
        column(),
        what < 2 ? column() : null,
        (what == 2 || chance(20)) ? type() : null,
        (what == 3 || chance(20)) ? (Boolean) chance(50) : null,
        what == 4 ? one(changes()) : Change.none(),
        what == 5 ? one(List.of(Change.to("x"), Change.<String>drop())) : Change.none());
  }

  private static List<Change<DefaultValue>> changes() {
    return List.of(Change.drop(), Change.to(new DefaultValue.Constant("1")));
  }

  private Operation bulkInsert() {
    List<String> columns = columns();
    List<Value> values = columns.stream().map(column -> value()).toList();
    return new BulkInsert(table(), List.of(new Row(columns, values)));
  }

  private Value value() {
    return chance(20) ? new Value.Null() : Value.text(chance(80) ? "1" : "x");
  }

  /** Views, routines and triggers. */
  private Operation text(TableName table) {
    String query = "SELECT " + column() + " FROM " + table().name();
    TableName name = TableName.of(name());
    return switch (random.nextInt(8)) {
      case 0, 1 -> new CreateView(new View(name, false, List.of(), null, query, null), chance(30));
      case 2 -> new DropView(name, chance(30));
      case 3 ->
          new CreateMaterializedView(
              new View(name, true, List.of(), null, query, null), chance(30));
      case 4 ->
          new CreateFunction(
              new Routine(ObjectKind.FUNCTION, name, chance(50) ? "" : "a int", query), chance(30));
      case 5 -> new DropFunction(name, chance(50) ? null : "a int", chance(30));
      case 6 ->
          new CreateTrigger(
              new Trigger(name(), chance(80) ? table : name, "BEFORE INSERT", query), chance(30));
      default -> new DropTrigger(chance(80) ? table : name, name(), chance(30));
    };
  }

  Operation operation() {
    TableName table = table();
    Constraint constraint = constraint(table);
    return switch (random.nextInt(46)) {
      case 0, 1, 2 -> new CreateTable(newTable());
      case 41, 42, 43, 44 -> partitionOperation(table);
      case 3 -> new DropTable(table, chance(30));
      case 4 -> new RenameTable(table, table().name());
      case 5, 6 -> new AddColumn(table, newColumn(column()));
      case 7, 8 -> new DropColumn(table, column());
      case 9, 10, 11 -> alterColumn();
      case 12, 13 -> new CreateIndex(table, index(), false, chance(20));
      case 14 -> new DropIndex(table, name(), false, chance(20));
      case 15, 16, 17 -> add(table, constraint);
      case 18, 19, 20, 21, 22, 23 -> new DropConstraint(table, name());
      case 24, 25 -> new CreateForeignKey(table, foreignKey(table()));
      case 26 -> new CreateTableComment(table, name());
      case 27 -> new DropTableComment(table);
      case 28 -> bulkInsert();
      case 29 -> new RenameIndex(table, name(), name());
      case 30, 31 -> new RenameConstraint(table, name(), chance(20) ? kind() : null, name());
      case 32 -> new ValidateConstraint(table, name());
      case 33 -> new DropConstraint(table, null, kind(), columns(), chance(30));
      case 34 -> new DropConstraint(table, name(), chance(20) ? kind() : null, List.of(), true);
      case 35, 36, 37 -> object();
      case 38, 39, 40 -> text(table);
      default ->
          new Execute("SELECT 1", null, chance(30) ? null : operations(1 + random.nextInt(3)));
    };
  }

  private Operation object() {
    TableName name = TableName.of(name());
    return switch (random.nextInt(13)) {
      case 7 -> new CreateType(new DataType.Enumeration(name.name(), List.of("1")), chance(30));
      case 8 -> new DropType(name.name(), chance(30));
      case 9 -> new AddValue(name.name(), chance(50) ? "2" : "3", null, null, chance(30));
      case 10 -> new AddValue(name.name(), "4", chance(50) ? "1" : "2", null, false);
      case 11 -> new RenameValue(name.name(), chance(50) ? "1" : "2", chance(50) ? "5" : "1");
      case 12 -> new DropValue(name.name(), chance(50) ? "1" : "2");
      case 3 -> new CreateSchema(name.name(), chance(50));
      case 4 -> new DropSchema(name.name(), chance(30));
      case 5 -> new CreateExtension(new Extension(name.name(), null, null), chance(50));
      case 6 -> new DropExtension(name.name(), chance(30));
      case 0 -> new CreateSequence(Sequence.of(name, chance(50) ? 1 : 2), chance(30));
      case 1 ->
          new AlterSequence(
              name,
              chance(50) ? 3L : null,
              Change.none(),
              Change.to(10L + random.nextInt(2)),
              null,
              Change.none(),
              Change.none());
      default -> new DropSequence(name, chance(30));
    };
  }

  private ObjectKind kind() {
    return one(
        List.of(
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.CHECK,
            ObjectKind.EXCLUSION));
  }

  private static Operation add(TableName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return new CreatePrimaryKey(table, key);
    }
    if (constraint instanceof UniqueConstraint unique) {
      return new CreateUniqueConstraint(table, unique);
    }
    if (constraint instanceof ForeignKey key) {
      return new CreateForeignKey(table, key);
    }
    if (constraint instanceof Exclusion exclusion) {
      return new CreateExcludeConstraint(table, exclusion);
    }
    return new CreateCheckConstraint(table, (Check) constraint);
  }
}
