package io.schemachain.plan;

import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
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
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropFunction;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropMaterializedView;
import io.schemachain.operation.DropProcedure;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTrigger;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.DropView;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
      finer.add(create); // Before it is validated.
    } else if (operation instanceof CreateUniqueConstraint create) {
      finer.add(create);
    } else if (operation instanceof DropTable || operation instanceof DropColumn) {
      finer.add(operation); // Without the types that go with it.
    } else if (operation instanceof DropIndex drop) {
      aroundForeignKeys(drop);
    } else if (operation instanceof BulkInsert insert) {
      identities(insert.table());
    } else if (operation instanceof RenameValue rename) {
      finer.add(new AddValue(rename.type(), rename.newValue(), null, rename.value(), false));
      finer.add(new DropValue(rename.type(), rename.value()));
      values(rename.type());
    } else if (operation instanceof AddValue value) {
      values(value.type());
    } else if (operation instanceof DropValue value) {
      values(value.type());
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
    finer.addAll(Alteration.parts(alter));
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
        finer.add(new Alteration(table, column.name()).identity(Identity.DEFAULT).operation());
      }
    }
  }

  // Values of enum types

  private void values(String type) {
    for (Table table : after.usingType(type)) {
      Table old = now.require(table.name());
      for (Column column : table.columns()) {
        Column current = old.column(column.name()).orElseThrow();
        if (!Objects.equals(current.type(), column.type())) {
          Alteration change = new Alteration(table.name(), column.name());
          finer.add(change.type(ofItsOwn(column)).operation());
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

  /** The type of one column alone, where the name says nothing: others may have it still. */
  private static DataType ofItsOwn(Column column) {
    if (column.type() instanceof DataType.Enumeration type) {
      return new DataType.Enumeration(type.name() + " of " + column.name(), type.values());
    }
    return column.type() instanceof DataType.Array array
            && array.element() instanceof DataType.Enumeration type
        ? new DataType.Array(
            new DataType.Enumeration(type.name() + " of " + column.name(), type.values()))
        : column.type();
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
    View bare = view.withComment(null);
    now.find(view.kind(), view.name())
        .map(object -> view.withComment(((View) object).comment()))
        .ifPresent(same -> finer.add(new CreateView(same, replace)));
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
}
