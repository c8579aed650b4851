package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.Partition;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.TypeKind;
import io.schemachain.model.View;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateProcedure;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropFunction;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropMaterializedView;
import io.schemachain.operation.DropProcedure;
import io.schemachain.operation.DropTrigger;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.DropView;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Operations that do a part of one: with which its statements are told one by one. More may be
 * named than there is; what does not fit is passed over.
 */
final class FinerOperations {
  private final Schema now;
  private final Schema after;
  private final List<Operation> finer = new ArrayList<>();

  private FinerOperations(Schema now, Schema after) {
    this.now = now;
    this.after = after;
  }

  /**
   * @param now the schema with what is done of the step already
   */
  static List<Operation> of(OperationStep step, Schema now) {
    FinerOperations operations = new FinerOperations(now, step.after());
    operations.add(step.operation());
    return operations.finer;
  }

  private void add(Operation operation) {
    if (operation instanceof CreateTable create) {
      table(create);
    } else if (operation instanceof AddColumn add) {
      Column column = add.column();
      finer.add(add.withColumn(column.withComment(null)));
      type(column);
      comment(add.table(), column);
    } else if (operation instanceof AlterColumn alter) {
      alteration(alter);
    } else if (operation instanceof CreatePrimaryKey create) {
      create.primaryKey().columns().forEach(name -> finer.add(notNull(create.table(), name)));
    } else if (operation instanceof DropIndex drop) {
      aroundForeignKeys(drop);
    } else if (operation instanceof BulkInsert insert) {
      identities(insert.table());
    } else if (operation instanceof RenameValue rename) {
      finer.add(new AddValue(rename.type(), rename.newValue(), null, rename.value(), false));
      finer.add(new DropValue(rename.type(), rename.value()));
      values(rename.type(), rename);
    } else if (operation instanceof AddValue value) {
      values(value.type(), null);
    } else if (operation instanceof DropValue value) {
      values(value.type(), null);
    } else {
      object(operation);
    }
  }

  // Tables

