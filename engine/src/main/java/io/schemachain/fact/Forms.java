package io.schemachain.fact;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Partition;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateProcedure;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.Delete;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropExtension;
import io.schemachain.operation.DropFunction;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropMaterializedView;
import io.schemachain.operation.DropPartition;
import io.schemachain.operation.DropProcedure;
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
import io.schemachain.operation.OperationVisitor;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.RenameValue;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import io.schemachain.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The forms that an operation has by the schema in which it stands: a column that another table
 * refers to, a key whose columns take NULL, a partitioned table. Exact as far as the replayed
 * schema is.
 */
final class Forms implements OperationVisitor<List<FormUse>> {
  private final OperationStep step;
  private final Schema before;
  private final Dialect dialect;

  Forms(OperationStep step, Dialect dialect) {
    this.step = requireNonNull(step, "step");
    this.before = step.before();
    this.dialect = requireNonNull(dialect, "dialect");
  }

  List<FormUse> uses() {
    return dialect
        .rebuilt(step)
        .map(table -> List.of(FormUse.of(table, "rebuild")))
        .orElseGet(() -> step.operation().accept(this));
  }

  private static List<FormUse> one(@Nullable TableName table, String form) {
    return List.of(FormUse.of(table, form));
  }

  @Override
  public List<FormUse> visitCreateTable(CreateTable operation) {
    Table table = operation.table();
    List<TableName> referred = referred(table);
    Optional<Table> known = before.find(table.name());
    if (known.isPresent()) {
      return known.get().indexes().isEmpty() ? List.of() : one(table.name(), "create-table/known");
    }
    return List.of(
        referred.isEmpty()
            ? FormUse.of(table.name(), "create-table")
            : new FormUse(table.name(), "create-table/foreign-key", referred));
  }

  /** Other tables that the foreign keys of this one lead to. */
  private static List<TableName> referred(Table table) {
    return table.foreignKeys().stream()
        .map(ForeignKey::referredTable)
        .filter(other -> !other.key().equals(table.name().key()))
        .distinct()
        .toList();
  }

  @Override
  public List<FormUse> visitDropTable(DropTable operation) {
    List<TableName> referred =
        before.find(operation.table()).map(Forms::referred).orElse(List.of());
    return List.of(
        referred.isEmpty()
            ? FormUse.of(operation.table(), "drop-table")
            : new FormUse(operation.table(), "drop-table/foreign-key", referred));
  }

  @Override
  public List<FormUse> visitRenameTable(RenameTable operation) {
    return one(operation.table(), "rename-table");
  }

  @Override
  public List<FormUse> visitCreateTableComment(CreateTableComment operation) {
    return one(operation.table(), "table-comment");
  }

  @Override
  public List<FormUse> visitDropTableComment(DropTableComment operation) {
    return one(operation.table(), "table-comment");
  }

  @Override
  public List<FormUse> visitAddColumn(AddColumn operation) {
    return new ColumnForms(before, operation.table()).add(operation);
  }

  @Override
  public List<FormUse> visitDropColumn(DropColumn operation) {
    return new ColumnForms(before, operation.table()).drop(operation);
  }

  @Override
  public List<FormUse> visitAlterColumn(AlterColumn operation) {
    return new ColumnForms(before, operation.table()).alter(operation);
  }

  @Override
  public List<FormUse> visitCreateIndex(CreateIndex operation) {
    return one(operation.table(), "create-index" + kind(operation));
  }

  private String kind(CreateIndex operation) {
    Index index = operation.index();
    if (index.options().has("fulltext")) {
      // The first one may need a column of its own.
      boolean isFirst = before.find(operation.table()).stream().noneMatch(Forms::hasFulltext);
      return "/fulltext" + (isFirst ? "" : "/another");
    }
    for (String word : List.of("spatial", "key_block_size")) {
      if (index.options().has(word)) {
        return "/" + word.replace('_', '-');
      }
    }
    if (operation.concurrently()) {
      return "/concurrently";
    }
    boolean partitioned = before.find(operation.table()).map(Table::partitioning).isPresent();
    if (partitioned) {
      return "/partitioned";
    }
    return index.hasExpression() ? "/expression" : index.unique() ? "/unique" : "";
  }

  static boolean hasFulltext(Table table) {
    return table.indexes().stream().anyMatch(index -> index.options().has("fulltext"));
  }

  @Override
  public List<FormUse> visitDropIndex(DropIndex operation) {
    return one(operation.table(), "drop-index" + (operation.concurrently() ? "/concurrently" : ""));
  }

  @Override
  public List<FormUse> visitRenameIndex(RenameIndex operation) {
    return one(operation.table(), "rename-index");
  }

