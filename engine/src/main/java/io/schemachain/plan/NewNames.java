package io.schemachain.plan;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.Index;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
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
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;

/** The names that an operation brings into the schema. */
final class NewNames {
  private NewNames() {}

  static List<String> of(Operation operation) {
    if (operation instanceof CreateTable create) {
      return inTable(create.table());
    }
    if (operation instanceof RenameTable rename) {
      return List.of(rename.newName());
    }
    if (operation instanceof AddColumn add) {
      return inColumn(add.column());
    }
    if (operation instanceof AlterColumn alter) {
      return inAlteration(alter);
    }
    if (operation instanceof Execute execute) {
      List<Operation> effects = execute.effects() == null ? List.of() : execute.effects();
      return effects.stream().flatMap(effect -> of(effect).stream()).toList();
    }
    if (operation instanceof CreateIndex create) {
      return List.of(create.index().name());
    }
    if (operation instanceof CreatePrimaryKey create) {
      return List.of(create.primaryKey().name());
    }
    if (operation instanceof CreateUniqueConstraint create) {
      return List.of(create.constraint().name());
    }
    if (operation instanceof CreateForeignKey create) {
      return List.of(create.foreignKey().name());
    }
    if (operation instanceof CreateCheckConstraint create) {
      return List.of(create.check().name());
    }
    if (operation instanceof CreatePartition create) {
      return List.of(create.partition().name());
    }
    if (operation instanceof CreateSequence create) {
      return qualified(create.sequence().name());
    }
    if (operation instanceof CreateType create) {
      return List.of(create.type().name());
    }
    if (operation instanceof CreateSchema create) {
      return List.of(create.schema());
    }
    if (operation instanceof CreateExcludeConstraint create) {
      return List.of(create.constraint().name());
    }
    if (operation instanceof RenameConstraint rename) {
      return List.of(rename.newName());
    }
    if (operation instanceof RenameIndex rename) {
      return List.of(rename.newName());
    }
    if (operation instanceof CreateView create) {
      return inView(create.view());
    }
    if (operation instanceof CreateMaterializedView create) {
      return inView(create.view());
    }
    if (operation instanceof CreateFunction create) {
      return qualified(create.function().name());
    }
    if (operation instanceof CreateProcedure create) {
      return qualified(create.procedure().name());
    }
    if (operation instanceof CreateTrigger create) {
      return List.of(create.trigger().trigger());
    }
    return List.of();
  }

  /** The schema too, for nothing else need have made it. */
  private static List<String> qualified(TableName name) {
    List<String> names = new ArrayList<>(List.of(name.name()));
    if (name.schema() != null) {
      names.add(name.schema());
    }
    return names;
  }

  private static List<String> inColumn(Column column) {
    List<String> names = new ArrayList<>(List.of(column.name()));
    names.addAll(inType(column.type()));
    return names;
  }

  private static List<String> inAlteration(AlterColumn alter) {
    List<String> names = new ArrayList<>();
    if (alter.newName() != null) {
      names.add(alter.newName());
    }
    if (alter.type() != null) {
      names.addAll(inType(alter.type()));
    }
    return names;
  }

  /** An enum is made with its first column. */
  private static List<String> inType(DataType type) {
    if (type instanceof DataType.Array array) {
      return inType(array.element());
    }
    return type instanceof DataType.Enumeration enumeration
        ? List.of(enumeration.name())
        : List.of();
  }

  private static List<String> inView(View view) {
    List<String> names = qualified(view.name());
    names.addAll(view.columns());
    return names;
  }

  private static List<String> inTable(Table table) {
    List<String> names = qualified(table.name());
    for (Column column : table.columns()) {
      names.addAll(inColumn(column));
    }
    for (Constraint constraint : table.constraints()) {
      names.add(constraint.name());
    }
    for (Index index : table.indexes()) {
      names.add(index.name());
    }
    if (table.partitioning() != null) {
      table.partitioning().partitions().forEach(partition -> names.add(partition.name()));
    }
    return names;
  }
}