  private void table(CreateTable create) {
    Table table = after.require(create.table().name());
    Table bare = table.withIndexes(List.of()).withComment(null);
    bare =
        bare.withColumns(bare.columns().stream().map(column -> column.withComment(null)).toList());
    List<Operation> rest = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (!constraint.validated()) {
        bare = bare.minus(constraint);
        rest.add(
            constraint instanceof Check check
                ? new CreateCheckConstraint(table.name(), check)
                : new CreateForeignKey(table.name(), (ForeignKey) constraint));
      }
    }
    if (table.partitioning() != null) {
      bare = bare.withPartitioning(table.partitioning().withPartitions(List.of()));
      for (Partition partition : table.partitioning().partitions()) {
        rest.add(new CreatePartition(table.name(), partition, null));
      }
    }
    table.columns().forEach(this::type);
    finer.add(new CreateTable(bare, create.ifNotExists()));
    finer.addAll(rest);
    for (Index index : table.indexes()) {
      finer.add(new CreateIndex(table.name(), index, false, create.ifNotExists()));
    }
    if (table.comment() != null) {
      finer.add(new CreateTableComment(table.name(), table.comment()));
    }
    table.columns().forEach(column -> comment(table.name(), column));
  }

  /** A type that a column brings along. */
  private void type(Column column) {
    DataType type = column.type() instanceof DataType.Array array ? array.element() : column.type();
    if (type instanceof DataType.Enumeration enumeration) {
      finer.add(new CreateType(enumeration, false));
    }
  }

  private void comment(TableName table, Column column) {
    if (column.comment() != null) {
      finer.add(new Alteration(table, column.name()).comment(column.comment()).operation());
    }
  }

  private static AlterColumn notNull(TableName table, String column) {
    return new Alteration(table, column).nullable(false).operation();
  }

  /** Every part of what changes, the smallest first. */
  private void alteration(AlterColumn alter) {
    List<AlterColumn> parts = Alteration.parts(alter);
    finer.addAll(parts);
  }

  /** An index that a foreign key needs goes while the key is away. */
  private void aroundForeignKeys(DropIndex drop) {
    for (ForeignKey key : after.require(drop.table()).foreignKeys()) {
      finer.add(new DropConstraint(drop.table(), key.name(), null, List.of(), false));
      finer.add(new CreateForeignKey(drop.table(), key));
    }
    finer.add(drop);
  }

  private void identities(TableName table) {
    for (Column column : after.require(table).columns()) {
      if (column.identity() != null) {
        finer.add(
            new Alteration(table, column.name())
                .identity(io.schemachain.model.Identity.DEFAULT)
                .operation());
      }
    }
  }

  // Values of enum types

  private void values(String type, @Nullable RenameValue rename) {
    for (Table table : after.usingType(type)) {
      Table old = now.require(table.name());
      for (Column column : table.columns()) {
        Column current = old.column(column.name()).orElseThrow();
        if (!Objects.equals(current.type(), column.type())) {
          Alteration change = new Alteration(table.name(), column.name());
          finer.add(change.type(column.type()).operation());
          for (DataType text : texts(current.type(), column.type())) {
            finer.add(new Alteration(table.name(), column.name()).type(text).operation());
          }
        }
        if (column.defaultValue() != null) {
          finer.add(
              new Alteration(table.name(), column.name())
                  .defaultValue(Change.to(column.defaultValue()))
                  .operation());
        }
      }
    }
  }

  /** As which a database without enum types keeps their values. */
  private static List<DataType> texts(DataType... types) {
    List<DataType> texts = new ArrayList<>();
    for (DataType type : types) {
      if (type instanceof DataType.Enumeration enumeration) {
        int length = enumeration.values().stream().mapToInt(String::length).max().orElse(1);
        texts.add(DataType.Scalar.of(TypeKind.STRING, length));
      }
    }
    return texts;
  }

  // Objects beside tables: the old one goes, the new one comes, a comment follows

  private void object(Operation operation) {
    if (operation instanceof CreateView create) {
      view(create.view(), create.replace());
    } else if (operation instanceof CreateMaterializedView create) {
      view(create.view(), create.replace());
    } else if (operation instanceof CreateFunction create) {
      TableName name = create.function().name();
      for (boolean ifExists : new boolean[] {false, true}) {
        finer.add(new DropFunction(name, null, ifExists));
        finer.add(new DropFunction(name, create.function().arguments(), ifExists));
      }
    } else if (operation instanceof CreateProcedure create) {
      TableName name = create.procedure().name();
      for (boolean ifExists : new boolean[] {false, true}) {
        finer.add(new DropProcedure(name, null, ifExists));
        finer.add(new DropProcedure(name, create.procedure().arguments(), ifExists));
      }
    } else if (operation instanceof CreateTrigger create) {
      Trigger trigger = create.trigger();
      finer.add(new DropTrigger(trigger.table(), trigger.trigger(), false));
      finer.add(new DropTrigger(trigger.table(), trigger.trigger(), true));
    }
  }

  private void view(View view, boolean replace) {
    View bare =
        new View(
            view.name(), view.materialized(), view.columns(), view.options(), view.sql(), null);
    if (view.materialized()) {
      finer.add(new CreateMaterializedView(bare, replace));
      finer.add(new CreateMaterializedView(bare, false));
      finer.add(new DropMaterializedView(view.name(), false));
    } else {
      finer.add(new CreateView(bare, replace));
      finer.add(new CreateView(bare, false));
      finer.add(new DropView(view.name(), false));
    }
    for (SchemaObject object : after.objects()) {
      if (object instanceof Trigger trigger && trigger.table().key().equals(view.name().key())) {
        finer.add(new CreateTrigger(trigger, false));
      }
    }
  }

  /** Collects what an alteration of a column says. */
  private static final class Alteration {
    private final TableName table;
    private final String column;
    private @Nullable String newName;
    private @Nullable DataType type;
    private @Nullable String using;
    private @Nullable Boolean nullable;
    private Change<DefaultValue> defaultValue = Change.none();
    private Change<io.schemachain.model.Identity> identity = Change.none();
    private Change<io.schemachain.model.Computed> computed = Change.none();
    private Change<String> comment = Change.none();
    private Change<String> collation = Change.none();
    private io.schemachain.operation.@Nullable ColumnPosition position;

    Alteration(TableName table, String column) {
      this.table = requireNonNull(table, "table");
      this.column = requireNonNull(column, "column");
    }

    Alteration type(DataType value) {
      type = value;
      return this;
    }

    Alteration nullable(boolean value) {
      nullable = value;
      return this;
    }

    Alteration comment(String value) {
      comment = Change.to(value);
      return this;
    }

    Alteration identity(io.schemachain.model.Identity value) {
      identity = Change.to(value);
      return this;
    }

    Alteration defaultValue(Change<DefaultValue> value) {
      defaultValue = value;
      return this;
    }

    AlterColumn operation() {
      return new AlterColumn(
          table,
          column,
          newName,
          type,
          using,
          nullable,
          defaultValue,
          identity,
          computed,
          comment,
          collation,
          position);
    }

    private static final int ASPECTS = 8;

    /** All that say a part of what it says, those that say least first. */
    static List<AlterColumn> parts(AlterColumn whole) {
      List<AlterColumn> parts = new ArrayList<>();
      for (int size = 1; size < ASPECTS; size++) {
        for (int aspects = 1; aspects < 1 << ASPECTS; aspects++) {
          if (Integer.bitCount(aspects) == size) {
            part(whole, aspects, parts);
          }
        }
      }
      String column = whole.column();
      parts.add(new Alteration(whole.table(), column).defaultValue(Change.drop()).operation());
      parts.add(new Alteration(whole.table(), column).nullable(false).operation());
      parts.add(new Alteration(whole.table(), column).nullable(true).operation());
      return parts;
    }

    private static void part(AlterColumn whole, int aspects, List<AlterColumn> parts) {
      Alteration part = new Alteration(whole.table(), whole.column());
      int said = 0;
      if ((aspects & 1) != 0 && whole.type() != null) {
        part.type = whole.type();
        part.using = whole.using();
        said++;
      }
      if ((aspects & 2) != 0 && whole.nullable() != null) {
        part.nullable = whole.nullable();
        said++;
      }
      if ((aspects & 4) != 0 && whole.defaultValue().present()) {
        part.defaultValue = whole.defaultValue();
        said++;
      }
      if ((aspects & 8) != 0 && whole.identity().present()) {
        part.identity = whole.identity();
        said++;
      }
      if ((aspects & 16) != 0 && whole.computed().present()) {
        part.computed = whole.computed();
        said++;
      }
      if ((aspects & 32) != 0 && whole.comment().present()) {
        part.comment = whole.comment();
        said++;
      }
      if ((aspects & 64) != 0 && whole.collation().present()) {
        part.collation = whole.collation();
        said++;
      }
      if ((aspects & 128) != 0 && whole.position() != null) {
        part.position = whole.position();
        said++;
      }
      if (said == Integer.bitCount(aspects)) {
        parts.add(part.operation());
      }
    }
  }
}