  @Override
  public List<FormUse> visitCreatePrimaryKey(CreatePrimaryKey operation) {
    if (operation.usingIndex() != null) {
      return one(operation.table(), "create-primary-key/using-index");
    }
    Optional<Table> table = before.find(operation.table());
    boolean nullable =
        operation.primaryKey().columns().stream()
            .anyMatch(
                name -> table.flatMap(t -> t.column(name)).filter(Column::nullable).isPresent());
    return one(operation.table(), "create-primary-key" + (nullable ? "/nullable-columns" : ""));
  }

  @Override
  public List<FormUse> visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    String suffix = operation.usingIndex() == null ? "" : "/using-index";
    return one(operation.table(), "create-unique-constraint" + suffix);
  }

  @Override
  public List<FormUse> visitCreateCheckConstraint(CreateCheckConstraint operation) {
    boolean validated = operation.check().validated();
    return one(operation.table(), "create-check-constraint" + (validated ? "" : "/not-valid"));
  }

  @Override
  public List<FormUse> visitCreateForeignKey(CreateForeignKey operation) {
    ForeignKey key = operation.foreignKey();
    String form = "create-foreign-key";
    if (!key.validated()) {
      form += "/not-valid";
    }
    boolean isItself = key.referredTable().key().equals(operation.table().key());
    if (isItself) {
      return one(operation.table(), key.validated() ? form + "/self" : form);
    }
    return List.of(new FormUse(operation.table(), form, List.of(key.referredTable())));
  }

  @Override
  public List<FormUse> visitCreateExcludeConstraint(CreateExcludeConstraint operation) {
    return one(operation.table(), "create-exclude-constraint");
  }

  @Override
  public List<FormUse> visitDropConstraint(DropConstraint operation) {
    Optional<Constraint> found = before.find(operation.table()).flatMap(operation::find);
    ObjectKind kind = found.map(ObjectKind::of).orElse(operation.kind());
    if (kind == null) {
      // It is looked up in the catalog: the kind that costs most.
      kind = ObjectKind.PRIMARY_KEY;
    }
    String form = "drop-constraint/" + slug(kind);
    if (kind == ObjectKind.UNIQUE
        && before.find(operation.table()).filter(table -> table.primaryKey() == null).isPresent()) {
      // InnoDB may keep the rows in the order of it.
      return one(operation.table(), form + "/no-primary-key");
    }
    if (found.isPresent() && found.get() instanceof ForeignKey key) {
      return List.of(new FormUse(operation.table(), form, others(operation.table(), key)));
    }
    return one(operation.table(), form);
  }

  private static List<TableName> others(TableName table, ForeignKey key) {
    return key.referredTable().key().equals(table.key()) ? List.of() : List.of(key.referredTable());
  }

  private static String slug(ObjectKind kind) {
    return kind.words().replace(' ', '-');
  }

  @Override
  public List<FormUse> visitRenameConstraint(RenameConstraint operation) {
    ObjectKind kind = operation.kind();
    if (kind == null) {
      kind =
          before.find(operation.table()).stream()
              .flatMap(table -> table.constraints(operation.name()).stream())
              .findFirst()
              .map(ObjectKind::of)
              .orElse(null);
    }
    return one(operation.table(), "rename-constraint" + (kind == null ? "" : "/" + slug(kind)));
  }

  @Override
  public List<FormUse> visitValidateConstraint(ValidateConstraint operation) {
    Optional<Constraint> found =
        before.find(operation.table()).stream()
            .flatMap(table -> table.constraints(operation.name()).stream())
            .filter(c -> c instanceof ForeignKey || c instanceof Check)
            .findFirst();
    if (found.isPresent() && found.get() instanceof ForeignKey key) {
      return List.of(
          new FormUse(
              operation.table(),
              "validate-constraint/foreign-key",
              others(operation.table(), key)));
    }
    return one(operation.table(), "validate-constraint/check-constraint");
  }

  @Override
  public List<FormUse> visitCreatePartition(CreatePartition operation) {
    return one(
        operation.table(), "create-partition" + place(operation.table(), operation.before()));
  }

  @Override
  public List<FormUse> visitAttachPartition(AttachPartition operation) {
    TableName attached = operation.table().withName(operation.partition().name());
    return List.of(
        FormUse.of(
            operation.table(), "attach-partition" + place(operation.table(), operation.before())),
        FormUse.of(attached, "attach-partition/attached"));
  }

  /** Rows of the new partition might be in the one for all others, or in the one behind it. */
  private String place(TableName table, @Nullable String behind) {
    boolean hasRest =
        before.find(table).map(Table::partitioning).stream()
            .flatMap(partitioning -> partitioning.partitions().stream())
            .anyMatch(partition -> partition.bound() instanceof Partition.Rest);
    return hasRest ? "/beside-the-rest" : behind != null ? "/before" : "";
  }

  @Override
  public List<FormUse> visitDetachPartition(DetachPartition operation) {
    return one(operation.table(), "detach-partition");
  }

  @Override
  public List<FormUse> visitDropPartition(DropPartition operation) {
    return one(operation.table(), "drop-partition");
  }

  @Override
  public List<FormUse> visitAddValue(AddValue operation) {
    boolean atTheEnd = operation.before() == null && operation.after() == null;
    return ofType(operation.type(), "add-value" + (atTheEnd ? "" : "/in-between"));
  }

  @Override
  public List<FormUse> visitRenameValue(RenameValue operation) {
    return ofType(operation.type(), "rename-value");
  }

  @Override
  public List<FormUse> visitDropValue(DropValue operation) {
    return ofType(operation.type(), "drop-value");
  }

  /** On each table that has a column of the type. */
  private List<FormUse> ofType(String type, String form) {
    return before.usingType(type).stream().map(table -> FormUse.of(table.name(), form)).toList();
  }

  @Override
  public List<FormUse> visitCreateType(CreateType operation) {
    return one(TableName.of(operation.type().name()), "create-type");
  }

  @Override
  public List<FormUse> visitDropType(DropType operation) {
    return one(TableName.of(operation.type()), "drop-type");
  }

  @Override
  public List<FormUse> visitBulkInsert(BulkInsert operation) {
    return one(operation.table(), "insert-rows");
  }

  @Override
  public List<FormUse> visitUpsert(Upsert operation) {
    return one(operation.table(), "insert-rows");
  }

  @Override
  public List<FormUse> visitUpdate(Update operation) {
    return one(operation.table(), "update-rows");
  }

  @Override
  public List<FormUse> visitDelete(Delete operation) {
    return one(operation.table(), "delete-rows");
  }

  @Override
  public List<FormUse> visitBackfill(Backfill operation) {
    return one(operation.table(), "backfill");
  }

  @Override
  public List<FormUse> visitCreateSequence(CreateSequence operation) {
    return one(operation.sequence().name(), "create-sequence");
  }

  @Override
  public List<FormUse> visitAlterSequence(AlterSequence operation) {
    return one(operation.name(), "alter-sequence");
  }

  @Override
  public List<FormUse> visitDropSequence(DropSequence operation) {
    return one(operation.name(), "drop-sequence");
  }

  @Override
  public List<FormUse> visitCreateView(CreateView operation) {
    return one(operation.view().name(), "create-view");
  }

  @Override
  public List<FormUse> visitDropView(DropView operation) {
    return one(operation.view(), "drop-view");
  }

  @Override
  public List<FormUse> visitCreateMaterializedView(CreateMaterializedView operation) {
    return one(operation.view().name(), "create-materialized-view");
  }

  @Override
  public List<FormUse> visitDropMaterializedView(DropMaterializedView operation) {
    return one(operation.view(), "drop-materialized-view");
  }

  @Override
  public List<FormUse> visitCreateFunction(CreateFunction operation) {
    return one(operation.function().name(), "create-routine");
  }

  @Override
  public List<FormUse> visitDropFunction(DropFunction operation) {
    return one(operation.function(), "drop-routine");
  }

  @Override
  public List<FormUse> visitCreateProcedure(CreateProcedure operation) {
    return one(operation.procedure().name(), "create-routine");
  }

  @Override
  public List<FormUse> visitDropProcedure(DropProcedure operation) {
    return one(operation.procedure(), "drop-routine");
  }

  @Override
  public List<FormUse> visitCreateTrigger(CreateTrigger operation) {
    return one(operation.trigger().table(), "create-trigger");
  }

  @Override
  public List<FormUse> visitDropTrigger(DropTrigger operation) {
    return one(operation.table(), "drop-trigger");
  }

  @Override
  public List<FormUse> visitCreateSchema(CreateSchema operation) {
    return one(TableName.of(operation.schema()), "create-schema");
  }

  @Override
  public List<FormUse> visitDropSchema(DropSchema operation) {
    return one(TableName.of(operation.schema()), "drop-schema");
  }

  @Override
  public List<FormUse> visitCreateExtension(CreateExtension operation) {
    return one(TableName.of(operation.extension().extension()), "create-extension");
  }

  @Override
  public List<FormUse> visitDropExtension(DropExtension operation) {
    return one(TableName.of(operation.extension()), "drop-extension");
  }

  /** SQL whose effects are known is the operations that it stands for. */
  @Override
  public List<FormUse> visitExecute(Execute operation) {
    if (operation.effects() == null) {
      return one(null, "execute");
    }
    List<FormUse> uses = new ArrayList<>();
    Schema schema = before;
    for (Operation effect : operation.effects()) {
      Schema after = ApplyToSchema.apply(effect, schema);
      uses.addAll(effect.accept(new Forms(new OperationStep(effect, schema, after), dialect)));
      schema = after;
    }
    return uses;
  }
}
